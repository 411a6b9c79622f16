import { at } from '../model/defect.ts';
import type { ThreadId } from '../model/ids.ts';
import type { Action, Judged, Outcome, Report } from '../model/step.ts';
import { answerOf } from '../kss/answer.ts';
import { formatValue } from '../solution/message/format.ts';
import { valueToJson } from '../solution/message/write-json.ts';
import type { Json } from '../solution/message/write-json.ts';
import type { Solution } from '../solution/solution.ts';

type JsonObject = Readonly<Record<string, Json>>;

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

const outcomeLine = (outcome: Outcome): JsonObject => {
  switch (outcome.kind) {
    case 'blocked':
      return { kind: 'blocked' };
    case 'refused':
      return { kind: 'refused', because: outcome.because, retcode: outcome.retcode };
    case 'denied':
      return { kind: 'denied', phase: outcome.phase, because: outcome.verdict.because };
    case 'done': {
      const { result } = outcome;
      if (result.kind === 'replied') return { kind: 'done', result: 'replied' };
      const message = valueToJson(result.message);
      return result.kind === 'answered'
        ? { kind: 'done', result: result.as, message }
        : {
            kind: 'done',
            result: 'request',
            endpoint: result.endpoint,
            method: result.method,
            message,
          };
    }
  }
};

/** The name of the process that a thread is of; a process has one thread. */
export const threadName = (solution: Solution, thread: ThreadId): string =>
  at(solution.processes, thread).name;

const actionLine = (solution: Solution, action: Action): JsonObject => {
  const by = threadName(solution, action.by);
  if (action.kind === 'recv') return { kind: 'recv', by };
  const message = valueToJson(action.message);
  if (action.kind === 'reply') return { kind: 'reply', by, as: action.as, message };
  const { handle, endpoint, method } = action;
  return { kind: 'call', by, handle, endpoint, method, message };
};

/** One step as a line of a trace (format trace/1). */
export const stepLine = (
  solution: Solution,
  n: number,
  action: Action,
  { events, outcome, completions }: Report,
  state: string,
): JsonObject => ({
  n,
  action: actionLine(solution, action),
  events: events.map(eventLine),
  outcome: outcomeLine(outcome),
  completions: completions.map((one) => ({
    of: threadName(solution, one.of),
    outcome: outcomeLine(one.outcome),
  })),
  state,
});

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

/** One step in words: `Panel calls Controller supervision.Enrol { operator : 1 }: granted …`. */
export const stepWords = (solution: Solution, action: Action, report: Report): string => {
  const by = threadName(solution, action.by);
  const verdict = verdictWords(report);
  const so = verdict === '' ? '' : `: ${verdict}`;
  if (action.kind === 'call') {
    const called = `${action.endpoint}.${action.method} ${formatValue(action.message)}`;
    return `${by} calls ${serverName(action, report)} ${called}${so}`;
  }
  if (action.kind === 'recv') {
    if (report.outcome.kind !== 'done' || report.outcome.result.kind !== 'received') {
      return report.outcome.kind === 'refused' ? `${by} may not receive${so}` : `${by} waits`;
    }
    const { endpoint, method } = report.outcome.result;
    return `${by} takes the request ${endpoint}.${method}`;
  }
  const to = report.events[0]?.event.destination?.name ?? 'nobody';
  const kind = action.as === 'error' ? 'an error' : 'a response';
  return `${by} answers ${to} with ${kind} ${formatValue(action.message)}${so}`;
};

/** An intent in words, where no solution is at hand: `thread 2 calls handle 1 meter.Read { x : 1 }`. */
export const tellIntent = (action: Action): string => {
  const by = `thread ${String(action.by)}`;
  if (action.kind === 'recv') return `${by} receives`;
  const message = formatValue(action.message);
  if (action.kind === 'reply') return `${by} answers with ${action.as} ${message}`;
  const { handle, endpoint, method } = action;
  return `${by} calls handle ${String(handle)} ${endpoint}.${method} ${message}`;
};
