import { Defect } from '../../model/defect.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { Action, CallAction, DmaAction, Report } from '../../model/step.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import { frameOf, numberedArgument } from '../numbered.ts';
import { operatorName } from '../operator-name.ts';
import { findHandle } from '../service-call.ts';
import type { Operator, Twin } from '../twin.ts';
import { agentsOf, deviceName, findNamed, functionOf, registersAt } from './system.ts';
import type { DmaSystem, State } from './system.ts';
import { domainName, findWay, isQuiet } from './ways.ts';

/** The device of which a number is what `numberOf` gives. */
const deviceWith = (
  system: DmaSystem,
  { message }: CallAction,
  field: string,
  numberOf: (device: number) => number,
): string => {
  const { devices } = system.topology;
  const device = devices.findIndex(
    (_, index) => BigInt(numberOf(index)) === message.fields.get(field),
  );
  return deviceName(system, device);
};

/** What is closed: registers of a device, or a buffer. */
const closeOperator = (
  system: DmaSystem,
  state: State,
  process: ProcessId,
  { message }: CallAction,
): Operator => {
  const handle = findHandle(message, 'handle');
  const made = handle && findNamed(system, state, process, handle.number);
  const name = system.nameOf(process);
  if (made?.kind === 'registers') {
    const [device] = made.devices;
    if (device !== undefined) return ['CloseMmio', name, deviceName(system, device)];
  }
  const [frame] = made?.kind === 'dma' ? made.frames : [];
  if (frame === undefined) throw new Defect('the twin Dma has closed something else');
  return ['CloseDma', name, numberedArgument(frameOf(system, frame))];
};

const callOperator = (
  system: DmaSystem,
  state: State,
  action: CallAction,
  { outcome }: Report,
): Operator => {
  const { process } = threadOf(state.objects.threads, action.by);
  const operator = operatorName(action.method, outcome);
  const name = system.nameOf(process);
  switch (action.method) {
    case 'RegisterMmio':
      return [operator, name, deviceWith(system, action, 'base', registersAt)];
    case 'Attach':
    case 'Detach':
      return [operator, name, deviceWith(system, action, 'bdf', functionOf)];
    case 'RegisterDma':
      return [operator, name];
    default:
      if (operator !== 'Close') throw new Defect(`the twin Dma has come to ${operator}`);
      return closeOperator(system, state, process, action);
  }
};

const suffixes = { usual: '', kept: '_Kept', former: '_Former' } as const;

const accessOperator = (
  system: DmaSystem,
  state: State,
  action: DmaAction,
  { outcome }: Report,
): Operator => {
  const operator = action.kind === 'dmaRead' ? 'DmaRead' : 'DmaWrite';
  const device = deviceName(system, action.device);
  const frame = numberedArgument(frameOf(system, action.address));
  if (outcome.kind === 'faulted')
    return [`${operator}_${isQuiet(state, action) ? 'Quiet' : 'Blocked'}`, device, frame];
  const way = findWay(system, state, action);
  if (way === undefined || outcome.kind !== 'done' || outcome.result.kind !== 'accessed')
    throw new Defect('an access was neither made nor blocked');
  const { value } = outcome.result;
  const by = way.by === 'usual' ? [] : [domainName(system, way.domain ?? 0)];
  const got =
    action.kind === 'dmaWrite' ? [] : [value === 0 ? 'zero' : deviceName(system, value - 1)];
  return [`${operator}${suffixes[way.by]}`, device, ...by, frame, ...got];
};

/** Which operator of the module Dma a step is an instance of. */
export const operatorOf =
  (system: DmaSystem): Twin<State>['operator'] =>
  (state, action: Action, report) => {
    switch (action.kind) {
      case 'call':
        return callOperator(system, state, action, report);
      case 'trap':
        return ['Trap', system.nameOf(threadOf(state.objects.threads, action.by).process)];
      case 'dmaRead':
      case 'dmaWrite':
        return accessOperator(system, state, action, report);
      case 'completeInvalidation': {
        const agent = agentsOf(system).find(([core]) => core === action.core);
        return ['CompleteInvalidation', agent?.[1] ?? ''];
      }
      default:
        throw new Defect(`the twin Dma has no ${action.kind}`);
    }
  };
