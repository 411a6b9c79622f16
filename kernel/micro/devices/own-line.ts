import type { HandleId } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import { rights } from '../../rights.ts';
import { lookUpKind } from '../labelled.ts';
import type { Made } from '../labelled.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import type { Caller } from '../services/service.ts';

/**
 * The interrupt line that a handle of the caller names.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`.
 */
export const lineOf = (
  plan: Plan,
  objects: Objects,
  { process }: Caller,
  number: HandleId | undefined,
): Made<'line'> | Refusal => {
  const held = lookUpKind(plan, objects, process, number, 'line', rights.attach);
  return typeof held === 'string' ? held : held.found;
};

/**
 * The same, where somebody is attached to it.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`; `wrongState`.
 */
export const attachedLineOf = (
  plan: Plan,
  objects: Objects,
  caller: Caller,
  number: HandleId | undefined,
): Made<'line'> | Refusal => {
  const line = lineOf(plan, objects, caller, number);
  return typeof line === 'string' || line.resource.isAttached ? line : 'wrongState';
};
