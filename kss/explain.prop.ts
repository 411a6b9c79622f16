import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Defect } from '../model/defect.ts';
import { record } from '../model/value.ts';
import { noLead } from './explain/before.ts';
import type { Change } from './explain/change.ts';
import { explain } from './explain.ts';
import { interpreter } from './interpreter.ts';
import { eventIn } from './witness/event-in.ts';
import { finiteSlot, finiteSolution } from './witness/test-finite.ts';
import { caseOf } from '../properties/generate/finite-policy.ts';

interface Asked {
  readonly method: string;
  readonly policy: string;
  readonly value: bigint;
}

/** A policy on one integer, and the value of a message. */
const asked: fc.Arbitrary<Asked> = fc
  .constantFrom(['Byte', 0n, 255n] as const, ['Signed', -128n, 127n] as const)
  .chain(([method, min, max]) =>
    fc
      .record({ method: fc.constant(method), value: fc.bigInt({ min, max }) })
      .chain((one) => caseOf(method).map(({ policy }) => ({ ...one, policy }))),
  );

const distance = (left: bigint, right: bigint): bigint =>
  left < right ? right - left : left - right;

/** How far the nearest value is that gets another verdict; absent if none does. By trying all. */
const findDistance = ({ method, policy, value }: Asked): bigint | undefined => {
  const solution = finiteSolution(policy);
  const slot = finiteSlot(solution, method);
  if (slot === undefined) throw new Defect('no such slot');
  const { judge } = interpreter(solution);
  const { context } = noLead(solution);
  const kindOf = (one: bigint) =>
    judge(context, eventIn(solution, slot, record([['a', one]]))).verdict.kind;
  const here = kindOf(value);
  const least = method === 'Byte' ? 0n : -128n;
  const flips = Array.from({ length: 256 }, (_, index) => least + BigInt(index))
    .filter((one) => kindOf(one) !== here)
    .map((one) => distance(one, value))
    .sort((left, right) => (left < right ? -1 : 1));
  return flips[0];
};

const changesOf = ({ method, policy, value }: Asked): readonly Change[] => {
  const solution = finiteSolution(policy);
  const slot = finiteSlot(solution, method);
  if (slot === undefined) throw new Defect('no such slot');
  const event = eventIn(solution, slot, record([['a', value]]));
  return explain(solution, noLead(solution).context, event).wouldChange;
};

const toldDistance = (changes: readonly Change[], value: bigint): bigint | undefined => {
  const [told] = changes.flatMap((one) => (one.kind === 'message' ? [one.change] : []));
  const [, number] = /^message\.a = (-?\d+)/.exec(told ?? '') ?? [];
  return number === undefined ? undefined : distance(BigInt(number), value);
};

/** Is what is told of the message what trying every value finds? */
const isNearest = (one: Asked, changes: readonly Change[]): boolean => {
  const told = toldDistance(changes, one.value);
  const isOpen = changes.some(({ kind, text }) => kind === 'unknown' && text.includes('message'));
  const nearest = findDistance(one);
  return told === nearest || (told === undefined && isOpen);
};

describe('explain', () => {
  it('tells the nearest value of all that change the verdict, or that there is none [VER-1]', () => {
    fc.assert(
      fc.property(asked, (one) => {
        expect(isNearest(one, changesOf(one))).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('is found out if it tells a value further off [VER-1]', () => {
    const further = (changes: readonly Change[]): readonly Change[] =>
      changes.map((one) =>
        one.kind === 'message' ? { ...one, change: 'message.a = 1000 instead of 0' } : one,
      );

    const property = fc.property(asked, (one) => isNearest(one, further(changesOf(one))));

    expect(fc.check(property, { seed: 1, numRuns: 50 }).failed).toBe(true);
  });
});
