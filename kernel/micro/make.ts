import type { HandleId, Sid } from '../../model/ids.ts';
import type { Permit } from '../mediate.ts';
import { findFreeNumber } from './handles/handles.ts';
import { withHandle } from './handles/tables.ts';
import type { NewHandle } from './handles/handles.ts';
import { withHandles, withResources } from './objects.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { findFreePlace, withResource } from './resources.ts';
import type { Resource } from './resources.ts';
import type { Caller } from './services/service.ts';

/** Something that a service has made, and the handle to it in the caller's table. */
export interface MadeResource {
  readonly objects: Objects;
  readonly handle: HandleId;
  readonly sid: Sid;
}

/**
 * Puts a handle into the caller's table.
 *
 * Refuses: `tableFull`.
 */
export const giveHandle = (
  plan: Plan,
  objects: Objects,
  permit: Permit<unknown>,
  { process }: Caller,
  made: NewHandle,
): MadeResource | 'tableFull' => {
  const handle = findFreeNumber(objects.handles, process, plan.limits.handles);
  if (handle === undefined) return 'tableFull';
  const handles = withHandle(objects.handles, permit, handle, made);
  return { objects: withHandles(objects, handles), handle, sid: made.sid };
};

/**
 * Makes a resource in the caller's own range, and a handle to it.
 *
 * Refuses: `resourcesFull`; `tableFull`.
 */
export const makeResource = (
  plan: Plan,
  objects: Objects,
  permit: Permit<unknown>,
  caller: Caller,
  resource: Resource,
  rights: number,
): MadeResource | 'resourcesFull' | 'tableFull' => {
  const place = findFreePlace(objects.resources, caller.process, plan.limits.resources);
  if (place === undefined) return 'resourcesFull';
  const sid = plan.numbering.resource(caller.process, place);
  const made = withResources(objects, withResource(objects.resources, permit, place, resource));
  return giveHandle(plan, made, permit, caller, { sid, rights });
};
