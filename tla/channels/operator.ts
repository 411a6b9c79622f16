import { Defect } from '../../model/defect.ts';
import type { ProcessId } from '../../model/ids.ts';
import { isByThread } from '../../model/step.ts';
import type { Action, Completion, Outcome, Report } from '../../model/step.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import { answerOf, operatorName } from '../operator-name.ts';
import { textIn } from '../service-call.ts';
import { toldArgument, toldBy } from '../told.ts';
import type { Told } from '../told.ts';
import type { Argument, Operator, Twin } from '../twin.ts';
import { closedBy, findMark } from './actions.ts';
import { filterArgument, overArgument, roadArgument } from './arguments.ts';
import { namingOf } from './system.ts';
import type { ChannelsSystem, Road, State } from './system.ts';

type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

/** A step, and who has made it. */
interface Made {
  readonly system: ChannelsSystem;
  readonly state: State;
  readonly process: ProcessId;
  readonly name: string;
  readonly report: Report;
}

type Done<Kind extends Action['kind']> = Made & { readonly action: Of<Kind> };

/** Who learns what by a step. */
const toldIn = ({ numbering, nameOf }: ChannelsSystem, completions: readonly Completion[]) =>
  toldBy((thread) => nameOf(numbering.processOfThread(thread)), completions);

/** The one process that has learnt something, and what; none where it is not one. */
const oneTold = ({ system, report }: Made): Told =>
  report.completions.length === 1
    ? (toldIn(system, report.completions)[0] ?? ['nobody', 'nothing'])
    : ['nobody', 'nothing'];

const connectOperator = ({ name, action, report }: Done<'call'>): Operator => {
  const { outcome, completions } = report;
  const operator = operatorName('Connect', outcome);
  const server = textIn(action.message, 'server');
  if (outcome.kind === 'refused')
    return operator === 'Connect_NameUnknown' || operator === 'Connect_InvalidArgument'
      ? [operator, name]
      : [operator, name, server];
  const asked = textIn(action.message, 'service');
  const [completion] = completions;
  if (completion === undefined) return ['Connect_Wait', name, server, asked];
  const told = answerOf(completion.outcome);
  // What the server has learnt: the client and the service in its own words.
  return ['Connect_Told', textIn(told, 'client'), server, textIn(told, 'service')];
};

const listenOperator = ({ name, action, report }: Done<'call'>): Operator => {
  const { outcome } = report;
  const filter = filterArgument(textIn(action.message, 'filter'));
  if (outcome.kind === 'refused') return [operatorName('Listen', outcome), name, filter];
  if (outcome.kind === 'blocked') return ['Listen_Wait', name, filter];
  const told = answerOf(outcome);
  return ['Listen_Told', name, filter, textIn(told, 'client'), textIn(told, 'service')];
};

/** Accept and Drop, of a client that asks. */
const answerOperator = (done: Done<'call'>): Operator => {
  const { name, action, report } = done;
  const { method, message } = action;
  const operator = operatorName(method, report.outcome);
  if (operator === 'Accept_BadHandle') return [operator, name];
  const client = textIn(message, 'client');
  const rest = [name, client, textIn(message, 'service')] as const;
  if (report.outcome.kind === 'refused') return [operator, ...rest];
  const [who, word] = oneTold(done);
  const told = who === client ? word : `${who}_${word}`;
  return method === 'Drop'
    ? [operator, ...rest, told]
    : [operator, ...rest, Number(message.fields.get('id')), told];
};

const serviceOperator = (done: Done<'call'>): Operator => {
  const { system, state, process, name, action, report } = done;
  switch (action.method) {
    case 'Connect':
      return connectOperator(done);
    case 'Listen':
      return listenOperator(done);
    case 'Accept':
    case 'Drop':
      return answerOperator(done);
    default: {
      const handle = closedBy(action);
      const operator = operatorName(action.method, report.outcome);
      if (handle === undefined || report.outcome.kind === 'refused') return [operator, name];
      const naming = namingOf(system, state, process, handle);
      const told = toldArgument(toldIn(system, report.completions));
      return naming.kind === 'road'
        ? [operator, name, roadArgument(naming.road), told]
        : [operator, name, naming.kind, told];
    }
  }
};

