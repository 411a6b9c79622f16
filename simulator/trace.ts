import type { ThreadId } from '../model/ids.ts';
import { isByThread } from '../model/step.ts';
import type {
  Action,
  Judged,
  Outcome,
  Report,
  Result,
  ThreadAction,
  WaitLimits,
} from '../model/step.ts';
import type { Fault, FaultKind } from '../solution/yaml/faults.ts';
import { answerOf } from '../kss/answer.ts';
import { valueToJson } from '../solution/message/write-json.ts';
import type { Json } from '../solution/message/write-json.ts';

export type JsonObject = Readonly<Record<string, Json>>;

const present = (fields: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** One judged event in the form of `decide`. */
export const eventLine = ({ event, verdict }: Judged): JsonObject => {
  const { kind, source, destination, endpoint, interface: one, method, content } = event;
  const { reasons, ...answer } = answerOf(verdict);
  return present({
    event: kind,
    src: source.name,
    dst: destination?.name,
    endpoint,
    interface: one,
    method,
    message: content.kind === 'value' ? valueToJson(content.message) : undefined,
    ...answer,
    reasons: reasons.map((reason) => present({ ...reason })),
  });
};

const resultLine = (result: Result): JsonObject => {
  switch (result.kind) {
    case 'answered':
      return { result: result.as, message: valueToJson(result.message) };
    case 'received':
      return present({
        result: 'request',
        endpoint: result.endpoint,
        method: result.method,
        message: valueToJson(result.message),
        context: result.context === undefined ? undefined : valueToJson(result.context),
      });
    case 'accessed':
      return { result: result.kind, value: result.value };
    case 'invalidated':
    case 'raised':
    case 'replied':
    case 'permitted':
    case 'ticked':
    case 'ended':
      return { result: result.kind };
  }
};

/** An outcome as traces write it. */
export const outcomeLine = (outcome: Outcome): JsonObject => {
  switch (outcome.kind) {
    case 'blocked':
      return { kind: 'blocked' };
    case 'refused':
      return { kind: 'refused', because: outcome.because, retcode: outcome.retcode };
    case 'denied':
      return { kind: 'denied', phase: outcome.phase, because: outcome.verdict.because };
    case 'faulted':
      return { kind: 'faulted', code: outcome.code };
    case 'done':
      return { kind: 'done', ...resultLine(outcome.result) };
  }
};

/** A step, and the names of the threads in it. */
export interface NamedStep {
  readonly action: Action;
  /** The fault that made the action. */
  readonly fault?: FaultKind | undefined;
  /** The faults that came with it. */
  readonly came?: readonly Fault[];
  readonly report: Report;
  readonly nameOf: (thread: ThreadId) => string;
  /** The device that acted, by name. */
  readonly device?: string | undefined;
}

/** Who acts: a thread, a core, a device, an interrupt line, or time. */
export const actorOf = ({
  action,
  nameOf,
  device,
}: Pick<NamedStep, 'action' | 'nameOf' | 'device'>): string =>
  isByThread(action) ? nameOf(action.by) : (device ?? ownActor(action));

const ownActor = (action: Exclude<Action, ThreadAction>): string => {
  switch (action.kind) {
    case 'tick':
      return 'time';
    case 'completeInvalidation':
      return `core ${String(action.core)}`;
    case 'raiseInterrupt':
      return `line ${String(action.line)}`;
    case 'dmaRead':
    case 'dmaWrite':
      return `device ${String(action.device)}`;
  }
};

const waitLimits = ({ timeout, interrupt }: WaitLimits) => ({ timeout, interrupt });

const intentLine = ({ action, nameOf, device }: NamedStep): JsonObject => {
  if (!isByThread(action))
    return present({ ...action, ...(device === undefined ? {} : { device }) });
  const by = nameOf(action.by);
  switch (action.kind) {
    case 'recv':
      return present({ kind: 'recv', by, handle: action.handle, ...waitLimits(action) });
    case 'reply':
      return { kind: 'reply', by, as: action.as, message: valueToJson(action.message) };
    case 'call': {
      const { handle, endpoint, method, message } = action;
      const given = valueToJson(message);
      const limits = waitLimits(action);
      return present({ kind: 'call', by, handle, endpoint, method, message: given, ...limits });
    }
    case 'querySecurity': {
      const { interface: one, method, message } = action;
      return { kind: 'querySecurity', by, interface: one, method, message: valueToJson(message) };
    }
    case 'trap':
      return { kind: 'trap', by, code: action.code };
    case 'load':
    case 'store':
    case 'fetch': {
      const { kind, address, way, core } = action;
      const value = action.kind === 'store' ? action.value : undefined;
      return present({ kind, by, address, value, way, core });
    }
    case 'portIn':
    case 'portOut': {
      const { kind, port, value } = action;
      return { kind, by, port, value };
    }
  }
};

const actionLine = (step: NamedStep): JsonObject =>
  present({ ...intentLine(step), fault: step.fault });

/** One step as a line of a trace (format trace/1). */
export const stepLine = (n: number, step: NamedStep, state: string): JsonObject => {
  const { events, outcome, completions } = step.report;
  const { came = [] } = step;
  return {
    n,
    ...(came.length === 0
      ? {}
      : { faults: came.map(({ process, fault }) => ({ process, fault })) }),
    action: actionLine(step),
    events: events.map(eventLine),
    outcome: outcomeLine(outcome),
    completions: completions.map((one) => ({
      of: step.nameOf(one.of),
      outcome: outcomeLine(one.outcome),
    })),
    state,
  };
};
