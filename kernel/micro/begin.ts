import type { ProcessId } from '../../model/ids.ts';
import type { Refusal } from '../../model/step.ts';
import { Defect } from '../../model/defect.ts';
import type { Permit } from '../mediate.ts';
import { processOf } from '../mediate.ts';
import type { NewHandle } from './handles/handles.ts';
import { withTable } from './handles/tables.ts';
import { clientRights, listenerRights } from '../rights.ts';
import { kernelSid } from '../numbering.ts';
import { withImage } from './memory/image.ts';
import { isAwaited } from './memory/translations.ts';
import type { Objects } from './objects.ts';
import { withParts } from './objects.ts';
import type { Control } from './licence.ts';
import type { Plan } from './plan.ts';
import { processAt, start } from './processes.ts';
import { findFreePlace, withResource } from './resources.ts';
import { begun } from './threads/life.ts';

/**
 * What a process of the solution holds when it begins: the kernel's handle, one for each channel of
 * which it is the client, and its listener if it serves any.
 */
export const firstHandles = (plan: Plan, process: ProcessId): readonly NewHandle[] => {
  const { numbering } = plan;
  return [
    { sid: kernelSid, rights: clientRights },
    ...plan
      .channelsOf(process)
      .map(({ index }) => ({ sid: numbering.channel(index), rights: clientRights })),
    ...(plan.hasClients(process) || process >= plan.solution.processes.length
      ? [{ sid: numbering.listener(process), rights: listenerRights }]
      : []),
  ];
};

/** What a process is to hold when it begins, and the objects with what was made for it. */
export interface FirstHandles {
  readonly objects: Objects;
  readonly handles: readonly NewHandle[];
}

/**
 * The handles of a process that is about to start: those of the solution, then one for each channel that
 * its creator has given it, made in its own share.
 *
 * Refuses: `resourcesFull`; `tableFull`; `framesFull`, where a core may still translate by what a process
 *          before it had mapped: it would reach that memory.
 */
export const startHandles = (
  plan: Plan,
  objects: Objects,
  control: Control,
): FirstHandles | Refusal => {
  const { over } = control;
  const handles = [...firstHandles(plan, over)];
  let { resources } = objects;
  for (const { server } of processAt(objects.processes, over).connections) {
    const place = findFreePlace(resources, over, plan.limits.resources);
    if (place === undefined) return 'resourcesFull';
    const listener = plan.numbering.listener(server);
    const channel = { kind: 'channel', client: over, server, listener, isAccepted: false } as const;
    resources = withResource(resources, control, place, channel);
    handles.push({ sid: plan.numbering.resource(over, place), rights: clientRights });
  }
  if (handles.length > plan.limits.handles) return 'tableFull';
  if (isAwaited(objects, over)) return 'framesFull';
  if (withImage(plan, objects, control) === 'framesFull') return 'framesFull';
  return { objects: withParts(objects, { resources }), handles };
};

/**
 * Starts a loaded process: it runs, with its image mapped, its first thread and its first handles.
 *
 * Licence: the permit of its `execute` event.
 * Throws:  `Defect`, where there is no room for its image; `startHandles` says so before.
 */
export const begin = (
  plan: Plan,
  objects: Objects,
  permit: Permit<null>,
  handles: readonly NewHandle[],
): Objects => {
  const process = processOf(permit.to);
  const [first] = plan.numbering.threadsOf(process);
  const { priority } = processAt(objects.processes, process);
  const processes = start(objects.processes, permit);
  const started = withParts(objects, { processes });
  if (first === undefined) return started;
  const image = withImage(plan, started, permit);
  if (image === 'framesFull') throw new Defect('a process begins without room for its image');
  return withParts(image, {
    threads: begun(image.threads, permit, first, 0, { priority, policy: 0 }),
    handles: withTable(image.handles, permit, handles),
  });
};

export type Begin = typeof begin;
