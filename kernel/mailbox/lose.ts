import type { Sid } from '../../model/ids.ts';
import { isHeld } from './capabilities.ts';
import type { Lost } from './capabilities.ts';
import type { Layout } from './layout.ts';
import { withCapabilities, withThing } from './machine.ts';
import type { Machine } from './machine.ts';
import { retell } from './retell.ts';

const withoutThing = ({ numbering }: Layout, machine: Machine, sid: Sid): Machine => {
  const place = numbering.place(sid);
  return place.kind === 'resource'
    ? withThing(machine, place.process, place.place, undefined)
    : machine;
};

/**
 * What follows when capabilities were closed or revoked: a thing that nobody holds is no more, and letters
 * that tell of a closed one tell of none.
 */
export const lose = (layout: Layout, machine: Machine, { capabilities, lost }: Lost): Machine => {
  let now = withCapabilities(machine, capabilities);
  for (const sid of new Set(lost.map((one) => one.sid)))
    if (!isHeld(capabilities, sid)) now = withoutThing(layout, now, sid);
  for (const holder of new Set(lost.map((one) => one.holder))) now = retell(now, holder);
  return now;
};
