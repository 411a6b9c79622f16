import { formatCall } from '../explain/format-expression.ts';
import type { Outcome } from '../witness/outcome.ts';
import type { Witness } from '../witness/witness.ts';
import { findingAt } from './finding.ts';
import type { AnalysisFinding } from './finding.ts';
import type { CallUse } from './uses.ts';

const shownBy = (witness: Witness | undefined): Pick<AnalysisFinding, 'shown'> =>
  witness === undefined ? {} : { shown: { prelude: witness.prelude, event: witness.event } };

/** A condition that denies, or fails, whatever the event. */
const neverGrants = ({ call, seen }: CallUse): AnalysisFinding =>
  findingAt(
    'ANA-002',
    call.at,
    `${formatCall(call)} never grants: it denies all events that get to it`,
    {
      ...shownBy(seen.get('denied') ?? seen.get('failed')),
    },
  );

const neverDenies = ({ call, seen }: CallUse): AnalysisFinding =>
  findingAt('ANA-003', call.at, `${formatCall(call)} never denies: it protects nothing`, {
    hint: 'where it is meant to let all through, "grant ()" says so',
    ...shownBy(seen.get('granted')),
  });

const words: Readonly<Partial<Record<Outcome, string>>> = {
  true: 'always true',
  false: 'always false',
  failed: 'always without a value',
};

/** Parts of a condition that come to one thing alone. */
const constantParts = ({ atoms, parts, seen }: CallUse): readonly AnalysisFinding[] =>
  atoms.flatMap(({ atom }, index) => {
    const [outcome, ...others] = parts[index] ?? [];
    const word = outcome === undefined || others.length > 0 ? undefined : words[outcome];
    if (word === undefined || atom.test.kind !== 'expression') return [];
    const [witness] = seen.values();
    return [findingAt('ANA-004', atom.at, `${atom.text} is ${word} here`, shownBy(witness))];
  });

/**
 * What one call of the policy never does, of those that some event was seen to get to.
 *
 * Shape: `isEffect` if the call is there for what it does to a state, and not for what it denies.
 */
export const conditionFindings = (use: CallUse, isEffect: boolean): readonly AnalysisFinding[] => {
  const { atoms, may, seen } = use;
  if (atoms.length === 0 || seen.size === 0) return [];
  if (!may.has('granted')) return [neverGrants(use)];
  const isCondition = atoms.some(({ atom }) => atom.test.kind !== 'value');
  if (may.size === 1 && isCondition && !isEffect) return [neverDenies(use)];
  return atoms.length > 1 ? constantParts(use) : [];
};
