import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { Asked } from '../evaluation.ts';
import { formatCall } from '../explain/format-expression.ts';
import type { Witness } from '../witness/witness.ts';
import { findingAt } from './finding.ts';
import type { AnalysisFinding } from './finding.ts';
import { resultIn } from './uses.ts';
import type { CallUse } from './uses.ts';

/** The rules of a witness but one, and but those that are left out already. */
const othersIn = (
  { judgement }: Witness,
  call: Call,
  without: ReadonlySet<Call>,
): readonly Asked[] =>
  judgement.asked.filter(
    (one) => one.finding !== undefined && one.call !== call && !without.has(one.call),
  );

const isRefusal = ({ finding }: Asked): boolean =>
  finding !== undefined && finding.result !== 'granted';

/** Is the verdict the same without the call? */
const isIdleIn = (witness: Witness, call: Call, without: ReadonlySet<Call>): boolean => {
  const result = resultIn(witness, call);
  if (result === undefined) return true;
  const others = othersIn(witness, call, without);
  return others.length > 0 && (result === 'granted' || others.some(isRefusal));
};

/**
 * Rules without which every verdict is the same: all of them can be left out together.
 *
 * Shape: `uses` are those that may be left out: conditions that change no state. Of two that shadow each
 *        other the one that comes later at the first slot of both is told.
 */
export const shadowedIn = (uses: readonly CallUse[]): readonly AnalysisFinding[] => {
  const without = new Set<Call>();
  const findings: AnalysisFinding[] = [];
  for (const { call, slots, may, seen } of [...uses].reverse()) {
    const isDenying = may.has('denied') || may.has('failed');
    if (!isDenying || !may.has('granted') || !slots.every(({ isExact }) => isExact)) continue;
    const witnesses = slots.flatMap((one) => one.witnesses);
    if (!witnesses.every((one) => isIdleIn(one, call, without))) continue;
    without.add(call);
    const witness = seen.get('denied') ?? seen.get('failed');
    if (witness === undefined) continue;
    const { prelude, event } = witness;
    const others = othersIn(witness, call, without).filter(isRefusal);
    findings.push(
      findingAt(
        'ANA-005',
        call.at,
        `${formatCall(call)} is shadowed: whenever it denies, another rule does`,
        {
          shown: { prelude, event },
          related: others.map((one) => ({
            at: one.finding?.at ?? one.call.at,
            message: 'this one denies with it',
          })),
        },
      ),
    );
  }
  return findings;
};
