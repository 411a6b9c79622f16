import { processId } from '../../../model/ids.ts';
import type { HandleId, ProcessId, Sid } from '../../../model/ids.ts';
import { findEntry } from '../handles/handles.ts';
import type { Handle } from '../handles/handles.ts';
import { controlOver } from '../licence.ts';
import { withMemory } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { withoutSome } from './address-space.ts';
import { withPorts } from './memory.ts';
import type { Region } from './memory.ts';

/**
 * A mapping ends with the handle that it was made by: what was mapped by a handle that is closed or revoked is
 * taken away, and ports that were permitted by it are not any more.
 *
 * Source: spec/decisions/0009-mappings-end-with-their-handle.md; TLA+ `LetGo` in tla/memory/Frames.tla.
 */
export const withoutUnheld = (
  plan: Plan,
  objects: Objects,
  entries: readonly Handle[],
): Objects => {
  const sids = new Set<Sid>(entries.map(({ sid }) => sid));
  const isUnheldBy = (process: ProcessId, sid: Sid, handle: HandleId): boolean => {
    if (!sids.has(sid)) return false;
    const entry = findEntry(objects.handles, process, handle);
    return entry === undefined || entry.isRevoked || entry.sid !== sid;
  };
  const isUnheld = (process: ProcessId, { backing }: Region): boolean =>
    backing.kind === 'resource' && isUnheldBy(process, backing.sid, backing.handle);
  let now = objects;
  for (const [index, { regions, ports }] of objects.memory.entries()) {
    const process = processId(index);
    const kept = ports.filter(({ sid, handle }) => !isUnheldBy(process, sid, handle));
    if (kept.length < ports.length) now = withMemory(now, withPorts(now.memory, process, kept));
    if (regions.some((region) => isUnheld(process, region)))
      now = withoutSome(plan, now, controlOver(process), (region) => isUnheld(process, region));
  }
  return now;
};
