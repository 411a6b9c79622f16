import type { Action, Step } from '../../model/step.ts';
import { received } from './call.ts';
import { refusedStep, settle } from './core.ts';
import type { Core } from './core.ts';
import { withThreads } from './objects.ts';
import type { MicroState } from './objects.ts';
import { findOldest, threadOf } from './threads.ts';

/**
 * Takes the oldest request that waits for the process, or waits for one. Nothing is judged: the
 * request was, when it was called (C-61).
 *
 * Refuses: `alreadyServing` (C-64).
 * Source:  KasperskyOS Community Edition help, "Recv()"; TLA+ `Recv…` in tla/ipc/Ipc.tla.
 */
export const recv = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  { by }: Action,
): Step<MicroState<Context>> => {
  const { objects, context } = state;
  const { process, serving } = threadOf(objects.threads, by);
  if (serving !== undefined) return refusedStep(state, 'alreadyServing');
  const oldest = findOldest(objects.threads, process);
  if (oldest === undefined) {
    const threads = core.parts.listen(objects.threads, by);
    return settle(
      core,
      { objects: withThreads(objects, threads), context },
      { kind: 'blocked' },
      [],
    );
  }
  const threads = core.parts.deliver(objects.threads, oldest, by);
  return settle(core, { objects: withThreads(objects, threads), context }, received(oldest), []);
};
