import type { HandleFact } from '../kernel/kernel.ts';
import { indexOf } from './integrity/step-view.ts';
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
  start: () => (step) => {
    if (step.before.handles === step.after.handles) return idle;
    const { handle } = indexOf(step.after);
    const derived = step.after.handles.flatMap((child) =>
      child.parent === undefined ? [] : [{ child, parent: handle(child.parent) }],
    );
    for (const { child, parent } of derived) {
      if (parent === undefined) return broken(`${nameOf(child)} hangs from what is not there`);
      if (parent.sid !== child.sid) return broken(`${nameOf(child)} is of another resource`);
      if ((child.rights & ~parent.rights) !== 0)
        return broken(`${nameOf(child)} has rights that ${nameOf(parent)} has not`);
    }
    return derived.length > 0 ? witnessed : idle;
  },
};
