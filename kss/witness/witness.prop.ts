import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Defect } from '../../model/defect.ts';
import { sidOf } from '../../model/ids.ts';
import { record } from '../../model/value.ts';
import type { RecordValue } from '../../model/value.ts';
import type { Solution } from '../../solution/solution.ts';
import { interpreter } from '../interpreter.ts';
import { resolve } from '../resolve.ts';
import { solutionWith } from '../test-solution.ts';
import { tableOf } from './assign.ts';
import type { Solve } from './search.ts';
import { eventIn } from './event-in.ts';
import { observe } from './observe.ts';
import { programAt } from './policy-at.ts';
import { eventSlots } from './slots.ts';
import type { EventSlot } from './slots.ts';
import { reachableContexts, usualBounds } from './contexts.ts';
import { initially, witnessesOf } from './witness.ts';
import { assignmentsByTrying, finiteSlot, finiteSolution, forgetful } from './test-finite.ts';
import { caseOf, onIntegers, onText, quick } from '../../properties/generate/finite-policy.ts';
import type { Case } from '../../properties/generate/finite-policy.ts';

const bounds = { ...usualBounds, contexts: 4 };

const foundAndTried = ({ method, policy }: Case, solve: Solve = tableOf) => {
  const solution = finiteSolution(policy);
  const slot = finiteSlot(solution, method);
  if (slot === undefined) throw new Error('no such slot');
  const last = reachableContexts(solution, bounds).contexts.at(-1);
  const contexts = [initially(solution), ...(last === undefined ? [] : [last])];
  return contexts.map((reached) => {
    const { witnesses, unknown } = witnessesOf(solution, slot, { contexts: [reached], solve });
    const found = new Set(witnesses.map(({ outcomes }) => outcomes.join()));
    return { found, tried: assignmentsByTrying(solution, slot, reached), unknown };
  });
};

/** Are the assignments found those that trying finds; all of them, where nothing is unknown? */
const isExact = (one: Case, solve?: Solve): boolean =>
  foundAndTried(one, solve).every(({ found, tried, unknown }) => {
    const isSound = [...found].every((outcomes) => tried.has(outcomes));
    return isSound && (unknown.length > 0 || found.size === tried.size);
  });

/** Conditions on several parameters of many values. */
const condition: fc.Arbitrary<string> = fc.oneof(
  onIntegers('message.pair.a', 'message.list.[0]', 'message.either.number'),
  onIntegers('message.list.[1]', 'message.handle.rights', 'message.pair.a'),
  onText('message.pair.b'),
  onText('message.either.text'),
  fc.constantFrom('size (message.list) > message.pair.a', 'message.pair.b == message.either.text'),
);

const near = (max: number): fc.Arbitrary<bigint> =>
  fc.oneof(fc.nat({ max: 13 }), fc.nat({ max })).map(BigInt);

const word = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'z', 'ab'),
  fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', 'c', 'x', 'Z', '-') }),
);

/** Messages of `Send`. */
const messages = fc.array(
  fc
    .record({
      a: near(255),
      b: word,
      either: fc.oneof(
        near(65_535).map((value) => ({ kind: 'union', member: 'number', value }) as const),
        word.map((value) => ({ kind: 'union', member: 'text', value }) as const),
      ),
      list: fc.array(near(255), { maxLength: 3 }),
      rights: near(0xffff_ffff),
    })
    .map(({ a, b, either, list, rights }) =>
      record([
        [
          'pair',
          record([
            ['a', a],
            ['b', b],
          ]),
        ],
        ['either', either],
        ['list', list],
        ['handle', { kind: 'handle', sid: sidOf(0), rights: Number(rights) }],
      ]),
    ),
  { minLength: 20, maxLength: 40 },
);

const assignmentOf = (solution: Solution, slot: EventSlot, message: RecordValue): string => {
  const event = eventIn(solution, slot, message);
  const answer = resolve(solution, event);
  if (answer.kind !== 'resolved') throw new Defect(`a message is ${answer.kind}`);
  const { asked } = interpreter(solution).judge(initially(solution).context, event);
  return observe(programAt(solution, slot), asked, answer.resolved).join();
};

describe('witnessesOf', () => {
  it('finds exactly the assignments that trying every message finds [POL-4]', () => {
    fc.assert(
      fc.property(fc.constantFrom(...quick).chain(caseOf), (one) => {
        expect(isExact(one)).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('finds exactly the assignments of two integers together [POL-4]', () => {
    fc.assert(
      fc.property(caseOf('Two'), (one) => {
        expect(isExact(one)).toBe(true);
      }),
      { seed: 1, numRuns: 2 },
    );
  });

  it('leaves few assignments unknown: the property above says something [POL-4]', () => {
    const cases = fc.sample(fc.constantFrom(...quick).chain(caseOf), { numRuns: 60, seed: 1 });

    const decided = cases.filter((one) =>
      foundAndTried(one).every(({ unknown }) => unknown.length === 0),
    );

    expect(decided.length).toBeGreaterThan(48);
  });

  it('finds a solver that forgets an assignment [POL-4]', () => {
    const property = fc.property(fc.constantFrom(...quick).chain(caseOf), (one) =>
      isExact(one, forgetful),
    );

    expect(fc.check(property, { seed: 1, numRuns: 200 }).failed).toBe(true);
  });

  it('has found the assignment of any message at random, of many parameters [POL-4]', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), messages, (all, sent) => {
        const solution = solutionWith(
          `use nk.regex._\nrequest method=Send { ${all.map((one) => `assert (${one})`).join(' ')} }`,
        );
        const slot = eventSlots(solution).find(
          ({ id }) =>
            id.startsWith('request src=t.Client dst=t.Server') && id.endsWith('method=Send'),
        );
        if (slot === undefined) throw new Defect('no such slot');

        const { witnesses, unknown } = witnessesOf(solution, slot);

        const found = new Set(witnesses.map(({ outcomes }) => outcomes.join()));
        const seen = sent.map((message) => assignmentOf(solution, slot, message));
        expect(unknown.length > 0 || seen.every((outcomes) => found.has(outcomes))).toBe(true);
      }),
      { seed: 1, numRuns: 80 },
    );
  });
});
