import type { ProcessId } from '../../model/ids.ts';
import type { CallAction, Judged, Outcome } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import { kernelClass } from '../../solution/solution.ts';
import { mediate } from '../mediate.ts';
import type { Ask, Permit } from '../mediate.ts';
import { answerService } from './answer-service.ts';
import { gateOf, left } from './core.ts';
import { readMessage } from '../messages.ts';
import type { Core, Left } from './core.ts';
import type { MicroState, Objects } from './objects.ts';
import { present } from './present.ts';
import { doneAnswer, refusedAnswer } from './services/answer.ts';
import type { Answer } from './services/answer.ts';
import { readRequest } from './services/generated.ts';
import type { Requests, Responses } from './services/generated.ts';
import type { Caller, Served } from './services/service.ts';
import type { ServiceName } from './services/service-name.ts';
import { findService } from './services/table.ts';
import { findThread } from './threads/threads.ts';

const ended: Outcome = { kind: 'done', result: { kind: 'ended' } };

/** The request as a question; `read` gives what the service works on. */
const asked = <Request>(
  objects: Objects,
  by: ProcessId,
  { endpoint, method, message }: CallAction,
  read: Ask<Request>['read'],
): Ask<Request> => ({
  kind: 'request',
  by,
  to: 'kernel',
  endpoint,
  method,
  message,
  show: (given) => present(objects.handles, by, given),
  read,
});

/** A service of the kernel that is under way: what has been judged, and what the context is now. */
interface UnderWay<Context> {
  readonly action: CallAction;
  readonly caller: Caller;
  readonly context: Context;
  readonly events: readonly Judged[];
}

const respond = <Context extends object>(
  core: Core<Context>,
  objects: Objects,
  answer: Answer,
  { action, caller, context, events }: UnderWay<Context>,
): Left<Context> => {
  // A service may have ended its own caller: nobody is left to be answered.
  if (findThread(objects.threads, action.by)?.wait.kind !== 'ready')
    return left(objects, context, ended, events);
  const answered = answerService(core, objects, context, {
    to: caller.process,
    endpoint: action.endpoint,
    method: action.method,
    answer,
  });
  return left(answered.objects, answered.context, answered.outcome, [...events, answered.judged]);
};

/** What a service puts right where its answer is withheld. */
const withheldBy = ({ withheld }: Pick<Answer, 'withheld'>): Pick<Answer, 'withheld'> =>
  withheld === undefined ? {} : { withheld };

/** Goes on as the service says: answered, blocked, ended, or after another event was judged. */
const proceed = <Context extends object, Name extends ServiceName>(
  core: Core<Context>,
  objects: Objects,
  name: Name,
  served: Served<Responses[Name]>,
  way: UnderWay<Context>,
): Left<Context> => {
  switch (served.kind) {
    case 'done':
      return respond(
        core,
        served.next,
        { ...doneAnswer(name, served.outputs, served.made), ...withheldBy(served) },
        way,
      );
    case 'refused':
      return respond(core, objects, refusedAnswer(served.because), way);
    case 'blocked':
      return left(served.next, way.context, { kind: 'blocked' }, way.events);
    case 'ended':
      return left(served.next, way.context, ended, way.events);
    case 'judge':
      return mediate(gateOf(core, objects), way.context, served.ask, {
        granted: (permit, context, judged) =>
          proceed(core, objects, name, served.granted(permit, core.parts.begin), {
            ...way,
            context,
            events: [...way.events, judged],
          }),
        denied: (_verdict, judged) =>
          respond(core, objects, refusedAnswer('startDenied'), {
            ...way,
            events: [...way.events, judged],
          }),
      });
  }
};

const judgeService = <Context extends object, Request>(
  core: Core<Context>,
  { objects, context }: MicroState<Context>,
  ask: Ask<Request>,
  go: (permit: Permit<Request>, context: Context, events: readonly Judged[]) => Left<Context>,
): Left<Context> =>
  mediate(gateOf(core, objects), context, ask, {
    granted: (permit, next, judged) => go(permit, next, [judged]),
    denied: (verdict, judged) =>
      left(objects, context, { kind: 'denied', ends: 'call', phase: 'request', verdict }, [judged]),
  });

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the body pairs the request with its service by it
const callNamed = <Context extends object, Name extends ServiceName>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: CallAction,
  by: ProcessId,
  name: Name,
): Left<Context> => {
  const { objects } = state;
  const read: Ask<Requests[Name]>['read'] = (message, shown) =>
    readShown(core, action, shown) === undefined ? undefined : readRequest[name](message);
  const caller: Caller = { thread: action.by, process: by, clock: action.clock ?? 0n };
  const ask = asked(objects, by, action, read);
  return judgeService(core, state, ask, (permit, context, events) => {
    const served = core.parts.services[name](objects, permit, core.plan, caller);
    return proceed(core, objects, name, served, { action, caller, context, events });
  });
};

/** The message as the engine has judged it; absent if it is not of the declared type (TYPE-1). */
const readShown = <Context extends object>(
  { system }: Core<Context>,
  action: CallAction,
  shown: RecordValue,
): RecordValue | undefined => readMessage(system.solution, kernelClass, 'request', action, shown);

/** A method that a policy names and the kernel does not have: judged as any, then refused. */
const callUnimplemented = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: CallAction,
  by: ProcessId,
): Left<Context> => {
  const { objects } = state;
  const ask = asked(objects, by, action, (_message, shown) => readShown(core, action, shown));
  const caller: Caller = { thread: action.by, process: by, clock: action.clock ?? 0n };
  return judgeService(core, state, ask, (_permit, context, events) =>
    respond(core, objects, refusedAnswer('unimplemented'), { action, caller, context, events }),
  );
};

/** Calls a service of the kernel: judged as a request, done, and judged again as a response. */
export const callService = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: CallAction,
  by: ProcessId,
): Left<Context> => {
  const name = findService(action.endpoint, action.method);
  return name === undefined
    ? callUnimplemented(core, state, action, by)
    : callNamed(core, state, action, by, name);
};
