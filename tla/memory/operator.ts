import { Defect } from '../../model/defect.ts';
import { threadId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import { isByThread } from '../../model/step.ts';
import type { Action, CallAction, Report, ThreadAction } from '../../model/step.ts';
import type { AccessAction } from '../../kernel/micro/access.ts';
import { flagBits } from '../../kernel/micro/services/vmm/arguments.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import { isRefusal, operatorName } from '../operator-name.ts';
import { findHandle, kernelHandle } from '../service-call.ts';
import type { Argument, Operator, Twin } from '../twin.ts';
import { askedBy, maskOf } from './actions.ts';
import { numberedArgument } from '../numbered.ts';
import { findKept, isAllowed, keptOf } from './kept.ts';
import { findNamed, pageOf } from './system.ts';
import type { MemorySystem, State } from './system.ts';

/** Who acts, in which state, and what came of it. */
interface Acting {
  readonly system: MemorySystem;
  readonly state: State;
  readonly process: ProcessId;
  readonly name: string;
  readonly report: Report;
}

const numberIn = ({ message }: CallAction, field: string): number =>
  Number(message.fields.get(field) ?? 0);

/** The buffer that the handle in a field names. */
const namedIn = (
  { system, state, process }: Acting,
  { message }: CallAction,
  field: string,
): Argument => {
  const handle = findHandle(message, field);
  const named = handle === undefined ? undefined : findNamed(system, state, process, handle.number);
  if (named === undefined) throw new Defect('a service of the twin Memory was given no buffer');
  return numberedArgument(named);
};

const regionOperator = (acting: Acting, action: CallAction): Operator => {
  const { system, name, report } = acting;
  const operator = operatorName(action.method, report.outcome);
  const flags = numberIn(action, 'flags');
  const asked = askedBy(flags);
  if (action.method === 'Allocate') {
    const page = pageOf(system, numberIn(action, 'addr'));
    if (operator === 'Allocate_Occupied') return [operator, name, page];
    if (isRefusal(report.outcome)) return [operator, name];
    return (flags & flagBits.commit) === 0
      ? ['Allocate_Reserved', name, page]
      : [operator, name, page, asked];
  }
  const at = [name, pageOf(system, numberIn(action, 'va'))] as const;
  switch (operator) {
    case 'Commit':
    case 'Protect':
    case 'Protect_RightsMissing':
    case 'Protect_WriteExecute':
      return [operator, ...at, asked];
    case 'MdlCreateFromVm':
    case 'MdlCreateFromVm_WriteExecute':
    case 'MdlCreateFromVm_ResourcesFull':
      return [operator, ...at, asked === 'rx' ? 'code' : 'data'];
    default:
      return [operator, ...at];
  }
};

const bufferOperator = (acting: Acting, action: CallAction): Operator => {
  const { name, report } = acting;
  const operator = operatorName(action.method, report.outcome);
  switch (action.method) {
    case 'MdlCreate':
      return [operator, name];
    case 'MdlMap': {
      const held = [name, namedIn(acting, action, 'mdl')] as const;
      const asked = askedBy(numberIn(action, 'flags'));
      const page = pageOf(acting.system, numberIn(action, 'addr'));
      if (operator === 'MdlMap') return [operator, ...held, page, asked];
      if (operator === 'MdlMap_Occupied') return [operator, ...held, page];
      return operator === 'MdlMap_RightsMissing' ? [operator, ...held, asked] : [operator, ...held];
    }
    case 'Close':
    case 'Revoke':
      return [operator, name, namedIn(acting, action, 'handle')];
    default:
      return regionOperator(acting, action);
  }
};

const peerOf = ({ system, state, process }: Acting, action: ThreadAction): string => {
  const { numbering, solution, nameOf } = system;
  if (action.kind === 'call') {
    const channels = solution.channels.filter(({ client }) => client === process);
    const server = channels[action.handle - 1]?.server;
    if (server === undefined) throw new Defect('a call over no channel of the twin Memory');
    return nameOf(server);
  }
  const { threads } = state.objects;
  const client =
    action.kind === 'recv'
      ? threads.queues[process]?.[0]
      : threadOf(threads, threadId(process)).serving?.client;
  if (client === undefined) throw new Defect('a message to nobody');
  return nameOf(numbering.processOfThread(client));
};

const lendOperator = (acting: Acting, action: CallAction): Operator => {
  const mask = findHandle(action.message, 'given')?.rights ?? 0;
  return [
    operatorName('Call', acting.report.outcome),
    acting.name,
    peerOf(acting, action),
    namedIn(acting, action, 'given'),
    maskOf(mask),
  ];
};

const accessNames = { load: 'Load', store: 'Store', fetch: 'Fetch' } as const;

/** What a core has kept and does not allow it gives up, and goes by the tables. */
const accessOperator = (acting: Acting, action: AccessAction): Operator => {
  const { system, state, name, report } = acting;
  const { outcome } = report;
  const operator = accessNames[action.kind];
  const page = pageOf(system, action.address);
  if (outcome.kind === 'faulted') return [`${operator}_Faulted`, name, page];
  if (outcome.kind !== 'done' || outcome.result.kind !== 'accessed')
    throw new Defect('an access was neither made nor faulted');
  const { value } = outcome.result;
  const read = value === 0 ? 'zero' : (system.topology.processes[value - 1] ?? String(value));
  const got = action.kind === 'store' ? [] : [read];
  const kept = findKept(system, state, action);
  if (kept === undefined || !isAllowed(system, state, action, action.way ?? 0))
    return [operator, name, page, ...got];
  const [, frame, rights] = keptOf(system, kept);
  const by = [(action.core ?? 0) + 1, page, numberedArgument(frame), rights] as const;
  return [`${operator}_Stale`, name, ...by, ...got];
};

/** Which operator of the module Memory a step is an instance of. */
export const operatorOf =
  (system: MemorySystem): Twin<State>['operator'] =>
  (state, action: Action, report) => {
    if (!isByThread(action)) {
      if (action.kind === 'completeInvalidation') return ['CompleteInvalidation', action.core + 1];
      throw new Defect('the twin Memory has no time and no devices');
    }
    if (report.completions.some(({ outcome }) => outcome.kind !== 'done'))
      throw new Defect('a step has ended a wait otherwise');
    const { process } = threadOf(state.objects.threads, action.by);
    const acting: Acting = { system, state, process, name: system.nameOf(process), report };
    switch (action.kind) {
      case 'call':
        return action.handle === kernelHandle
          ? bufferOperator(acting, action)
          : lendOperator(acting, action);
      case 'recv':
      case 'reply': {
        const operator = action.kind === 'recv' ? 'Recv' : 'Reply';
        return [operatorName(operator, report.outcome), acting.name, peerOf(acting, action)];
      }
      case 'trap':
        return ['Trap', acting.name];
      case 'load':
      case 'store':
      case 'fetch':
        return accessOperator(acting, action);
      case 'portIn':
      case 'portOut':
      case 'querySecurity':
        throw new Defect('the twin Memory has no ports, and asks no verdicts');
    }
  };
