import { processId } from '../../../model/ids.ts';
import type { Made } from '../labelled.ts';
import { events, notify } from '../notify.ts';
import { withResources } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { changed } from '../resources.ts';
import type { Resource } from '../resources.ts';

type Line = Extract<Resource, { readonly kind: 'line' }>;

/** A line with what has become of it; an interrupt that it holds and that is not masked is told, and masks it. */
export const withLine = (
  plan: Plan,
  objects: Objects,
  { owner, place }: Pick<Made<'line'>, 'owner' | 'place'>,
  line: Line,
): Objects => {
  const isTold = line.isAttached && !line.isMasked && line.isPending;
  const now = isTold ? { ...line, isMasked: true, isPending: false } : line;
  const after = withResources(objects, changed(objects.resources, owner, place, now));
  return isTold
    ? notify(plan, after, plan.numbering.resource(owner, place), events.interrupt)
    : after;
};

/** A line is raised: who is attached to it is told, or will be. Nobody learns of a line that nobody is attached to. */
export const raised = (plan: Plan, objects: Objects, line: number): Objects => {
  for (const [owner, row] of objects.resources.entries())
    for (const [place, made] of row.entries())
      if (made?.kind === 'line' && made.line === line && made.isAttached && !made.isPending)
        return withLine(
          plan,
          objects,
          { owner: processId(owner), place },
          { ...made, isPending: true },
        );
  return objects;
};
