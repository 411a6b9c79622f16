import type { ProcessId } from '../../model/ids.ts';
import type { Layout } from './layout.ts';
import { withdraw } from './letters.ts';
import { cellOf, withCell } from './machine.ts';
import type { Machine } from './machine.ts';
import { refusal } from './outcome.ts';

/** One tick less to wait; a wait whose time is over puts that into the slot of who waits. */
const tickOne = (layout: Layout, machine: Machine, process: ProcessId): Machine => {
  const { wait } = cellOf(machine, process);
  if (wait.kind === 'no' || wait.remaining === undefined) return machine;
  if (wait.remaining > 1)
    return withCell(machine, process, { wait: { ...wait, remaining: wait.remaining - 1 } });
  const slot = wait.kind === 'time' ? 'slept' : refusal('timedOut');
  return withCell(withdraw(layout, machine, process), process, { slot });
};

/** A tick passes: whose wait is over learns so, in the order of the processes. */
export const tick = (layout: Layout, machine: Machine): Machine =>
  layout.solution.processes.reduce((now, { id }) => tickOne(layout, now, id), machine);

/** Does some wait end with time? */
export const isTimed = ({ cells }: Machine): boolean =>
  cells.some(({ wait }) => wait.kind !== 'no' && wait.remaining !== undefined);
