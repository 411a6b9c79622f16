import type { ProcessId } from '../../model/ids.ts';
import type { Accessed } from '../../model/step.ts';
import type { Writer } from '../../model/writer.ts';
import type { Facts } from '../../kernel/kernel.ts';
import type { ObservedStep } from '../observed-step.ts';
import { entitledTo, findFrame } from './frames.ts';

/** What a word was last given, and by whom; by nobody who still is. */
export interface Written {
  readonly value: number;
  readonly by: ProcessId | undefined;
}

/**
 * What has become of a frame since it was last free.
 *
 * Shape: `letIn` are the processes that might use it at some time, as far as they have not ended since; `isLent`, a
 *        buffer had it; `words` are those that were written, by their physical addresses; `isAgain`, it was used before.
 */
export interface FrameHistory {
  readonly letIn: ReadonlySet<ProcessId>;
  readonly isLent: boolean;
  readonly words: ReadonlyMap<number, Written>;
  readonly isAgain: boolean;
}

/** The histories of frames, by their first bytes. */
export type MemoryHistory = ReadonlyMap<number, FrameHistory>;

const fresh: FrameHistory = {
  letIn: new Set(),
  isLent: false,
  words: new Map(),
  isAgain: false,
};

const freed: FrameHistory = { ...fresh, isAgain: true };

export const historyOf = (history: MemoryHistory, frame: number): FrameHistory =>
  history.get(frame) ?? fresh;

type Seen = Pick<Facts, 'frames' | 'mappings' | 'handles' | 'resources' | 'processes'>;

/** The processes that run no more, or anew, since a step: what stood for them stands for them no longer. */
const endedIn = (before: Seen, after: Seen): ReadonlySet<ProcessId> => {
  if (before.processes === after.processes) return new Set();
  const rests = new Map(after.processes.map(({ process, state }) => [process, state]));
  return new Set(
    before.processes.flatMap(({ process, state }) => {
      const now = rests.get(process);
      const isOver = now === undefined || now === 'ended';
      return isOver || (state !== 'running' && now === 'running') ? [process] : [];
    }),
  );
};

const withoutEnded = (one: FrameHistory, ended: ReadonlySet<ProcessId>): FrameHistory => {
  if (ended.size === 0) return one;
  const letIn = new Set([...one.letIn].filter((process) => !ended.has(process)));
  const words = new Map(
    [...one.words].map(([word, { value, by }]) => [
      word,
      { value, by: by !== undefined && ended.has(by) ? undefined : by },
    ]),
  );
  return { ...one, letIn, words };
};

const isLeft = (before: Seen, after: Seen): boolean =>
  (['frames', 'mappings', 'handles', 'resources', 'processes'] as const).every(
    (list) => before[list] === after[list],
  );

const isUntouched = ({ letIn, isAgain }: FrameHistory): boolean => letIn.size === 0 && !isAgain;

/** The histories as the facts of a state have them, after those of the state before it. */
const settled = (history: MemoryHistory, before: Seen, after: Seen): MemoryHistory => {
  const entitled = entitledTo(after);
  const lent = new Set(after.resources.flatMap(({ frames }) => frames));
  const ended = endedIn(before, after);
  return new Map(
    after.frames.map(({ physical, state }): readonly [number, FrameHistory] => {
      const known = history.get(physical);
      if (state === 'free') return [physical, isUntouched(known ?? fresh) ? fresh : freed];
      const one = withoutEnded(known ?? fresh, ended);
      return [
        physical,
        {
          ...one,
          letIn: new Set([...one.letIn, ...(entitled.get(physical) ?? [])]),
          isLent: one.isLent || lent.has(physical),
        },
      ];
    }),
  );
};

const stored = (
  history: MemoryHistory,
  { physical, value }: Accessed,
  by: ProcessId | undefined,
  facts: Seen,
): MemoryHistory => {
  const frame = findFrame(facts, physical)?.physical;
  if (frame === undefined) return history;
  const one = historyOf(history, frame);
  const words = new Map([...one.words, [physical, { value, by }] as const]);
  return new Map([...history, [frame, { ...one, words }]]);
};

/** What has become of frames when a run begins. */
export const historyAt = (facts: Seen): MemoryHistory => settled(new Map(), facts, facts);

/** What has become of frames after a step. */
export const historyAfter = (history: MemoryHistory, step: ObservedStep): MemoryHistory => {
  const { before, after, report, actor } = step;
  let now = history;
  for (const one of report.accesses)
    if (one.kind === 'store') now = stored(now, one, actor, before);
  return isLeft(before, after) ? now : settled(now, before, after);
};

/** Canonical bytes. */
export const encodeHistory = (history: MemoryHistory, writer: Writer): void => {
  writer.word(history.size);
  for (const [frame, { letIn, isLent, words, isAgain }] of [...history].sort(
    ([one], [other]) => one - other,
  )) {
    writer.text(String(frame));
    writer.text([...letIn].sort((one, other) => one - other).join());
    writer.word((isLent ? 1 : 0) + (isAgain ? 2 : 0));
    writer.word(words.size);
    for (const [word, { value, by }] of [...words].sort(([one], [other]) => one - other)) {
      writer.text(String(word));
      writer.word(value);
      writer.word(by === undefined ? 0 : by + 1);
    }
  }
};
