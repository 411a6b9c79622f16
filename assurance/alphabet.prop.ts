import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solutionWith } from '../kss/test-solution.ts';
import { finiteFiles } from '../kss/witness/test-finite.ts';
import { messagesOf } from '../kss/witness/messages/messages.ts';
import { caseOf, onIntegers, quick } from '../properties/generate/finite-policy.ts';
import type { Case } from '../properties/generate/finite-policy.ts';
import type { Solution } from '../solution/solution.ts';
import { everyMessage, forgetting, isSame, reachedWith } from './test-alphabet.ts';

/** What the server's program tests. */
const whens: Readonly<Record<string, fc.Arbitrary<string>>> = {
  Byte: onIntegers('message.a'),
  Signed: onIntegers('message.a'),
  Text: fc.constantFrom(
    'message.t == "a"',
    'message.t != ""',
    'message.t == "b" || message.t == "z"',
  ),
  Member: onIntegers('message.e.number'),
  List: onIntegers('message.l.[0]'),
};

interface Tested extends Case {
  readonly when: string;
}

const filesOf = ({ method, when }: Tested): Readonly<Record<string, string>> => ({
  ...finiteFiles,
  'programs.yaml': `programs:
- process: server
  initial: open
  states:
    open:
      do: recv
      on:
      - {on: request finite.${method}, when: '${when.replaceAll("'", "''")}', next: answering}
      - {on: request, next: dead}
    dead: {}
    answering:
      do: reply {}
      on:
      - {on: any, next: open}
`,
  'objectives.yaml': `objectives:
- {name: no-request, text: never, never: request dst=t.Server endpoint=finite}
- {name: no-response, text: never, never: response src=t.Server endpoint=finite}
`,
});

const solutionOf = (tested: Tested): Solution =>
  solutionWith(
    `${tested.policy}\nexecute src=kl.core.Core { grant () }\nresponse src=t.Server { grant () }`,
    filesOf(tested),
  );

const testing = fc
  .constantFrom(...quick)
  .chain((method) => fc.record({ one: caseOf(method), when: whens[method] ?? fc.constant('true') }))
  .map(({ one, when }): Tested => ({ ...one, when }));

const rule = fc.oneof(
  fc.constantFrom(
    'seen.add { sid : dst_sid, entry : message.a }',
    'seen.remove { sid : dst_sid, entry : message.a }',
    'assert (seen.contains { sid : dst_sid, entry : message.a })',
    'deny (seen.contains { sid : dst_sid, entry : message.a })',
    'seen.add { sid : dst_sid, entry : 3 }',
    'grant ()',
  ),
  onIntegers('message.a').map((one) => `assert (${one})`),
);

/** Policies that keep what messages say: of few values, so that all messages can be tried. */
const keeping: fc.Arbitrary<Tested> = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    size: fc.constantFrom(1, 2),
    when: onIntegers('message.a'),
  })
  .map(({ rules, size, when }) => ({
    method: 'Byte',
    when,
    policy: `policy object seen : HashSet { type Entry = UInt8
    config = { set_size : ${String(size)}, pool_size : 1 } }
execute src=Einit { grant () match dst=t.Server { seen.init { sid : dst_sid } } }
request dst=t.Server endpoint=finite method=Byte { assert (message.a < 5) ${rules.join(' ')} }`,
  }));

/** Does a search with the messages that are found come to what one with all messages does? */
const isEnough = (tested: Tested, messages = messagesOf): boolean => {
  const solution = solutionOf(tested);
  const found = reachedWith(solution, messages);
  return found.reasons > 0 || isSame(found, reachedWith(solution, everyMessage(tested.method)));
};

describe('alphabetsOf', () => {
  it('comes to all verdicts, policy states and violations that all messages come to [OBJ-1] [POL-4]', () => {
    fc.assert(
      fc.property(testing, (tested) => {
        expect(isEnough(tested)).toBe(true);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('does so where the policy keeps what messages say [OBJ-1] [POL-4]', () => {
    fc.assert(
      fc.property(keeping, (tested) => {
        expect(isEnough(tested)).toBe(true);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('leaves little undecided: the properties above say something [OBJ-1]', () => {
    const cases = [testing, keeping].flatMap((one) => fc.sample(one, { numRuns: 20, seed: 1 }));

    const decided = cases.filter((one) => {
      const { reasons, complete } = reachedWith(solutionOf(one), messagesOf);
      return reasons === 0 && complete;
    });

    expect(decided.length).toBeGreaterThan(30);
  });

  it.each([
    ['tests messages', testing],
    ['keeps them', keeping],
  ])('is found out where it forgets a message, and the policy %s [OBJ-1] [GATE-1]', (_, cases) => {
    const property = fc.property(cases, (tested) => isEnough(tested, forgetting));

    expect(fc.check(property, { numRuns: 60, seed: 1 }).failed).toBe(true);
  });
});
