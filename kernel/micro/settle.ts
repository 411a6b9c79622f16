import { threadId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import { isAccess, isByThread } from '../../model/step.ts';
import type {
  Action,
  Completion,
  Judged,
  Outcome,
  Report,
  Started,
  Step,
  ThreadAction,
} from '../../model/step.ts';
import { answerService } from './answer-service.ts';
import { recorded } from '../audit-log.ts';
import type { Core, Left } from './core.ts';
import { withParts, withThreads } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import type { EndedWait, Thread } from './threads/thread.ts';
import { withoutEnded } from './threads/life.ts';

interface Telling<Context> {
  readonly objects: Objects;
  readonly context: Context;
  readonly events: readonly Judged[];
  readonly completions: readonly Completion[];
}

/** Tells one wait that has ended: the answer of a service is judged now (languages 12, C-61). */
const tellOne = <Context extends object>(
  core: Core<Context>,
  so: Telling<Context>,
  ended: EndedWait,
): Telling<Context> => {
  const { events, completions } = so;
  if (ended.kind === 'told') {
    const { thread, outcome } = ended;
    return { ...so, completions: [...completions, { of: thread, outcome }] };
  }
  const { waiting, message, made, because } = ended;
  const dot = waiting.service.lastIndexOf('.');
  const answered = answerService(core, so.objects, so.context, {
    to: waiting.process,
    endpoint: waiting.service.slice(0, dot),
    method: waiting.service.slice(dot + 1),
    answer: { message, made, because },
  });
  return {
    objects: answered.objects,
    context: answered.context,
    events: [...events, answered.judged],
    completions: [...completions, { of: waiting.thread, outcome: answered.outcome }],
  };
};

/** Tells every wait that the action has ended, and those that end by it. */
const tellEnded = <Context extends object>(
  core: Core<Context>,
  so: Telling<Context>,
): Telling<Context> => {
  const { ended } = so.objects.threads;
  if (ended.length === 0) return so;
  const objects = withThreads(so.objects, withoutEnded(so.objects.threads));
  return tellEnded(
    core,
    ended.reduce((all, one) => tellOne(core, all, one), { ...so, objects }),
  );
};

/** Most steps start and end nothing. */
const none: readonly never[] = [];

/** Threads that exist since this step. */
const startedIn = (before: Objects, after: Objects): readonly Started[] => {
  const { list } = after.threads;
  if (before.threads.list === list) return none;
  const started: Started[] = [];
  for (let index = 0; index < list.length; index++) {
    const thread = list[index];
    if (thread !== undefined && before.threads.list[index] === undefined)
      started.push({ thread: threadId(index), process: thread.process, entry: thread.entry });
  }
  return started;
};

const isLive = (thread: Thread | undefined): boolean =>
  thread !== undefined && thread.wait.kind !== 'ended';

/** Threads that are no more since this step. */
const endedIn = (before: Objects, after: Objects): readonly ThreadId[] => {
  const { list } = before.threads;
  if (list === after.threads.list) return none;
  const ended: ThreadId[] = [];
  for (let index = 0; index < list.length; index++)
    if (isLive(list[index]) && !isLive(after.threads.list[index])) ended.push(threadId(index));
  return ended;
};

/** Does an action enter the kernel? An access that is done does not. */
const entersKernel = (action: Action, { kind }: Outcome): action is ThreadAction =>
  isByThread(action) && (!isAccess(action) || kind === 'faulted');

/** The core that the kernel was entered on forgets what it is asked to before it returns to a program. */
const forgettingHere = <Context extends object>(
  core: Core<Context>,
  so: Telling<Context>,
  action: Action,
  outcome: Outcome,
): Telling<Context> => {
  if (!entersKernel(action, outcome)) return so;
  const objects = core.parts.forget(core.plan, so.objects, action.core ?? 0);
  return objects === so.objects ? so : tellEnded(core, { ...so, objects });
};

/** A wait of the thread that acts, which ends in its own step, is none. */
const withoutOwnWait = (
  action: Action,
  outcome: Outcome,
  completions: readonly Completion[],
): Pick<Report, 'outcome' | 'completions'> => {
  const own =
    outcome.kind === 'blocked' && isByThread(action)
      ? completions.find(({ of }) => of === action.by)
      : undefined;
  return own === undefined
    ? { outcome, completions }
    : { outcome: own.outcome, completions: completions.filter((one) => one !== own) };
};

/**
 * What a step leaves behind: the waits that it ended are told, the contexts of what is gone are dropped,
 * and its audit records are put into the log.
 */
export const settle = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  {
    objects,
    context,
    outcome,
    events,
    completions,
    accesses = none,
    transfers = none,
  }: Left<Context>,
  action: Action,
): Step<MicroState<Context>> => {
  const before = state.objects;
  if (objects === before && context === state.context && events.length === 0)
    return {
      next: state,
      outcome,
      events,
      completions,
      started: none,
      ended: none,
      accesses,
      transfers,
    };
  const told = forgettingHere(
    core,
    tellEnded(core, { objects, context, events, completions }),
    action,
    outcome,
  );
  let released = told.context;
  for (const sid of core.parts.gone(core.plan, before, told.objects))
    released = core.system.security.release(released, sid);
  const audit = recorded(told.objects.audit, told.events, core.plan.limits);
  const after = withParts(told.objects, { audit });
  const isSame = after === before && released === state.context;
  return {
    next: isSame ? state : { objects: after, context: released },
    ...withoutOwnWait(action, outcome, told.completions),
    events: told.events,
    started: startedIn(before, told.objects),
    ended: endedIn(before, told.objects),
    accesses,
    transfers,
  };
};
