import { endOwnProcess, threadEnds } from '../../end-process.ts';
import { controlOver } from '../../licence.ts';
import { liveThreadsOf } from '../../threads/threads.ts';
import type { KernelService } from '../service.ts';

/**
 * Ends the thread that calls, with a status; with its last thread the process ends.
 *
 * Source: KasperskyOS Community Edition help, "Terminating a thread".
 */
export const exit: KernelService<'thread.Thread.Exit'> = (objects, permit, plan, caller) => {
  const { status } = permit.request;
  const { process, thread } = caller;
  const isLast = liveThreadsOf(objects.threads, process).every((one) => one === thread);
  const next = isLast
    ? endOwnProcess(plan, objects, process, { kind: 'exited', status })
    : threadEnds(plan, objects, controlOver(process), thread, status);
  return { kind: 'ended', next };
};
