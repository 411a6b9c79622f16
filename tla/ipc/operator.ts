import { Defect } from '../../model/defect.ts';
import type { ProcessId } from '../../model/ids.ts';
import { isByThread } from '../../model/step.ts';
import type { Action, Completion, Report } from '../../model/step.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import type { Context } from '../../kss/context.ts';
import { operatorName } from '../operator-name.ts';
import { toldArgument, toldBy } from '../told.ts';
import type { Told } from '../told.ts';
import type { Argument, Operator, Twin } from '../twin.ts';
import { limitArgument } from './limits.ts';
import type { IpcSystem } from './system.ts';

type State = MicroState<Context>;
type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

/** Who learns what by a step. */
const toldIn = ({ numbering, nameOf }: IpcSystem, completions: readonly Completion[]) =>
  toldBy((thread) => nameOf(numbering.processOfThread(thread)), completions);

/** The operator, where just one process has learnt just this; else a name that the module does not have. */
const ifTold = (
  system: IpcSystem,
  { completions }: Report,
  [name, ...args]: Operator,
  told: Told,
): Operator => {
  const found = toldIn(system, completions);
  const isSo = found.length === 1 && found[0]?.join() === told.join();
  return isSo ? [name, ...args] : [`${name}_Untold`, ...args];
};

const limitOf = ({ timeout, interrupt }: Of<'call'> | Of<'recv'>): Argument =>
  limitArgument({
    ...(timeout === undefined ? {} : { msecs: timeout }),
    ...(interrupt === undefined ? {} : { stop: true }),
  });

/** Calls of services of the kernel: what ends waits early. */
const serviceOperator = (
  system: IpcSystem,
  { method }: Of<'call'>,
  by: string,
  { outcome, completions }: Report,
): Operator => {
  const operator = operatorName(method, outcome);
  const told = toldArgument(toldIn(system, completions));
  return method === 'ClearInterrupt' || operator !== method ? [operator, by] : [operator, by, told];
};

const callOperator = (
  system: IpcSystem,
  process: ProcessId,
  action: Of<'call'>,
  report: Report,
): Operator => {
  const { outcome } = report;
  const by = system.nameOf(process);
  if (action.handle === 0) return serviceOperator(system, action, by, report);
  const channels = system.solution.channels.filter(({ client }) => client === process);
  const channel = channels[action.handle - 1];
  if (channel === undefined || (outcome.kind === 'refused' && outcome.because === 'badHandle'))
    return [operatorName('Call', outcome), by];
  const to = system.nameOf(channel.server);
  if (outcome.kind === 'refused') return [operatorName('Call', outcome), by, to];
  if (outcome.kind === 'denied') {
    const { because } = outcome.verdict;
    if (because === 'unknownMethod') return ['Call_UnknownMethod', by, to];
    return [because === 'malformed' ? 'Call_Malformed' : 'Call_Denied', by, to, action.method];
  }
  const rest = [by, to, action.method, limitOf(action)] as const;
  return report.completions.length === 0
    ? ['Call_Queue', ...rest]
    : ifTold(system, report, ['Call_Deliver', ...rest], [to, 'received']);
};

const recvOperator = (
  system: IpcSystem,
  { objects }: State,
  process: ProcessId,
  action: Of<'recv'>,
  { outcome }: Report,
): Operator => {
  const name = system.nameOf(process);
  if (outcome.kind === 'refused') return [operatorName('Recv', outcome), name];
  if (outcome.kind !== 'done' || outcome.result.kind !== 'received')
    return ['Recv_Wait', name, limitOf(action)];
  const client = objects.threads.queues[process]?.[0];
  if (client === undefined) throw new Defect('nothing was taken');
  const from = system.nameOf(system.numbering.processOfThread(client));
  return ['Recv_Take', name, from, outcome.result.method];
};

const replyOperator = (
  system: IpcSystem,
  { objects }: State,
  process: ProcessId,
  { by, as }: Of<'reply'>,
  report: Report,
): Operator => {
  const { outcome } = report;
  const name = system.nameOf(process);
  const { serving } = threadOf(objects.threads, by);
  if (outcome.kind === 'refused' || serving === undefined)
    return [operatorName('Reply', outcome), name];
  const client = system.nameOf(serving.from);
  const rest = [name, client, serving.method, as] as const;
  return outcome.kind === 'denied'
    ? ifTold(system, report, ['Reply_Denied', ...rest], [client, 'denied'])
    : ifTold(system, report, ['Reply_Granted', ...rest], [client, 'answered']);
};

/** Which operator of the module Ipc a step is an instance of. */
export const operatorOf =
  (system: IpcSystem): Twin<State>['operator'] =>
  (state, action, report) => {
    const told = toldArgument(toldIn(system, report.completions));
    if (action.kind === 'tick') return ['Tick', told];
    if (!isByThread(action)) throw new Defect(`the twin Ipc has no operator for ${action.kind}`);
    const process = system.numbering.processOfThread(action.by);
    switch (action.kind) {
      case 'call':
        return callOperator(system, process, action, report);
      case 'recv':
        return recvOperator(system, state, process, action, report);
      case 'reply':
        return replyOperator(system, state, process, action, report);
      case 'trap':
        return ['Trap', system.nameOf(process), told];
      default:
        throw new Defect(`the twin Ipc has no operator for ${action.kind}`);
    }
  };
