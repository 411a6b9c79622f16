import type { HandleId } from '../../../../model/ids.ts';
import type { Refusal } from '../../../../model/step.ts';
import { lookUpKind } from '../../labelled.ts';
import { controlOver } from '../../licence.ts';
import type { Control } from '../../licence.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import { processAt } from '../../processes.ts';
import type { Process, Stage } from '../../processes.ts';
import type { Caller } from '../service.ts';

/** A process over which the caller has power, by a handle with the right. */
export interface Controlled {
  readonly control: Control;
  readonly process: Process;
}

/**
 * The process that a handle of the caller names, in one of the stages.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing` (CAP-1); `wrongState`.
 */
export const controlled = (
  plan: Plan,
  objects: Objects,
  caller: Caller,
  task: HandleId | undefined,
  right: number,
  stages: readonly Stage['kind'][],
): Controlled | Refusal => {
  const held = lookUpKind(plan, objects, caller.process, task, 'process', right);
  if (typeof held === 'string') return held;
  const process = processAt(objects.processes, held.found.process);
  return stages.includes(process.stage.kind)
    ? { control: controlOver(held.found.process), process }
    : 'wrongState';
};
