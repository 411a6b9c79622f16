import * as fc from 'fast-check';
import { Defect } from '../../model/defect.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { asText } from '../differential/difference.ts';
import { simplify } from '../differential/simplify.ts';
import { readTape, tapeOf } from '../policies/draw.ts';
import { drawSequence, eventSpaceOf } from '../policies/events/sequence.ts';
import type { Happening } from '../policies/events/sequence.ts';
import { buildPolicy, loadPolicy, policyTapes } from '../policies/policy.ts';
import type { PolicyTapes } from '../policies/policy.ts';
import type { Judgement } from '../run-property.ts';
import type { EngineOf, Law } from './law.ts';

/** Units: `runs` counts policies, each with one sequence of `length` happenings beside the starts. */
export interface LawSampling {
  readonly seed: number;
  readonly runs: number;
  readonly length: number;
}

/** What a law came to. */
export interface LawResult {
  readonly runs: number;
  /** Runs in which the premise of the law occurred; none makes the result vacuous. */
  readonly witnesses: number;
  /** Absent where the law held in every run. */
  readonly broken: BrokenLaw | undefined;
}

export interface BrokenLaw {
  readonly why: string;
  readonly seed: number;
  readonly policy: string;
  readonly sequence: readonly string[];
}

interface Case {
  readonly policy: PolicyTapes;
  readonly events: readonly number[];
  readonly choices: readonly number[];
}

const cases: fc.Arbitrary<Case> = fc.record({
  policy: policyTapes,
  events: tapeOf(900),
  choices: tapeOf(100),
});

interface Tried {
  readonly judgement: Judgement;
  readonly text: string;
  readonly sequence: readonly Happening[];
}

const tryLaw = <Context extends object>(
  law: Law,
  engine: EngineOf<Context>,
  { policy: tapes, events, choices }: Case,
  length: number,
): Tried => {
  const policy = buildPolicy(tapes, law.plan);
  const solution = loadPolicy(policy, catalogue);
  const sequence = drawSequence(readTape(events), eventSpaceOf(solution), length);
  const judgement = law.judge({ engine, solution, sequence, choices });
  return { judgement, text: policy.text, sequence };
};

/** Tries a law over generated policies and sequences; what breaks it is told of a simplified policy. */
export const sampleLaw = <Context extends object>(
  law: Law,
  engine: EngineOf<Context>,
  { seed, runs, length }: LawSampling,
): LawResult => {
  let witnesses = 0;
  const details = fc.check(
    fc.property(cases, (one) => {
      const { judgement } = tryLaw(law, engine, one, length);
      if (judgement.kind === 'witnessed') witnesses += 1;
      return judgement.kind !== 'broken';
    }),
    { seed, numRuns: runs, endOnFailure: true },
  );
  const result = { runs: details.numRuns, witnesses };
  if (!details.failed) return { ...result, broken: undefined };
  if (details.errorInstance instanceof Defect) throw details.errorInstance;
  const [found] = details.counterexample ?? [];
  if (found === undefined) throw new Defect('a law is broken without a case');
  const simple = simplify(
    found.policy,
    (policy) => tryLaw(law, engine, { ...found, policy }, length).judgement.kind === 'broken',
  );
  const { judgement, text, sequence } = tryLaw(law, engine, { ...found, policy: simple }, length);
  const why = judgement.kind === 'broken' ? judgement.why : 'it does not recur';
  return { ...result, broken: { why, seed, policy: text, sequence: sequence.map(asText) } };
};
