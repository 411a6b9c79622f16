import type { HandleId } from '../../../../model/ids.ts';
import type { Refusal } from '../../../../model/step.ts';
import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import type { Made } from '../../labelled.ts';
import { withResources } from '../../objects.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import { changed } from '../../resources.ts';
import type { Subscription } from '../../resources.ts';
import type { Caller } from '../service.ts';

/**
 * The receiver that a handle of the caller names.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`.
 */
export const receiverOf = (
  plan: Plan,
  objects: Objects,
  { process }: Caller,
  number: HandleId | undefined,
): Made<'receiver'> | Refusal => {
  const held = lookUpKind(plan, objects, process, number, 'receiver', rights.events);
  return typeof held === 'string' ? held : held.found;
};

/** The objects with other subscriptions of a receiver. */
export const withSubscriptions = (
  objects: Objects,
  { owner, place }: Made<'receiver'>,
  subscriptions: readonly Subscription[],
): Objects =>
  withResources(
    objects,
    changed(objects.resources, owner, place, { kind: 'receiver', subscriptions }),
  );
