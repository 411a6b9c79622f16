import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action, Judged, Outcome, Refusal, Step } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import type { RecordValue } from '../../model/value.ts';
import { mediate, processOf } from '../mediate.ts';
import type { Ask, Permit } from '../mediate.ts';
import { retcodeNumber, retcodeOf } from '../retcode.ts';
import { readMessage, refusal, settle } from './core.ts';
import type { Core } from './core.ts';
import { withoutHandle } from './handles.ts';
import { withHandles } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import { present } from './present.ts';
import { readRequest, writeResponse } from './services/generated.ts';
import type { Requests } from './services/generated.ts';
import type { ServiceName } from './services/service.ts';
import { isService } from './services/table.ts';

type Call = Extract<Action, { readonly kind: 'call' }>;

/** What a service has come to, ready to be answered. */
interface Answer {
  readonly objects: Objects;
  readonly message: RecordValue;
  readonly made: readonly HandleId[];
  readonly outcome: Outcome;
}

/** Refused after the request was granted: the objects are as they were, and the answer says why. */
const refusedAnswer = (objects: Objects, because: Refusal): Answer => ({
  objects,
  message: record([['rc', retcodeNumber[retcodeOf[because]]]]),
  made: [],
  outcome: refusal(because),
});

const serve = <Context extends object, Name extends ServiceName>(
  { parts, system }: Core<Context>,
  objects: Objects,
  name: Name,
  permit: Permit<Requests[Name]>,
): Answer => {
  const served = parts.services[name](objects, permit, system.limits);
  if (served.kind === 'refused') return refusedAnswer(objects, served.because);
  const message = record([...writeResponse[name](served.outputs), ['rc', retcodeNumber.rcOk]]);
  return {
    objects: served.next,
    message,
    made: served.made,
    outcome: { kind: 'done', result: { kind: 'answered', as: 'response', message } },
  };
};

/** The request as a question; `read` gives what the service works on. */
const asked = <Request>(
  objects: Objects,
  by: ProcessId,
  { endpoint, method, message }: Call,
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

/**
 * Has the answer judged. A denied response withholds the outputs and closes the handles that were
 * made for them; other effects stay (C-62).
 */
const respond = <Context extends object>(
  core: Core<Context>,
  answer: Answer,
  context: Context,
  { endpoint, method }: Call,
  permit: Permit<unknown>,
  events: readonly Judged[],
): Step<MicroState<Context>> => {
  const { objects, message, made, outcome } = answer;
  const by = processOf(permit.by);
  return mediate(
    core.gate,
    context,
    {
      kind: 'response',
      by: 'kernel',
      to: by,
      endpoint,
      method,
      message,
      show: (given) => present(objects.handles, by, given),
      read: (given) => given,
    },
    {
      granted: (_response, next, judged) =>
        settle(core, { objects, context: next }, outcome, [...events, judged]),
      denied: (verdict, judged) => {
        const closed = made.reduce((all, one) => withoutHandle(all, permit, one), objects.handles);
        return settle(
          core,
          { objects: withHandles(objects, closed), context },
          { kind: 'denied', ends: 'call', phase: 'response', verdict },
          [...events, judged],
        );
      },
    },
  );
};

const judgeService = <Context extends object, Request>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Call,
  ask: Ask<Request>,
  answerOf: (permit: Permit<Request>) => Answer,
): Step<MicroState<Context>> =>
  mediate(core.gate, state.context, ask, {
    granted: (permit, context, judged) =>
      respond(core, answerOf(permit), context, action, permit, [judged]),
    denied: (verdict, judged) =>
      settle(core, state, { kind: 'denied', ends: 'call', phase: 'request', verdict }, [judged]),
  });

/** The message as the engine has judged it; absent if it is not of the declared type (TYPE-1). */
const readPresented = <Context extends object>(
  { system }: Core<Context>,
  { handles }: Objects,
  by: ProcessId,
  action: Call,
  message: RecordValue,
): RecordValue | undefined =>
  readMessage(system.solution, 'kernel', 'request', action, present(handles, by, message));

const callNamed = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Call,
  by: ProcessId,
  name: ServiceName,
): Step<MicroState<Context>> => {
  const read: Ask<Requests[ServiceName]>['read'] = (message) =>
    readPresented(core, state.objects, by, action, message) === undefined
      ? undefined
      : readRequest[name](message);
  return judgeService(core, state, action, asked(state.objects, by, action, read), (permit) =>
    serve(core, state.objects, name, permit),
  );
};

/** A method that a policy names and the kernel does not have: judged as any, then refused. */
const callUnimplemented = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Call,
  by: ProcessId,
): Step<MicroState<Context>> => {
  const ask = asked(state.objects, by, action, (message) =>
    readPresented(core, state.objects, by, action, message),
  );
  return judgeService(core, state, action, ask, () =>
    refusedAnswer(state.objects, 'unimplemented'),
  );
};

/** Calls a service of the kernel: judged as a request, done, and judged again as a response. */
export const callService = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Call,
  by: ProcessId,
): Step<MicroState<Context>> => {
  const name = `${action.endpoint}.${action.method}`;
  return isService(name)
    ? callNamed(core, state, action, by, name)
    : callUnimplemented(core, state, action, by);
};
