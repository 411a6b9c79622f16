import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { compile } from '../../kss/compiled/compile.ts';
import { standardParts } from '../../kss/compiled/parts-of-engine.ts';
import type { EngineParts } from '../../kss/compiled/parts-of-engine.ts';
import { standardOptions } from '../../kss/engine-options.ts';
import { randomStream } from '../../simulator/random.ts';
import { drawSequence, eventSpaceOf } from '../policies/events/sequence.ts';
import type { Happening } from '../policies/events/sequence.ts';
import { loadPolicy, policies } from '../policies/policy.ts';
import type { GeneratedPolicy } from '../policies/policy.ts';
import { asText } from './difference.ts';
import { runOfSession } from './engine-run.ts';
import type { EngineRun } from './engine-run.ts';

const happen = (run: EngineRun, sequence: readonly Happening[]): readonly string[] =>
  sequence.map((happening) => {
    if (happening.kind === 'event') return asText(run.decide(happening.event));
    run.release(happening.sid);
    return run.bytes();
  });

/** What a session answers to the same events before and after it is put back to a mark. */
const beforeAndAfter = (
  policy: GeneratedPolicy,
  seed: number,
  parts: EngineParts,
): readonly [unknown, unknown] => {
  const solution = loadPolicy(policy, catalogue);
  const session = compile(solution, standardOptions, parts).session();
  const run = runOfSession(session);
  const draw = randomStream(seed);
  const space = eventSpaceOf(solution);
  const [first, then] = [drawSequence(draw, space, 10), drawSequence(draw, space, 20)];
  happen(run, first);
  const bytes = run.bytes();
  const mark = session.mark();
  const before = happen(run, then);
  session.rewind(mark);
  const again = run.bytes();
  return [
    [bytes, before],
    [again, happen(run, then)],
  ];
};

const check = (parts: EngineParts) =>
  fc.check(
    fc.property(policies(), fc.noBias(fc.nat()), (policy, seed) => {
      const [before, after] = beforeAndAfter(policy, seed, parts);
      expect(after).toEqual(before);
    }),
    { seed: 3, numRuns: 150, endOnFailure: true },
  );

describe('a session of the compiled engine', () => {
  it('that is put back to a mark answers as it did [KSS-2] [KSS-3]', () => {
    const { failed, errorInstance, numRuns } = check(standardParts);

    expect(errorInstance).toBe(null);
    expect(failed).toBe(false);
    expect(numRuns).toBe(150);
  });

  it('is found not to, where it takes nothing back [KSS-2] [GATE-1]', () => {
    const makeUndoLog: EngineParts['makeUndoLog'] = () => ({
      ...standardParts.makeUndoLog(),
      rewind: () => undefined,
    });

    expect(check({ ...standardParts, makeUndoLog }).failed).toBe(true);
  });
});
