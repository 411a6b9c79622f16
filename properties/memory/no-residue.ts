import type { ProcessId } from '../../model/ids.ts';
import type { Accessed } from '../../model/step.ts';
import type { ObservedStep } from '../observed-step.ts';
import { broken, idle, witnessedBy } from '../run-property.ts';
import type { Judgement, RunProperty } from '../run-property.ts';
import { findFrame, frameName } from './frames.ts';
import { historyAfter, historyAt, historyOf } from './history.ts';
import type { MemoryHistory } from './history.ts';

/** What one access has read, as the history has it; absent where it is of no frame. */
const judgeOne = (
  history: MemoryHistory,
  reader: ProcessId | undefined,
  { before }: ObservedStep,
  { physical, value, kind }: Accessed,
): Judgement => {
  const frame = findFrame(before, physical);
  if (kind === 'store' || frame === undefined) return idle;
  const { words, isLent, isAgain } = historyOf(history, frame.physical);
  const written = words.get(physical);
  const found = `a ${kind} of process ${String(reader)} finds ${String(value)} in ${frameName(frame.physical)}`;
  if (value !== (written?.value ?? 0))
    return broken(`${found}, where ${String(written?.value ?? 0)} is to be`);
  if (written === undefined) return witnessedBy([isAgain ? 'used again' : 'used first']);
  if (written.by === reader) return idle;
  return isLent ? witnessedBy(['shared']) : broken(`${found}, which another has written there`);
};

/** What is to be said of what was read in a step, after a history. */
export const judgeReads = (history: MemoryHistory, step: ObservedStep): Judgement =>
  step.report.accesses
    .map((one) => judgeOne(history, step.actor, step, one))
    .find(({ kind }) => kind !== 'idle') ?? idle;

/**
 * What is read from a frame is zero until somebody has written there since it was last free, and then what was
 * written; and what another process has written, by a buffer of the frame alone.
 *
 * Source: S10; spec/requirements.md MEM; spec/decisions/0010-frames.md.
 */
export const noResidue: RunProperty = {
  name: 'noResidue',
  requirement: 'MEM-3',
  statement: 'A frame that a process gets holds zeros, and no other writes there but by a buffer.',
  start: () => {
    let history: MemoryHistory | undefined;
    return (step) => {
      history ??= historyAt(step.before);
      const judgement = judgeReads(history, step);
      history = historyAfter(history, step);
      return judgement;
    };
  },
};
