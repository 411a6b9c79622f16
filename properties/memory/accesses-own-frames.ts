import { isByThread } from '../../model/step.ts';
import type { Accessed } from '../../model/step.ts';
import type { ObservedStep } from '../observed-step.ts';
import { broken, idle, witnessedBy } from '../run-property.ts';
import type { Judgement, RunProperty } from '../run-property.ts';
import { entitledTo, findFrame, frameName } from './frames.ts';
import { historyAfter, historyAt, historyOf } from './history.ts';
import type { MemoryHistory } from './history.ts';

/** By what right an access was done; or why by none. */
const rightOf = (
  history: MemoryHistory,
  { action, actor, before }: ObservedStep,
  { physical, kind }: Accessed,
): { readonly by: string } | { readonly why: string } => {
  const where = `process ${String(actor)} does a ${kind}`;
  if (actor === undefined || !isByThread(action)) return { why: `${where}, and did not act` };
  const frame = findFrame(before, physical);
  if (frame === undefined) return { why: `${where} outside of all frames` };
  if (entitledTo(before).get(frame.physical)?.has(actor) === true)
    return { by: frame.owner === actor ? 'of its own share' : 'of a buffer' };
  const name = frameName(frame.physical);
  if (!historyOf(history, frame.physical).letIn.has(actor))
    return { why: `${where} to ${name}, which was never its` };
  return before.invalidating.includes(action.core ?? 0)
    ? { by: 'until it is forgotten' }
    : { why: `${where} to ${name}, which is not its any more, and its core has nothing to forget` };
};

/** What is to be said of the accesses of a step, after a history. */
export const judgeAccesses = (history: MemoryHistory, step: ObservedStep): Judgement => {
  const { accesses } = step.report;
  if (accesses.length === 0) return idle;
  const rights = accesses.map((one) => rightOf(history, step, one));
  for (const right of rights) if ('why' in right) return broken(right.why);
  return witnessedBy(rights.flatMap((right) => ('by' in right ? [right.by] : [])));
};

/**
 * An access that is done comes to a frame that its process has mapped as its own, or of a buffer to which it holds a
 * handle; or to one that it might use since the frame was last free and it began itself, on a core that has not forgotten
 * yet what it was asked to. Never to a table, to what is the kernel's, or to no memory.
 *
 * Source: S10; spec/requirements.md MEM; spec/decisions/0009, 0010.
 */
export const accessesOwnFrames: RunProperty = {
  name: 'accessesOwnFrames',
  requirement: 'MEM-2',
  statement: 'A process reaches its own frames and those of buffers that it holds, and no other.',
  start: () => {
    let history: MemoryHistory | undefined;
    return (step) => {
      history ??= historyAt(step.before);
      const judgement = judgeAccesses(history, step);
      history = historyAfter(history, step);
      return judgement;
    };
  },
};
