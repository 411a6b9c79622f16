import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handleId } from '../model/ids.ts';
import { messagesOf } from '../kss/witness/messages/messages.ts';
import { exploring } from '../kernel/kernel.ts';
import type { Solution } from '../solution/solution.ts';
import type { Alphabet } from './alphabet.ts';
import { nothingTested } from './rights-tested.ts';
import { isSame, reachedWith } from './test-alphabet.ts';
import { handingProgram, handingSolution } from './test-handing.ts';

/** To transfer, to call, and to receive or to write. */
const bits = [0x2, 0x1_0000, 0x2_0000] as const;
const mask = fc.constantFrom(...bits, 0x3_0000, 0x1_0002).map(String);

const onRights = fc
  .tuple(mask, fc.constantFrom('==', '!='))
  .map(([one, relation]) => `assert (message.handle.rights & ${one} ${relation} 0)`);

const onState = fc.constantFrom(
  'file.allow { sid : message.handle.handle, states : ["open"] }',
  'file.allow { sid : message.handle.handle, states : ["shut"] }',
  'file.enter { sid : message.handle.handle, state : "open" }',
  'file.enter { sid : message.handle.handle, state : "shut" }',
  'assert (message.handle.handle == 0)',
  'deny (message.handle.handle == 0)',
);

const onNumber = fc.constantFrom('assert (message.number < 5)', 'deny (message.number == 7)');

interface Tested {
  readonly policy: string;
  readonly programs: string;
}

const testing: fc.Arbitrary<Tested> = fc
  .record({
    take: fc.oneof(
      fc.tuple(onState, onRights),
      fc.tuple(onRights, onState),
      fc.tuple(onState, onNumber),
      fc.tuple(onRights),
    ),
    give: fc.oneof(onState, onRights, fc.constant('grant ()')),
    others: fc.constantFrom('grant ()', 'deny ()'),
    isCallable: fc.boolean(),
    rights: fc.constantFrom(0x3_0002, 0x1_0002, 0x1_0000),
    keep: fc.constantFrom('{}', '{}', '{}', '{file: message.handle}'),
  })
  .map(({ take, give, others, isCallable, rights, keep }) => ({
    policy: `request dst=t.Server { match endpoint=hand {
    match method=Give { grant () }
    match method=Take { ${take.join(' ')} } }
  match endpoint=direct { match method=Ping { ${others} } match method=Note { ${others} } } }
response src=t.Server { match method=Give { ${give} } match method=Take { grant () } match endpoint=direct { grant () } }
`,
    programs: handingProgram({ isCallable, rights, keep }),
  }));

const solutionOf = ({ policy, programs }: Tested): Solution =>
  handingSolution(policy, programs, {
    'objectives.yaml': `objectives:
- {name: never-taken, text: never, never: request dst=t.Server endpoint=hand method=Take}
- {name: never-given, text: never, never: response src=t.Server endpoint=hand method=Give}
- {name: never-direct, text: never, never: request dst=t.Server endpoint=direct}
`,
  });

/** Every number of the table, with every set of these rights; and every call over every number. */
const everyHandle = (alphabet: Alphabet): Alphabet => {
  const numbers = Array.from({ length: exploring.handles }, (_, number) => handleId(number));
  const all = bits.reduce<number>((sum, bit) => sum | bit, 0);
  const tested = { bits: all, isWhole: false };
  const over = numbers
    .slice(alphabet.boot.length)
    .flatMap((handle) =>
      alphabet.overGiven.map((template) => [{ ...template, handle }, template] as const),
    );
  return {
    ...alphabet,
    calls: [...alphabet.calls, ...over.map(([call]) => call)],
    carrying: new Map([
      ...[...alphabet.carrying.keys()].map((said) => [said, tested] as const),
      ...over.flatMap(([call, template]) =>
        alphabet.carrying.has(template) ? [[call, tested] as const] : [],
      ),
    ]),
    boot: numbers.map((number) => ({ number, rights: all })),
  };
};

/** Of what it was given it makes no use. */
const unused = (alphabet: Alphabet): Alphabet => ({
  ...alphabet,
  overGiven: [],
  carrying: new Map(),
});

/** It lends with all rights that it has. */
const unnarrowed = (alphabet: Alphabet): Alphabet => ({
  ...alphabet,
  carrying: new Map([...alphabet.carrying.keys()].map((said) => [said, nothingTested])),
});

type Change = (alphabet: Alphabet) => Alphabet;

const asItIs: Change = (alphabet) => alphabet;

/**
 * Does a search with the handles that are given come to what one with all numbers and rights comes to? Searches that
 * do not end within some states say nothing.
 */
const compared = (tested: Tested, change: Change): 'same' | 'other' | 'unknown' => {
  const solution = solutionOf(tested);
  const found = reachedWith(solution, messagesOf, change, 500);
  if (found.reasons > 0 || !found.complete) return 'unknown';
  const every = reachedWith(solution, messagesOf, everyHandle, 2500);
  if (!every.complete) return 'unknown';
  return isSame(found, every) ? 'same' : 'other';
};

const runs = { seed: 1, numRuns: 16 };

describe('mostGeneral', () => {
  it('comes with the handles that it was given to all that any handle with any rights comes to [OBJ-1]', () => {
    let decided = 0;

    fc.assert(
      fc.property(testing, (tested) => {
        const found = compared(tested, asItIs);
        decided += found === 'same' ? 1 : 0;
        expect(found).not.toBe('other');
      }),
      runs,
    );

    expect(decided).toBeGreaterThan(runs.numRuns / 3);
  });

  it.each([
    ['uses none of them', unused],
    ['lends them with all their rights', unnarrowed],
  ])('is found out where it %s [OBJ-1] [GATE-1]', (_, change) => {
    const property = fc.property(testing, (tested) => compared(tested, change) !== 'other');

    expect(fc.check(property, { ...runs, numRuns: 40, endOnFailure: true }).failed).toBe(true);
  });
});
