import { describe, expect, it } from 'vitest';
import { threadId } from '../model/ids.ts';
import { randomStream } from './random.ts';
import { noTurns, pickThread, sliceSteps } from './turns.ts';
import type { ReadyThread, Turns } from './turns.ts';

const ready = (thread: number, policy: number, priority: number): ReadyThread => ({
  thread: threadId(thread),
  policy,
  priority,
});

/** Who acts in each of so many steps, where `readyAt` can. */
const picked = (
  steps: number,
  readyAt: (step: number) => readonly ReadyThread[],
  seed = 1,
): readonly number[] => {
  const random = randomStream(seed);
  let turns: Turns = noTurns;
  return Array.from({ length: steps }, (_, step) => {
    const { thread, turns: next } = pickThread(turns, readyAt(step), random);
    turns = next;
    return thread;
  });
};

describe('pickThread', () => {
  it('lets real-time threads go before standard ones, the greatest priority first [SIM-1]', () => {
    const all = [ready(0, 0, 15), ready(1, 1, 3), ready(2, 1, 9), ready(3, 2, 9)];

    expect(picked(6, () => all)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(picked(3, () => all.slice(0, 2))).toEqual([1, 1, 1]);
    expect(picked(1, () => [ready(0, 0, 15), ready(4, 2, 0)])).toEqual([4]);
  });

  it('lets the first come first, until it waits [SIM-1]', () => {
    const one = ready(5, 1, 4);
    const two = ready(1, 1, 4);

    expect(picked(5, (step) => (step === 0 ? [one] : step < 3 ? [two, one] : [two]))).toEqual([
      5, 5, 5, 1, 1,
    ]);
  });

  it('gives turns by round robin [SIM-1]', () => {
    const all = [ready(0, 2, 4), ready(1, 2, 4), ready(2, 2, 4)];
    const turns = [0, 1, 2, 0].flatMap((thread) =>
      Array.from({ length: sliceSteps }, () => thread),
    );

    expect(picked(turns.length, () => all)).toEqual(turns);
  });

  it('takes nothing of a standard thread’s slice, but for real-time threads [SIM-1]', () => {
    const standard = [ready(0, 0, 8), ready(1, 0, 8)];
    const acted = picked(400, () => standard);

    for (let at = 0; at < 400; at += sliceSteps)
      expect(new Set(acted.slice(at, at + sliceSteps)).size).toBe(1);
    const [first] = picked(1, () => standard);
    const interrupted = picked(3, (step) =>
      step === 1 ? [...standard, ready(7, 1, 0)] : standard,
    );

    expect(interrupted).toEqual([first, 7, first]);
  });

  it('shares time among standard threads by priority and one [SIM-1]', () => {
    const acted = picked(40_000, () => [ready(0, 0, 0), ready(1, 0, 2), ready(2, 0, 11)], 7);
    const share = [0, 1, 2].map((thread) => acted.filter((one) => one === thread).length / 40_000);

    expect(share[0]).toBeCloseTo(1 / 16, 1);
    expect(share[1]).toBeCloseTo(3 / 16, 1);
    expect(share[2]).toBeCloseTo(12 / 16, 1);
  });

  it('never picks a thread that cannot act, and picks the same of a seed [SIM-2]', () => {
    const random = randomStream(9);
    const sets = Array.from({ length: 500 }, () =>
      [0, 1, 2, 3, 4]
        .map((thread) => ready(thread, random.below(3), random.below(16)))
        .filter(({ thread }) => thread === 0 || random.below(2) === 0),
    );
    const acted = picked(500, (step) => sets[step] ?? []);

    expect(acted.every((one, step) => sets[step]?.some(({ thread }) => thread === one))).toBe(true);
    expect(picked(500, (step) => sets[step] ?? [])).toEqual(acted);
  });
});
