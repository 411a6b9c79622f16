import { describe, expect, it } from 'vitest';
import { solutionWith } from '../kss/test-solution.ts';
import { atomsOf } from '../kss/witness/witness.ts';
import { eventSlots } from '../kss/witness/slots.ts';
import { lentWith, testedOf } from './rights-tested.ts';
import type { RightsTested } from './rights-tested.ts';

/** What a rule on requests of Send tests of the rights of `handle`. */
const testedBy = (rule: string): RightsTested | undefined => {
  const solution = solutionWith(
    `request src=t.Client dst=t.Server endpoint=direct method=Send { ${rule} }`,
  );
  const slot = eventSlots(solution).find(
    ({ event, src, endpoint, method }) =>
      event === 'request' && src === 't.Client' && endpoint === 'direct' && method === 'Send',
  );
  return slot === undefined
    ? undefined
    : testedOf(
        atomsOf(solution, slot).flatMap(({ reads }) => reads),
        slot.type,
      );
};

describe('testedOf', () => {
  it.each([
    ['assert (message.handle.rights & 0x10000 != 0)', { bits: 0x1_0000, isWhole: false }],
    [
      'choice (0x2 & message.handle.rights) { 0 : grant () 2 : deny () }',
      { bits: 2, isWhole: false },
    ],
    [
      'assert (message.handle.rights & 1 == 0) deny (message.handle.rights & 4 == 0)',
      { bits: 5, isWhole: false },
    ],
    [
      'assert (message.handle.handle == 7) assert (message.pair.a & 1 == 0)',
      { bits: 0, isWhole: false },
    ],
    ['assert (message.handle.rights == 0x10002)', { bits: 0, isWhole: true }],
    ['assert (message.handle.rights < 5)', { bits: 0, isWhole: true }],
    ['grant ()', { bits: 0, isWhole: false }],
  ])('tells which rights of a handle are tested: %s [OBJ-1]', (rule, tested) => {
    expect(testedBy(rule)).toEqual(tested);
  });
});

describe('lentWith', () => {
  it('gives each set of the rights that are tested and held, with all that are not tested [OBJ-1]', () => {
    expect(lentWith(0x3_0002, { bits: 0x1_0001, isWhole: false })).toEqual([0x3_0002, 0x2_0002]);
    expect(lentWith(0x3_0002, { bits: 0, isWhole: false })).toEqual([0x3_0002]);
    expect([...lentWith(0x3, { bits: 0, isWhole: true })].sort()).toEqual([0, 1, 2, 3]);
    expect(lentWith(0x8000_0001, { bits: 0x8000_0000, isWhole: false })).toEqual([0x8000_0001, 1]);
  });

  it('gives some sets where there are too many, the whole and none among them [OBJ-1]', () => {
    const found = lentWith(0x3ff, { bits: 0, isWhole: true });

    expect(found).toHaveLength(22);
    expect(found).toEqual(expect.arrayContaining([0x3ff, 0, 0x200, 0x1ff]));
  });
});
