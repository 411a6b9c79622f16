import { Defect } from '../../model/defect.ts';
import type { Action, Outcome, Report } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import type { Context } from '../../kss/context.ts';
import { answerOf, isRefusal, operatorName } from '../operator-name.ts';
import { findHandle } from '../service-call.ts';
import type { Argument, Operator, Twin } from '../twin.ts';
import { msecsOf } from './actions.ts';
import { eventArguments, eventIn, lastingArgument, toldArgument, toldIn } from './answers.ts';
import { eventsArgument, eventsOf } from './events.ts';
import { numberOf } from './system.ts';
import type { NoticeSystem } from './system.ts';

type Call = Extract<Action, { readonly kind: 'call' }>;

/** The module's name of each service. */
const operatorNames: Readonly<Record<string, string>> = {
  Create: 'Create',
  SubscribeToObject: 'Subscribe',
  UnsubscribeFromEvent: 'Unsubscribe',
  GetEvent: 'GetEvent',
  SetObjectEvent: 'SetEvent',
  DropAndWake: 'Drop',
  Close: 'Close',
  Revoke: 'Revoke',
};

/** `GetEvent_Blocks`, and what every operator is named by. */
const named = (operator: string, outcome: Outcome): string =>
  outcome.kind === 'blocked' ? `${operator}_Blocks` : operatorName(operator, outcome);

const numberIn = ({ fields }: RecordValue, field: string): number => Number(fields.get(field));

/** What an operator says of a service that was not refused. */
const resultOf = (
  system: NoticeSystem,
  { by, method, message }: Call,
  { outcome, completions }: Report,
): readonly Argument[] => {
  const process = system.numbering.processOfThread(by);
  switch (method) {
    case 'Create': {
      const made = findHandle(answerOf(outcome), 'notice');
      if (made === undefined) throw new Defect('a service has made no handle');
      return [numberOf(system, process, made.number)];
    }
    case 'SubscribeToObject':
      return eventArguments(numberIn(message, 'eventId'), eventsOf(numberIn(message, 'eventMask')));
    case 'UnsubscribeFromEvent':
      return [numberIn(message, 'eventId')];
    case 'GetEvent': {
      if (outcome.kind !== 'blocked') {
        const { id, events } = eventIn(answerOf(outcome));
        return eventArguments(id, events);
      }
      const msecs = numberIn(message, 'msecs');
      const { lasts } = system.roleOf(by);
      return lasts.filter((one) => msecsOf(system, one) === msecs).map(lastingArgument);
    }
    case 'SetObjectEvent':
      return [
        eventsArgument(eventsOf(numberIn(message, 'eventMask'))),
        toldArgument(toldIn(system, completions)),
      ];
    default:
      return [toldArgument(toldIn(system, completions))];
  }
};

const serviceOperator = (system: NoticeSystem, action: Call, report: Report): Operator => {
  const { by, method, message } = action;
  const { outcome } = report;
  const process = system.numbering.processOfThread(by);
  const operator = named(operatorNames[method] ?? method, outcome);
  const handles = ['notice', 'object', 'handle'].flatMap((field) => {
    const handle = findHandle(message, field);
    return handle === undefined ? [] : [numberOf(system, process, handle.number)];
  });
  const start = [system.threadName(by), ...handles];
  if (outcome.kind === 'refused' && outcome.because === 'nameUnknown')
    return [operator, ...start, numberIn(message, 'eventId')];
  return isRefusal(outcome)
    ? [operator, ...start]
    : [operator, ...start, ...resultOf(system, action, report)];
};

/** Which operator of the module Notice a step is an instance of. */
export const operatorOf =
  (system: NoticeSystem): Twin<MicroState<Context>>['operator'] =>
  (_state, action, report) => {
    const told = toldArgument(toldIn(system, report.completions));
    switch (action.kind) {
      case 'call':
        return serviceOperator(system, action, report);
      case 'trap':
        return ['Trap', system.threadName(action.by), told];
      case 'tick':
        return ['Tick', told];
      default:
        throw new Defect(`the twin Notice has no operator for ${action.kind}`);
    }
  };
