import type { ProcessId } from '../../model/ids.ts';
import type { CallAction, Judged, Outcome } from '../../model/step.ts';
import { mediate } from '../mediate.ts';
import { asking } from './asking.ts';
import { gateOf, left } from './core.ts';
import type { Core, Left } from './core.ts';
import { isRunning } from './machine.ts';
import type { Machine, MailboxState } from './machine.ts';
import { doneAnswer, judgeAnswer, refusedAnswer } from './service-answer.ts';
import type { Answer, Question } from './service-answer.ts';
import { refused } from './services/service.ts';
import type { Served } from './services/service.ts';

const ended: Outcome = { kind: 'done', result: { kind: 'ended' } };

/** A service that is under way: what has been judged, and what the context is now. */
interface UnderWay<Context> {
  readonly question: Question;
  readonly context: Context;
  readonly events: readonly Judged[];
}

const respond = <Context extends object>(
  core: Core<Context>,
  machine: Machine,
  answer: Answer,
  { context, events }: UnderWay<Context>,
): Left<Context> => {
  // A service may have ended its own caller: nobody is left to be answered.
  if (!isRunning(machine, answer.to)) return left(machine, context, ended, events);
  const answered = judgeAnswer(core, machine, context, answer);
  const all = [...events, answered.judged];
  return left(answered.machine, answered.context, answered.outcome, all);
};

/** Goes on as the service says: answered, blocked, ended, or after another event was judged. */
const proceed = <Context extends object>(
  core: Core<Context>,
  machine: Machine,
  served: Served,
  way: UnderWay<Context>,
): Left<Context> => {
  const { question, context, events } = way;
  switch (served.kind) {
    case 'done':
      return respond(core, served.next, doneAnswer(question, served.outputs, served.made), way);
    case 'refused':
      return respond(core, machine, refusedAnswer(question, served.because), way);
    case 'blocked':
      return left(served.next, context, { kind: 'blocked' }, events);
    case 'ended':
      return left(served.next, context, ended, events);
    case 'judge':
      return mediate(gateOf(core), context, served.ask, {
        granted: (permit, next, judged) =>
          proceed(core, machine, served.granted(permit, core.parts.begin), {
            question,
            context: next,
            events: [...events, judged],
          }),
        denied: (_verdict, judged) =>
          proceed(core, machine, refused('startDenied'), { ...way, events: [...events, judged] }),
      });
  }
};

/**
 * Calls a service of the kernel: judged as a request, done, and judged again as a response. A declared
 * method that this kernel does not have is judged as any, and then refused.
 */
export const callService = <Context extends object>(
  core: Core<Context>,
  { machine, context }: MailboxState<Context>,
  action: CallAction,
  by: ProcessId,
): Left<Context> => {
  const { endpoint, method, message, clock = 0n } = action;
  const service = core.parts.services.get(`${endpoint}.${method}`);
  const question = { to: by, endpoint, method };
  const asked = { kind: 'request', by, to: 'kernel', endpoint, method, message } as const;
  return mediate(gateOf(core), context, asking(core.layout, machine, asked), {
    granted: (permit, next, judged) => {
      const caller = { process: by, clock };
      const served =
        service === undefined
          ? refused('unimplemented')
          : service(machine, permit, core.layout, caller);
      return proceed(core, machine, served, { question, context: next, events: [judged] });
    },
    denied: (verdict, judged) =>
      left(machine, context, { kind: 'denied', ends: 'call', phase: 'request', verdict }, [judged]),
  });
};
