import { processId } from '../../../model/ids.ts';
import type { ProcessId, Sid } from '../../../model/ids.ts';
import { findEntry } from '../handles/handles.ts';
import type { Handle } from '../handles/handles.ts';
import { controlOver } from '../licence.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { withoutSome } from './address-space.ts';
import type { Region } from './memory.ts';

/**
 * A mapping ends with the handle that it was made by: what was mapped by a handle that is closed or revoked is
 * taken away.
 *
 * Source: spec/decisions/0009-mappings-end-with-their-handle.md; TLA+ `LetGo` in tla/memory/Frames.tla.
 */
export const withoutUnheld = (
  plan: Plan,
  objects: Objects,
  entries: readonly Handle[],
): Objects => {
  const sids = new Set<Sid>(entries.map(({ sid }) => sid));
  const isUnheld = (process: ProcessId, { backing }: Region): boolean => {
    if (backing.kind === 'own' || !sids.has(backing.sid)) return false;
    const entry = findEntry(objects.handles, process, backing.handle);
    return entry === undefined || entry.isRevoked || entry.sid !== backing.sid;
  };
  let now = objects;
  for (const [index, { regions }] of objects.memory.entries()) {
    const process = processId(index);
    if (regions.some((region) => isUnheld(process, region)))
      now = withoutSome(plan, now, controlOver(process), (region) => isUnheld(process, region));
  }
  return now;
};
