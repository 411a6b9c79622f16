import type { Schedule } from '../../threads/life.ts';
import type { Policy } from '../../threads/thread.ts';

const isPolicy = (policy: number): policy is Policy => policy === 0 || policy === 1 || policy === 2;

/** Greatest priorities: of standard threads, and of real-time ones. */
const greatest = { standard: 15, realTime: 31 } as const;

/**
 * How the scheduler is to treat a thread; absent for a policy or a priority that there is not.
 *
 * Source: KasperskyOS Community Edition help, "Threads": standard 0 … 15, real-time 0 … 31.
 */
export const scheduleOf = (policy: number, priority: number): Schedule | undefined => {
  const most = policy === 0 ? greatest.standard : greatest.realTime;
  return isPolicy(policy) && priority <= most ? { policy, priority } : undefined;
};
