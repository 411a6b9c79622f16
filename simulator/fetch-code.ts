import type { ThreadId } from '../model/ids.ts';
import type { Report, Step, ThreadAction } from '../model/step.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { imageParts } from '../kernel/micro/memory/image.ts';
import type { Plan } from '../kernel/micro/plan.ts';
import { at } from '../model/defect.ts';

/** Where threads run, and where their code is. Units: `code` is the address of its first byte. */
export interface Placing {
  readonly cores: number;
  readonly coreOf: (thread: ThreadId) => number;
  readonly code: number;
}

/** Threads are spread over the cores by process, and those of one process by their number. */
export const placingOf = (plan: Plan): Placing => {
  const { numbering, machine } = plan;
  const { cores } = machine.size;
  return {
    cores,
    coreOf: (thread) => {
      const process = numbering.processOfThread(thread);
      return (process + numbering.threadsOf(process).indexOf(thread)) % cores;
    },
    code: at(imageParts(plan), 0).start,
  };
};

/** A fetch of a thread's code by its core, and what came of it. */
export interface Fetched<State> {
  readonly action: ThreadAction;
  readonly report: Report;
  readonly next: State;
}

/** A thread's core fetches what the thread is to do: no intent without a translation of its code. */
export const fetchCode = <State>(
  kernel: Kernel<State>,
  state: State,
  by: ThreadId,
  { coreOf, code }: Placing,
): Fetched<State> => {
  const action = { kind: 'fetch', by, address: code, core: coreOf(by) } as const;
  const { next, ...report }: Step<State> = kernel.step(state, action);
  return { action, report, next };
};
