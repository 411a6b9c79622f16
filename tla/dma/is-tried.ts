import { isByThread } from '../../model/step.ts';
import type { Action, DmaAction } from '../../model/step.ts';
import { awaitedAgents } from '../../kernel/micro/memory/agents.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import { findHandle } from '../service-call.ts';
import { findNamed } from './system.ts';
import type { DmaSystem, State } from './system.ts';
import { findWay, isReached } from './ways.ts';

/** As the device is attached in any case, and else where there is such a way, and it leads somewhere. */
const isAccessTried = (system: DmaSystem, state: State, action: DmaAction): boolean =>
  (action.way ?? 0) === 0 ||
  (findWay(system, state, action) !== undefined && isReached(system, state, action));

/** What is left out: handles that are none, ways of an access that are none or lead nowhere, and to forget nothing. */
export const isTriedIn =
  (system: DmaSystem) =>
  (state: State, action: Action): boolean => {
    switch (action.kind) {
      case 'dmaRead':
      case 'dmaWrite':
        return isAccessTried(system, state, action);
      case 'completeInvalidation':
        return awaitedAgents(system.plan, state.objects).includes(action.core);
      case 'call': {
        const { process } = threadOf(state.objects.threads, action.by);
        const handle = findHandle(action.message, 'handle');
        return (
          handle === undefined || findNamed(system, state, process, handle.number) !== undefined
        );
      }
      default:
        return isByThread(action);
    }
  };
