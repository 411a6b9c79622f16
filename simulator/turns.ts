import type { ThreadId } from '../model/ids.ts';
import type { ThreadSchedule } from '../kernel/kernel.ts';
import { at } from '../model/defect.ts';
import type { RandomStream } from './random.ts';

/** A thread that can act, and how it is to be treated. */
export interface ReadyThread extends ThreadSchedule {
  readonly thread: ThreadId;
}

/** A thread's turn, and the steps that are left of it. */
interface Turn {
  readonly thread: ThreadId;
  readonly left: number;
}

/**
 * What a scheduler remembers.
 *
 * Shape: `order` are the threads that could act last time, in the order in which they became ready; a
 *        real-time thread does not take the rest of a standard one's slice away.
 */
export interface Turns {
  readonly order: readonly ThreadId[];
  readonly standard: Turn | undefined;
  readonly roundRobin: Turn | undefined;
}

export const noTurns: Turns = { order: [], standard: undefined, roundRobin: undefined };

/** Units: steps of one slice, of standard threads and of round robin. */
export const sliceSteps = 4;

export interface Picked {
  readonly thread: ThreadId;
  readonly turns: Turns;
}

const orderOf = (
  before: readonly ThreadId[],
  ready: readonly ReadyThread[],
): readonly ThreadId[] => {
  const now = ready.map(({ thread }) => thread);
  const stayed = before.filter((thread) => now.includes(thread));
  return [...stayed, ...now.filter((thread) => !stayed.includes(thread))];
};

/** The first of the threads of the greatest priority; round robin lets the next of them go first after a slice. */
const pickRealTime = (
  { order, standard, roundRobin }: Turns,
  realTime: readonly ReadyThread[],
): Picked => {
  const most = Math.max(...realTime.map(({ priority }) => priority));
  const foremost = realTime.filter(({ priority }) => priority === most);
  const first = order.find((one) => foremost.some(({ thread }) => thread === one));
  const picked = foremost.find(({ thread }) => thread === first) ?? at(foremost, 0);
  const { thread, policy } = picked;
  if (policy !== 2) return { thread, turns: { order, standard, roundRobin: undefined } };
  const left = (roundRobin?.thread === thread ? roundRobin.left : sliceSteps) - 1;
  if (left > 0) return { thread, turns: { order, standard, roundRobin: { thread, left } } };
  const behind = [...order.filter((one) => one !== thread), thread];
  return { thread, turns: { order: behind, standard, roundRobin: undefined } };
};

/** How much of the lot a standard thread has. */
const weightOf = ({ priority }: ReadyThread): number => priority + 1;

const drawn = (ready: readonly ReadyThread[], random: RandomStream): ThreadId => {
  let lot = random.below(ready.reduce((sum, one) => sum + weightOf(one), 0));
  for (const one of ready) {
    lot -= weightOf(one);
    if (lot < 0) return one.thread;
  }
  return at(ready, 0).thread;
};

const pickStandard = (
  { order, standard }: Turns,
  ready: readonly ReadyThread[],
  random: RandomStream,
): Picked => {
  const goesOn = ready.some(({ thread }) => thread === standard?.thread) ? standard : undefined;
  const thread = goesOn?.thread ?? drawn(ready, random);
  const left = (goesOn?.left ?? sliceSteps) - 1;
  const turn = left > 0 ? { thread, left } : undefined;
  return { thread, turns: { order, standard: turn, roundRobin: undefined } };
};

/**
 * Who acts next of the threads that can: real-time ones first, the greatest priority first of all, and
 * among equals who became ready first, until it waits, or by turns; else a standard one, which keeps its
 * slice, and whose share of the lots for the next is its priority and one.
 *
 * Shape:  `ready` is not empty.
 * Source: KasperskyOS Community Edition help, "Threads".
 */
export const pickThread = (
  turns: Turns,
  ready: readonly ReadyThread[],
  random: RandomStream,
): Picked => {
  const now = { ...turns, order: orderOf(turns.order, ready) };
  const realTime = ready.filter(({ policy }) => policy !== 0);
  return realTime.length > 0 ? pickRealTime(now, realTime) : pickStandard(now, ready, random);
};
