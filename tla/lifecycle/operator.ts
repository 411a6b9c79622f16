import { Defect } from '../../model/defect.ts';
import { processId, threadId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import { isByThread } from '../../model/step.ts';
import type { Action, CallAction, Outcome, Report } from '../../model/step.ts';
import { isTagged } from '../../model/value.ts';
import type { RecordValue } from '../../model/value.ts';
import type { MicroState, Objects } from '../../kernel/micro/objects.ts';
import { findThread } from '../../kernel/micro/threads/threads.ts';
import type { Context } from '../../kss/context.ts';
import { answerOf, isRefusal, operatorName } from '../operator-name.ts';
import { findHandle, kernelHandle, textIn } from '../service-call.ts';
import type { Argument, Operator, Twin } from '../twin.ts';
import { endArgument, toldArgument } from './arguments.ts';
import type { End } from './arguments.ts';
import { findHeld } from './held.ts';
import type { HeldThing } from './held.ts';
import type { LifecycleSystem } from './system.ts';
import { classWord, digestNumber } from './view.ts';

/** Who acts, in which state, and what came of it. */
interface Acting {
  readonly system: LifecycleSystem;
  readonly objects: Objects;
  readonly by: ProcessId;
  readonly name: string;
  readonly report: Report;
}

/** What the handle in a field of a message names to its sender. */
const heldIn = (
  { system, objects, by }: Acting,
  message: RecordValue,
  field: string,
): HeldThing | undefined => {
  const handle = findHandle(message, field);
  return handle === undefined ? undefined : findHeld(system, objects, by, handle.number);
};

/** The process that the handle in a field names to its sender: none or one. */
const processIn = (acting: Acting, message: RecordValue, field: string): readonly string[] => {
  const held = heldIn(acting, message, field);
  return held?.kind === 'process' ? [acting.system.nameOf(held.process)] : [];
};

/** The process that a service has answered with, as the engine has seen it. */
const answeredProcess = ({ system, report }: Acting, field: string): string => {
  const content = report.events.at(-1)?.event.content;
  const handle = content?.kind === 'value' ? content.message.fields.get(field) : undefined;
  if (handle === undefined || !isTagged(handle) || handle.kind !== 'handle')
    throw new Defect('a service has not answered with a process');
  const place = system.plan.numbering.place(handle.sid);
  if (place.kind !== 'process') throw new Defect('a service has answered with something else');
  return system.nameOf(place.process);
};

/** The clients that a step has told that nobody will answer them. */
const toldIn = ({ system: { nameOf, plan }, report: { completions } }: Acting): Argument => {
  const isTold = (outcome: Outcome): boolean =>
    outcome.kind === 'refused' && outcome.because === 'serverDied';
  if (!completions.every(({ outcome }) => isTold(outcome)))
    throw new Defect('a step has ended a wait otherwise');
  return toldArgument(completions.map(({ of }) => nameOf(plan.numbering.processOfThread(of))));
};

const createOperator = (acting: Acting, message: RecordValue): Operator => {
  const { name, report } = acting;
  const { outcome } = report;
  const operator = operatorName('Create', outcome);
  if (operator === 'Create_ClassUnknown') return [operator, name];
  const kind = [textIn(message, 'name'), classWord(textIn(message, 'eiid'))];
  if (outcome.kind === 'denied' && outcome.phase === 'response')
    return ['Create_Withheld', name, ...kind];
  return isRefusal(outcome)
    ? [operator, name, ...kind]
    : [operator, name, ...kind, answeredProcess(acting, 'child')];
};

const openOperator = (acting: Acting, message: RecordValue): Operator => {
  const { name, report } = acting;
  const operator = operatorName('Open', report.outcome);
  const opened = isRefusal(report.outcome) ? [] : [answeredProcess(acting, 'task')];
  return [operator, name, textIn(message, 'name'), ...opened];
};

const imageOperator = (acting: Acting, method: string, message: RecordValue): Operator => {
  const { name, report } = acting;
  const operator = operatorName(method, report.outcome);
  if (operator === 'Update_ClassMismatch')
    return [operator, name, classWord(textIn(message, 'eiid'))];
  if (method === 'Remove' || isRefusal(report.outcome)) return [operator, name];
  const digest = message.fields.get('digest') ?? null;
  if (!isTagged(digest) || digest.kind !== 'bytes') throw new Defect('an image without a digest');
  return [operator, name, classWord(textIn(message, 'eiid')), digestNumber(digest.hex)];
};

/** How an answer tells that a process has ended. */
const endIn = (answer: RecordValue): End | undefined => {
  const ended = Number(answer.fields.get('ended'));
  const kind = ([undefined, 'exited', 'terminated', 'trapped'] as const)[ended];
  return kind === undefined ? undefined : [kind, Number(answer.fields.get('status'))];
};

/** What a service is called in the module, where that is not its method's name. */
const operatorOfMethod: Readonly<Record<string, string>> = {
  LoadSeg: 'Load',
  Resume: 'Start',
  GetExitStatus: 'Status',
};

/** The policy denies a start within the service. */
const wasDenied = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.because === 'startDenied';

const taskOperator = (acting: Acting, method: string, message: RecordValue): Operator => {
  const { name, report } = acting;
  const base = operatorOfMethod[method] ?? method;
  const operator = wasDenied(report.outcome)
    ? `${base}_Denied`
    : operatorName(base, report.outcome);
  const on = [name, ...processIn(acting, message, 'task')];
  if (isRefusal(report.outcome)) return [operator, ...on];
  if (base === 'Terminate' || base === 'Freeze') return [operator, ...on, toldIn(acting)];
  return base === 'Status'
    ? [operator, ...on, endArgument(endIn(answerOf(report.outcome)))]
    : [operator, ...on];
};

const serviceOperator = (acting: Acting, { method, message }: CallAction): Operator => {
  const { name, report } = acting;
  switch (method) {
    case 'Create':
      return createOperator(acting, message);
    case 'Open':
      return openOperator(acting, message);
    case 'Install':
    case 'Update':
    case 'Remove':
      return imageOperator(acting, method, message);
    case 'Close':
      return [operatorName(method, report.outcome), name, ...processIn(acting, message, 'handle')];
    case 'Connect': {
      const joined = [
        ...processIn(acting, message, 'client'),
        ...processIn(acting, message, 'server'),
      ];
      return [operatorName(method, report.outcome), name, ...joined];
    }
    case 'Exit':
      return isRefusal(report.outcome)
        ? [operatorName(method, report.outcome), name]
        : [method, name, Number(message.fields.get('status')), toldIn(acting)];
    default:
      return taskOperator(acting, method, message);
  }
};

/** The server at the other end of a process's line, if it is not cut. */
const callOperator = (acting: Acting, { handle }: CallAction): Operator => {
  const { system, objects, by, name, report } = acting;
  const line = findHeld(system, objects, by, handle);
  if (line?.kind !== 'channel') throw new Defect('a call over no line');
  const operator = operatorName('Call', report.outcome);
  return operator === 'Call_NotConnected'
    ? [operator, name]
    : [operator, name, system.nameOf(line.server)];
};

const messageOperator = (acting: Acting, kind: 'recv' | 'reply'): Operator => {
  const { system, objects, by, name, report } = acting;
  const { numbering } = system.plan;
  const client =
    kind === 'recv'
      ? objects.threads.queues[by]?.[0]
      : findThread(objects.threads, threadId(by))?.serving?.client;
  if (client === undefined) throw new Defect('a message to nobody');
  const operator = operatorName(kind === 'recv' ? 'Take' : 'Reply', report.outcome);
  return operator === 'Reply_Abandoned'
    ? [operator, name]
    : [operator, name, system.nameOf(numbering.processOfThread(client))];
};

/** Which operator of the module Lifecycle a step is an instance of. */
export const operatorOf =
  (system: LifecycleSystem): Twin<MicroState<Context>>['operator'] =>
  ({ objects }, action: Action, report) => {
    if (!isByThread(action))
      throw new Defect(`the twin Lifecycle has no operator for ${action.kind}`);
    const by = processId(action.by);
    const acting: Acting = { system, objects, by, name: system.nameOf(by), report };
    switch (action.kind) {
      case 'call':
        return action.handle === kernelHandle
          ? serviceOperator(acting, action)
          : callOperator(acting, action);
      case 'recv':
      case 'reply':
        return messageOperator(acting, action.kind);
      case 'trap':
        return ['Trap', acting.name, action.code, toldIn(acting)];
      default:
        throw new Defect(`the twin Lifecycle has no operator for ${action.kind}`);
    }
  };
