import type { ProcessId } from '../../model/ids.ts';
import type { SecurityEvent, Verdict } from '../../model/security.ts';
import type { Action } from '../../model/step.ts';
import { emptyMessage } from '../../model/value.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Party } from '../../kernel/mediate.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { findMethodOf } from '../../kss/resolve.ts';
import { actorOf, drained, handleTo } from './actors.ts';
import type { State } from './actors.ts';
import { endpointOf, interfaceOf, isAnswered, messageOf } from './called.ts';
import { execute } from './stage.ts';
import type { Stage } from './stage.ts';

/** What became of an expectation on the kernel: it was judged, or it could not be made, and why. */
export interface Performed<Context extends object> {
  readonly state: MicroState<Context>;
  readonly verdict: Verdict | undefined;
  readonly unmade: string | undefined;
}

const unmade = <Context extends object>(
  state: State<Context>,
  why: string,
): Performed<Context> => ({
  state,
  verdict: undefined,
  unmade: why,
});

const judged = <Context extends object>(
  kernel: Kernel<State<Context>>,
  state: State<Context>,
  action: Action,
): Performed<Context> => {
  const { next, events, outcome } = kernel.step(state, action);
  const verdict = events[0]?.verdict;
  if (verdict !== undefined) return { state: next, verdict, unmade: undefined };
  const why = outcome.kind === 'refused' ? outcome.because : outcome.kind;
  return unmade(next, `the kernel judges nothing: ${why}`);
};

const isProcess = (party: Party | undefined): party is ProcessId => typeof party === 'number';

const request = <Context extends object>(
  stage: Stage<Context>,
  before: State<Context>,
  event: SecurityEvent,
  next: SecurityEvent | undefined,
): Performed<Context> => {
  const [client, server] = [event.source, event.destination].map(stage.cast.partyOf);
  const message = messageOf(event);
  const endpoint = endpointOf(stage.cast.solution, event);
  if (!isProcess(client)) return unmade(before, 'only a process calls');
  if (server === undefined || server === 'einit') return unmade(before, 'nobody can be called so');
  if (server === client) return unmade(before, 'a thread cannot serve itself');
  if (typeof message === 'string') return unmade(before, message);
  if (endpoint === undefined) return unmade(before, 'the endpoint is not known');
  const served = isProcess(server) ? actorOf(stage, before, server).state : before;
  const { state, thread } = actorOf(stage, served, client);
  if (thread === undefined) return unmade(state, 'the client cannot act any more');
  const handle = handleTo(stage, client, server);
  const call = { kind: 'call', handle, endpoint, method: event.method ?? '', message } as const;
  const made = judged(stage.judgeRequests, state, { ...call, by: thread });
  return isAnswered(event, next) ? made : { ...made, state: drained(stage, made.state) };
};

/** A request that waits for this answer: the one of the sequence, or one that is carried for it. */
const awaited = <Context extends object>(
  stage: Stage<Context>,
  before: State<Context>,
  event: SecurityEvent,
  client: ProcessId,
  server: ProcessId,
): State<Context> | string => {
  const { carry } = stage;
  if (carry.facts(before).pending.some((one) => one.from === client && one.server === server)) {
    return before;
  }
  const endpoint = endpointOf(stage.cast.solution, event);
  if (endpoint === undefined || findMethodOf(stage.cast.solution, event) === undefined) {
    return 'there is no such method to call';
  }
  const served = actorOf(stage, drained(stage, before), server).state;
  const { state, thread } = actorOf(stage, served, client);
  const handle = handleTo(stage, client, server);
  const call = {
    kind: 'call',
    handle,
    endpoint,
    method: event.method ?? '',
    message: emptyMessage,
  } as const;
  return thread === undefined
    ? 'the client cannot act any more'
    : carry.step(state, { ...call, by: thread }).next;
};

const answer = <Context extends object>(
  stage: Stage<Context>,
  before: State<Context>,
  event: SecurityEvent,
  as: 'response' | 'error',
): Performed<Context> => {
  const [server, client] = [event.source, event.destination].map(stage.cast.partyOf);
  const message = messageOf(event);
  if (server === 'kernel') return unmade(before, 'the answers of the kernel are its own');
  if (!isProcess(server) || !isProcess(client)) return unmade(before, 'only a process answers one');
  if (server === client) return unmade(before, 'a thread cannot serve itself');
  if (typeof message === 'string') return unmade(drained(stage, before), message);
  const asked = awaited(stage, before, event, client, server);
  if (typeof asked === 'string') return unmade(before, asked);
  const { state, thread } = actorOf(stage, asked, server);
  if (thread === undefined) return unmade(drained(stage, state), 'the server cannot act any more');
  const taken = stage.carry.step(state, { kind: 'recv', by: thread }).next;
  if (!stage.carry.ready(taken).includes(thread))
    return unmade(taken, 'there is no request to answer');
  const made = judged(stage.judge, taken, { kind: 'reply', as, message, by: thread });
  return { ...made, state: drained(stage, made.state) };
};

const ask = <Context extends object>(
  stage: Stage<Context>,
  before: State<Context>,
  event: SecurityEvent,
): Performed<Context> => {
  const who = stage.cast.partyOf(event.source);
  const message = messageOf(event);
  if (!isProcess(who)) return unmade(before, 'only a process asks the engine');
  if (typeof message === 'string') return unmade(before, message);
  const { state, thread } = actorOf(stage, before, who);
  if (thread === undefined) return unmade(state, 'the process cannot act any more');
  const { method = '' } = event;
  const named = interfaceOf(stage.cast.solution, event);
  return judged(stage.judge, state, {
    kind: 'querySecurity',
    interface: named,
    method,
    message,
    by: thread,
  });
};

const start = <Context extends object>(
  stage: Stage<Context>,
  before: State<Context>,
  event: SecurityEvent,
): Performed<Context> => {
  const [by, to] = [event.source, event.destination].map(stage.cast.partyOf);
  if (by === undefined || to === undefined) return unmade(before, 'the name stands for nobody');
  return { ...execute(stage.judging, before, by, to), unmade: undefined };
};

/** Does on the kernel what an expectation is about; `next` is the event after it. */
export const perform = <Context extends object>(
  stage: Stage<Context>,
  state: MicroState<Context>,
  event: SecurityEvent,
  next: SecurityEvent | undefined,
): Performed<Context> => {
  switch (event.kind) {
    case 'execute':
      return start(stage, state, event);
    case 'request':
      return request(stage, state, event, next);
    case 'response':
    case 'error':
      return answer(stage, state, event, event.kind);
    case 'security':
      return ask(stage, state, event);
  }
};
