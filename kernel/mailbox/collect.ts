import type { ProcessId, ThreadId } from '../../model/ids.ts';
import type { Outcome } from '../../model/step.ts';
import type { Core, Left } from './core.ts';
import { boxOf, cellOf, withCell } from './machine.ts';
import { received } from './recv.ts';
import { doneAnswer, judgeAnswer } from './service-answer.ts';
import { sleepName } from './services/others.ts';

/** Who is told of the end of a wait. */
interface Told {
  readonly process: ProcessId;
  readonly thread: ThreadId;
}

const told = <Context>(so: Left<Context>, outcome: Outcome, of: Told): Left<Context> => ({
  ...so,
  machine: withCell(so.machine, of.process, { wait: { kind: 'no' }, slot: undefined }),
  completions: [...so.completions, { of: of.thread, outcome }],
});

/** The answer of a sleep whose time is over is judged now (C-61). */
const wake = <Context extends object>(
  core: Core<Context>,
  so: Left<Context>,
  of: Told,
): Left<Context> => {
  const answer = doneAnswer({ to: of.process, ...sleepName }, [], []);
  const { machine, context, outcome, judged } = judgeAnswer(core, so.machine, so.context, answer);
  return told({ ...so, machine, context, events: [...so.events, judged] }, outcome, of);
};

/** One process looks into what is its own: its reply slot, and its mailbox if it waits for a letter. */
const collectOne = <Context extends object>(
  core: Core<Context>,
  so: Left<Context>,
  process: ProcessId,
): Left<Context> => {
  const { wait, slot } = cellOf(so.machine, process);
  const of = { process, thread: core.layout.threadOf(process) };
  if (slot === 'slept') return wake(core, so, of);
  if (slot !== undefined) return told(so, slot, of);
  if (wait.kind !== 'mail') return so;
  const [letter] = boxOf(so.machine, process).letters;
  if (letter === undefined) return so;
  const taken = core.parts.take(so.machine, letter, process);
  return told({ ...so, machine: taken }, received(letter), of);
};

/**
 * After each action every process that waits looks into its own slot and mailbox, in the order of the
 * processes: nobody else ends its wait.
 */
export const collect = <Context extends object>(
  core: Core<Context>,
  so: Left<Context>,
): Left<Context> =>
  core.layout.solution.processes.reduce((now, { id }) => collectOne(core, now, id), so);
