import type { HandleId } from '../../../../model/ids.ts';
import type { Refusal } from '../../../../model/step.ts';
import { rights } from '../../../rights.ts';
import { lookUpKinds } from '../../labelled.ts';
import { withProcesses } from '../../objects.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import { described, withStage } from '../../processes.ts';
import { done, refused } from '../service.ts';
import type { Caller, KernelService } from '../service.ts';
import { controlled } from './controlled.ts';

interface Image {
  readonly path: string;
  readonly className: string;
}

const imageOf = (
  plan: Plan,
  objects: Objects,
  { process }: Caller,
  number: HandleId | undefined,
): Image | Refusal => {
  const kinds = ['file', 'image'] as const;
  const held = lookUpKinds(plan, objects, process, number, kinds, rights.read);
  if (typeof held === 'string') return held;
  return held.found.kind === 'file' ? held.found.file : held.found.resource;
};

/**
 * Loads a process that is empty, or has ended, with the image of a program: a file of the ROM or one
 * that was installed. The image must be of the class that the process was created with (LBL-1).
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`, for either handle; `wrongState`,
 *          for a process that is loaded, runs or is frozen; `imageMismatch`.
 * Source:  KasperskyOS Community Edition help, "Loading a program image"; TLA+ `Load…` in tla/lifecycle/Lifecycle.tla.
 */
export const loadSeg: KernelService<'task.Task.LoadSeg'> = (objects, permit, plan, caller) => {
  const { task, image } = permit.request;
  const stages = ['created', 'ended'] as const;
  const over = controlled(plan, objects, caller, task, rights.control, stages);
  if (typeof over === 'string') return refused(over);
  const given = imageOf(plan, objects, caller, image);
  if (typeof given === 'string') return refused(given);
  const isOfClass = given.className === over.process.className;
  const isNamed = over.process.path === '' || over.process.path === given.path;
  if (!isOfClass || !isNamed) return refused('imageMismatch');
  const staged = withStage(objects.processes, over.control, { kind: 'loaded' });
  const processes = described(staged, over.control, { path: given.path });
  return done(withProcesses(objects, processes), {});
};
