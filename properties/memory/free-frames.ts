import type { Facts } from '../../kernel/kernel.ts';
import { broken, idle, witnessedBy } from '../run-property.ts';
import type { RunProperty } from '../run-property.ts';
import { findFrame, frameName } from './frames.ts';

type Seen = Pick<Facts, 'frames' | 'reach' | 'words'>;

/** What is wrong with a frame that is free. */
export const faultOfFree = ({ frames, reach, words }: Seen): string | undefined => {
  const free = frames.filter(({ state }) => state === 'free');
  const within = { frames: free };
  const reached = reach.find(({ physical }) => findFrame(within, physical) !== undefined);
  if (reached !== undefined) {
    const by = reached.way === 0 ? 'its tables' : `what core ${String(reached.core)} has kept`;
    return `process ${String(reached.process)} reaches ${frameName(reached.physical)} by ${by}, and it is free`;
  }
  const held = words.find(({ physical }) => findFrame(within, physical) !== undefined);
  return held === undefined
    ? undefined
    : `the word at 0x${held.physical.toString(16)} is ${String(held.value)}, and its frame is free`;
};

/** How frames came back in a step: after they had waited for cores, and after something was in them. */
const comingBack = (before: Seen, after: Seen): readonly string[] => {
  if (before.frames === after.frames) return [];
  const then = new Map(before.frames.map((frame) => [frame.physical, frame.state]));
  const back = after.frames.filter(
    ({ physical, state }) => state === 'free' && (then.get(physical) ?? 'free') !== 'free',
  );
  const held = before.words.some(({ physical }) => findFrame({ frames: back }, physical));
  const hasWaited = back.some(({ physical }) => then.get(physical) === 'passing');
  return [
    ...(back.length > 0 ? ['comes back'] : []),
    ...(hasWaited ? ['has waited for cores'] : []),
    ...(held ? ['held something'] : []),
  ];
};

/**
 * No core can translate to a frame that is free, by tables or by what it has kept, and a frame that is free holds
 * zeros.
 *
 * Source: S10; spec/requirements.md MEM; spec/decisions/0010-frames.md.
 */
export const freeFramesAreUnreachable: RunProperty = {
  name: 'freeFramesAreUnreachable',
  requirement: 'MEM-3',
  statement: 'No core can translate to a free frame, and free frames hold zeros.',
  start:
    () =>
    ({ before, after }) => {
      const isLeft = (['frames', 'reach', 'words'] as const).every(
        (list) => before[list] === after[list],
      );
      if (isLeft) return idle;
      const fault = faultOfFree(after);
      if (fault !== undefined) return broken(fault);
      const ways = comingBack(before, after);
      return ways.length === 0 ? idle : witnessedBy(ways);
    },
};
