import type { ThreadId } from '../model/ids.ts';
import type { Action, Judged, Outcome, Report, Result, WaitLimits } from '../model/step.ts';
import type { Fault, FaultKind } from '../solution/yaml/faults.ts';
import { answerOf } from '../kss/answer.ts';
import { formatValue } from '../solution/message/format.ts';
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
}

/** Who acts: a thread, or time. */
export const actorOf = ({ action, nameOf }: Pick<NamedStep, 'action' | 'nameOf'>): string =>
  action.kind === 'tick' ? 'time' : nameOf(action.by);

const waitLimits = ({ timeout, interrupt }: WaitLimits) => ({ timeout, interrupt });

const intentLine = ({ action, nameOf }: NamedStep): JsonObject => {
  if (action.kind === 'tick') return { kind: 'tick' };
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

const serverName = (action: Action, report: Report): string => {
  const destination = report.events[0]?.event.destination?.name;
  if (destination !== undefined) return destination;
  return action.kind === 'call' ? `handle ${String(action.handle)}` : '';
};

const verdictWords = (report: Report): string => {
  const judged = report.events.at(-1);
  if (judged === undefined) return report.outcome.kind === 'refused' ? report.outcome.because : '';
  const { verdict } = judged;
  if (verdict.kind === 'granted') {
    const [first] = verdict.by;
    return `granted by ${first.object}.${first.rule} at ${first.at.file}:${String(first.at.line)}`;
  }
  const decisive = verdict.by.find(({ result }) => result !== 'granted');
  const where =
    decisive === undefined
      ? ''
      : ` by ${decisive.object}.${decisive.rule} at ${decisive.at.file}:${String(decisive.at.line)}`;
  return `denied (${verdict.because})${where}`;
};

const recvWords = (by: string, { outcome }: Report, so: string): string => {
  if (outcome.kind !== 'done' || outcome.result.kind !== 'received')
    return outcome.kind === 'refused' ? `${by} may not receive${so}` : `${by} waits`;
  return `${by} takes the request ${outcome.result.endpoint}.${outcome.result.method}`;
};

/** Waits that a step has ended otherwise than by an answer or a request: `, and Panel's wait ends: timedOut`. */
const endingWords = ({ report, nameOf }: NamedStep): string =>
  report.completions
    .flatMap(({ of, outcome }) =>
      outcome.kind === 'refused'
        ? [`, and the wait of ${nameOf(of)} ends: ${outcome.because}`]
        : [],
    )
    .join('');

/** What a fault did, in words. */
const faultOf = ({ fault }: NamedStep): string => (fault === undefined ? '' : ` [${fault}]`);

/** One step in words: `Panel calls Controller supervision.Enrol { operator : 1 }: granted …`. */
export const stepWords = (step: NamedStep): string => `${plainWords(step)}${faultOf(step)}`;

const plainWords = (step: NamedStep): string => {
  const { action, report, nameOf } = step;
  const ending = endingWords(step);
  if (action.kind === 'tick') return `time passes${ending}`;
  const by = nameOf(action.by);
  const verdict = verdictWords(report);
  const so = verdict === '' ? '' : `: ${verdict}`;
  switch (action.kind) {
    case 'call': {
      const called = `${action.endpoint}.${action.method} ${formatValue(action.message)}`;
      return `${by} calls ${serverName(action, report)} ${called}${so}${ending}`;
    }
    case 'recv':
      return recvWords(by, report, so);
    case 'reply': {
      const to = report.events[0]?.event.destination?.name ?? 'nobody';
      const kind = action.as === 'error' ? 'an error' : 'a response';
      return `${by} answers ${to} with ${kind} ${formatValue(action.message)}${so}`;
    }
    case 'querySecurity': {
      const asked = `${action.interface}.${action.method} ${formatValue(action.message)}`;
      return `${by} asks the security engine ${asked}${so}`;
    }
    case 'trap':
      return `${by} fails with exception ${String(action.code)}${ending}`;
  }
};

/** An action in words, where no solution is at hand: `thread 2 calls handle 1 meter.Read { x : 1 }`. */
export const tellIntent = (action: Action): string => {
  if (action.kind === 'tick') return 'time passes';
  const by = `thread ${String(action.by)}`;
  switch (action.kind) {
    case 'recv':
      return `${by} receives`;
    case 'reply':
      return `${by} answers with ${action.as} ${formatValue(action.message)}`;
    case 'call': {
      const { handle, endpoint, method, message } = action;
      return `${by} calls handle ${String(handle)} ${endpoint}.${method} ${formatValue(message)}`;
    }
    case 'querySecurity':
      return `${by} asks ${action.interface}.${action.method} ${formatValue(action.message)}`;
    case 'trap':
      return `${by} fails with exception ${String(action.code)}`;
  }
};
