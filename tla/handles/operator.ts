import { Defect, at } from '../../model/defect.ts';
import { processId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action, Outcome, Report } from '../../model/step.ts';
import type { LocalHandle, RecordValue } from '../../model/value.ts';
import { findAncestor } from '../../kernel/micro/handles/derivation.ts';
import { findEntry } from '../../kernel/micro/handles/handles.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { servedBy } from '../../kernel/micro/threads/calls.ts';
import type { Context } from '../../kss/context.ts';
import { answerOf, isRefusal, operatorName } from '../operator-name.ts';
import { findHandle } from '../service-call.ts';
import type { Argument, Operator, Twin } from '../twin.ts';
import { marksArgument, rightsArgument } from './arguments.ts';
import { findBadge, numberOf, rightsOf } from './system.ts';
import type { HandlesSystem } from './system.ts';
import { findTelling, tellingArgument } from './telling.ts';
import type { Telling } from './telling.ts';

type State = MicroState<Context>;
type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

const marksOf = (
  system: HandlesSystem,
  process: ProcessId,
  badge: HandleId | undefined,
): Argument => {
  const isOwn = badge !== undefined && badge === findBadge(system, process);
  return marksArgument(isOwn ? system.nameOf(process) : undefined);
};

/** The number of the handle that a service has answered with. */
const madeNumber = (
  system: HandlesSystem,
  process: ProcessId,
  outcome: Outcome,
  field: string,
): number => {
  const made = findHandle(answerOf(outcome), field);
  if (made === undefined) throw new Defect('a service has made no handle');
  return numberOf(system, process, made.number);
};

const copyArguments = (
  system: HandlesSystem,
  process: ProcessId,
  message: RecordValue,
  outcome: Outcome,
): readonly Argument[] => {
  const mask = Number(message.fields.get('newRightsMask'));
  const badge = findHandle(message, 'copyBadge')?.number;
  return [
    rightsArgument(rightsOf(mask)),
    marksOf(system, process, badge),
    madeNumber(system, process, outcome, 'outHandle'),
  ];
};

const serviceOperator = (
  system: HandlesSystem,
  { by, method, message }: Of<'call'>,
  { outcome }: Report,
): Operator => {
  const process = processId(by);
  const name = system.nameOf(process);
  const operator = operatorName(method, outcome);
  if (method === 'CreateUserObject') {
    if (isRefusal(outcome)) return [operator, name];
    return [operator, name, madeNumber(system, process, outcome, 'handle')];
  }
  const handle = findHandle(message, method === 'Copy' ? 'inHandle' : 'handle');
  if (handle === undefined) throw new Defect(`${method} without a handle`);
  const number = numberOf(system, process, handle.number);
  return method === 'Copy' && !isRefusal(outcome)
    ? [operator, name, number, ...copyArguments(system, process, message, outcome)]
    : [operator, name, number];
};

/** A message from one process to another, the handle in it, and what its receiver is told at once. */
interface Sent {
  readonly kind: 'request' | 'response';
  readonly from: ProcessId;
  readonly to: ProcessId;
  readonly handle: LocalHandle | undefined;
  readonly now: Telling | undefined;
}

const sentOperator = (
  system: HandlesSystem,
  { handles }: State['objects'],
  { kind, from, to, handle, now }: Sent,
  outcome: Outcome,
): Operator => {
  const way = [kind, system.nameOf(from), system.nameOf(to)];
  if (handle === undefined) return [operatorName('Send_Nothing', outcome), ...way];
  const number = numberOf(system, from, handle.number);
  if (outcome.kind === 'refused') return [operatorName('Send', outcome), ...way, number];
  const mask = rightsArgument(rightsOf(handle.rights));
  if (outcome.kind === 'denied') return ['Send_Denied', ...way, number, mask];
  const entry = findEntry(handles, from, handle.number);
  const comesBack = entry !== undefined && findAncestor(handles, entry, to) !== undefined;
  const told = tellingArgument(now);
  return comesBack
    ? ['Send_Returned', ...way, number, mask, told]
    : ['Send_Lent', ...way, number, mask, marksOf(system, from, handle.badge), told];
};

const requestOperator = (
  system: HandlesSystem,
  { objects }: State,
  { by, handle: over, message }: Of<'call'>,
  { outcome }: Report,
): Operator => {
  const from = processId(by);
  const channels = system.solution.channels.filter(({ client }) => client === from);
  const { server: to } = at(channels, over - 1);
  const handle = findHandle(message, 'given');
  const sent = { kind: 'request', from, to, handle, now: undefined } as const;
  return sentOperator(system, objects, sent, outcome);
};

const responseOperator = (
  system: HandlesSystem,
  { objects }: State,
  { by, message }: Of<'reply'>,
  { outcome, completions }: Report,
): Operator => {
  const { server: from, from: to } = servedBy(objects.threads, by);
  const told = completions[0]?.outcome;
  const isTold = told?.kind === 'done' && told.result.kind === 'answered';
  const now = isTold ? findTelling(system, to, answerOf(told), 'back') : undefined;
  const sent = { kind: 'response', from, to, handle: findHandle(message, 'back'), now } as const;
  return sentOperator(system, objects, sent, outcome);
};

const takeOperator = (
  system: HandlesSystem,
  { objects }: State,
  { by }: Of<'recv'>,
  { outcome }: Report,
): Operator => {
  const server = processId(by);
  const client = objects.threads.queues[server]?.[0];
  if (client === undefined || outcome.kind !== 'done' || outcome.result.kind !== 'received')
    throw new Defect('nothing was taken');
  const told = findTelling(system, server, outcome.result.message, 'given');
  const parties = [system.nameOf(server), system.nameOf(processId(client))];
  return ['Take', ...parties, tellingArgument(told)];
};

/** Which operator of the module Handles a step is an instance of. */
export const operatorOf =
  (system: HandlesSystem): Twin<State>['operator'] =>
  (state, action, report) => {
    switch (action.kind) {
      case 'call':
        return action.handle === 0
          ? serviceOperator(system, action, report)
          : requestOperator(system, state, action, report);
      case 'recv':
        return takeOperator(system, state, action, report);
      case 'reply':
        return responseOperator(system, state, action, report);
      default:
        throw new Defect(`the twin Handles has no operator for ${action.kind}`);
    }
  };
