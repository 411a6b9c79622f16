import { findEntry } from '../../kernel/micro/handles/handles.ts';
import type { Handle } from '../../kernel/micro/handles/handles.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import type { Resource, Subscription } from '../../kernel/micro/resources.ts';
import { findThread } from '../../kernel/micro/threads/threads.ts';
import type { Thread } from '../../kernel/micro/threads/thread.ts';
import { kernelSid } from '../../kernel/numbering.ts';
import { rights } from '../../kernel/rights.ts';
import type { Context } from '../../kss/context.ts';
import { upTo } from '../each-operator.ts';
import { flowState } from '../flow-state.ts';
import { tlaRecord } from '../value.ts';
import type { TlaState, TlaValue } from '../value.ts';
import { eventsOf } from './events.ts';
import { rightNames } from './solution.ts';
import { handleOf, numbersOf } from './system.ts';
import type { NoticeSystem } from './system.ts';

const setOf = (elements: readonly string[]): TlaValue => ({ kind: 'set', elements });

const entryOf = (system: NoticeSystem, entry: Handle | undefined): TlaValue =>
  entry === undefined
    ? tlaRecord({ state: 'free' })
    : tlaRecord({
        state: entry.isRevoked ? 'revoked' : 'live',
        of: system.placeOf(entry.sid),
        rights: setOf(rightNames.filter((name) => (entry.rights & rights[name]) !== 0)),
        mark: entry.marks.flatMap(system.placeOf),
      });

const subscriptionOf = (system: NoticeSystem, { sid, id, mask, raised }: Subscription): TlaValue =>
  tlaRecord({
    of: system.placeOf(sid),
    id,
    mask: setOf(eventsOf(mask)),
    raised: setOf(eventsOf(raised)),
  });

const resourceOf = (system: NoticeSystem, resource: Resource | undefined): TlaValue => {
  if (resource === undefined) return tlaRecord({ kind: 'none' });
  switch (resource.kind) {
    case 'receiver':
      return tlaRecord({
        kind: 'receiver',
        subs: resource.subscriptions.map((one) => subscriptionOf(system, one)),
      });
    case 'user':
      return tlaRecord({ kind: 'object' });
    default:
      return tlaRecord({ kind: resource.kind });
  }
};

const waitOf = (system: NoticeSystem, thread: Thread | undefined): TlaValue => {
  if (thread === undefined) return tlaRecord({ state: 'over' });
  const { wait } = thread;
  if (wait.kind !== 'waiting' || wait.waiting.waitsFor.kind !== 'event')
    return tlaRecord({ state: wait.kind });
  const { waitsFor, remaining } = wait.waiting;
  return tlaRecord({ state: 'waits', on: system.placeOf(waitsFor.sid), left: remaining ?? 0 });
};

/** A pair of a process's name and each of its numbers. */
type Numbered = readonly [name: TlaValue, value: TlaValue];

/** The variables of the module Notice. */
export const viewOf =
  (system: NoticeSystem) =>
  ({ objects, context }: MicroState<Context>): TlaState => {
    const { topology, processes, threads, nameOf } = system;
    const handles = processes.flatMap((process) =>
      upTo(numbersOf(topology, nameOf(process))).map((number): Numbered => [
        [nameOf(process), number],
        entryOf(system, findEntry(objects.handles, process, handleOf(system, process, number))),
      ]),
    );
    const made = processes.flatMap((process) =>
      upTo(topology.resources).map((place): Numbered => [
        [nameOf(process), place],
        resourceOf(system, objects.resources[process]?.[place - 1]),
      ]),
    );
    return {
      handle: { kind: 'function', pairs: handles },
      made: { kind: 'function', pairs: made },
      wait: tlaRecord(
        Object.fromEntries(
          threads.map((thread) => [
            system.threadName(thread),
            waitOf(system, findThread(objects.threads, thread)),
          ]),
        ),
      ),
      context: flowState(context, 'mode', kernelSid),
    };
  };