const callOperator = (done: Done<'call'>): Operator => {
  const { system, state, process, name, action, report } = done;
  if (action.handle === 0) return serviceOperator(done);
  const naming = namingOf(system, state, process, action.handle);
  const { outcome } = report;
  if (naming.kind !== 'road') return [operatorName('Call', outcome), name];
  const rest = [name, roadArgument(naming.road)] as const;
  if (outcome.kind === 'refused') return [operatorName('Call', outcome), ...rest];
  if (outcome.kind === 'denied') return ['Call_UnknownMethod', ...rest];
  if (report.completions.length === 0) return ['Call_Queue', ...rest];
  const [received] = report.completions;
  const sent = received === undefined ? undefined : findSent(done, received.outcome);
  const isSo = sent?.from === name && sent.road.join() === naming.road.join();
  return [isSo ? 'Call_Deliver' : 'Call_Untold', ...rest];
};

/** Who has sent what was received, and over what, by the mark in the message. */
const findSent = (
  { system, state }: Made,
  outcome: Outcome,
): { readonly from: string; readonly road: Road } | undefined => {
  if (outcome.kind !== 'done' || outcome.result.kind !== 'received') return undefined;
  const mark = findMark(outcome.result.message);
  const naming = namingOf(system, state, mark.process, mark.handle);
  return naming.kind === 'road'
    ? { from: system.nameOf(mark.process), road: naming.road }
    : undefined;
};

const overOf = ({ system, state, process, action }: Done<'recv'>): Argument => {
  if (action.handle === undefined) return overArgument('any');
  const naming = namingOf(system, state, process, action.handle);
  return overArgument(naming.kind === 'road' ? naming.road : 'listener');
};

const recvOperator = (done: Done<'recv'>): Operator => {
  const { name, report } = done;
  const { outcome } = report;
  const operator = operatorName('Recv', outcome);
  if (operator === 'Recv_HandleRevoked' || operator === 'Recv_RightsMissing')
    return [operator, name, overOf(done)];
  if (outcome.kind === 'refused') return [operator, name];
  if (outcome.kind === 'blocked') return ['Recv_Wait', name, overOf(done)];
  const sent = findSent(done, outcome);
  return sent === undefined
    ? ['Recv_Untold', name]
    : ['Recv_Take', name, overOf(done), sent.from, roadArgument(sent.road)];
};

const replyOperator = ({ system, state, name, action, report }: Done<'reply'>): Operator => {
  const operator = operatorName('Reply', report.outcome);
  const { serving } = threadOf(state.objects.threads, action.by);
  if (report.outcome.kind === 'refused' || serving === undefined) return [operator, name];
  const told = toldIn(system, report.completions).flat().join();
  const client = system.nameOf(serving.from);
  return [told === `${client},answered` ? operator : 'Reply_Untold', name, client];
};

/** Which operator of the module Channels a step is an instance of. */
export const operatorOf =
  (system: ChannelsSystem): Twin<State>['operator'] =>
  (state, action, report) => {
    if (!isByThread(action))
      throw new Defect(`the twin Channels has no operator for ${action.kind}`);
    const process = system.numbering.processOfThread(action.by);
    const name = system.nameOf(process);
    const base = { system, state, process, name, report } as const;
    switch (action.kind) {
      case 'call':
        return callOperator({ ...base, action });
      case 'recv':
        return recvOperator({ ...base, action });
      case 'reply':
        return replyOperator({ ...base, action });
      case 'trap':
        return ['Trap', name, toldArgument(toldIn(system, report.completions))];
      default:
        throw new Defect(`the twin Channels has no operator for ${action.kind}`);
    }
  };
