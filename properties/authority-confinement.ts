import type { HandleFact } from '../kernel/kernel.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { RunProperty } from './run-property.ts';

const nameOf = ({ process, number }: HandleFact): string =>
  `handle ${String(number)} of process ${String(process)}`;

/**
 * Rights never grow down the derivation tree, and its links lead to what is there.
 *
 * Source: S27; spec/requirements.md CAP; KasperskyOS Community Edition help, "Transferring handles".
 */
export const authorityConfinement: RunProperty = {
  name: 'authorityConfinement',
  requirement: 'CAP-3',
  statement: 'A derived handle is of the resource of its parent, and has no more rights.',
  start:
    () =>
    ({ before, after }) => {
      if (before.handles === after.handles) return idle;
      let isDerived = false;
      for (const child of after.handles) {
        if (child.parent === undefined) continue;
        isDerived = true;
        const parent = after.handle(child.parent);
        if (parent === undefined) return broken(`${nameOf(child)} hangs from what is not there`);
        if (parent.sid !== child.sid) return broken(`${nameOf(child)} is of another resource`);
        if ((child.rights & ~parent.rights) !== 0)
          return broken(`${nameOf(child)} has rights that ${nameOf(parent)} has not`);
      }
      return isDerived ? witnessed : idle;
    },
};
