import type { HandleId } from '../model/ids.ts';
import { isByThread } from '../model/step.ts';
import type {
  AccessIntent,
  Action,
  Intent,
  PortIntent,
  Report,
  ThreadAction,
} from '../model/step.ts';
import { formatValue } from '../solution/message/format.ts';
import type { NamedStep } from './trace.ts';

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

/** Processes that a service has started, or was not let to: `, and Panel starts`. */
const startingWords = ({ events }: Report): string =>
  events
    .flatMap(({ event: { kind, destination }, verdict }) =>
      kind === 'execute'
        ? [
            `, and ${destination?.name ?? ''} ${verdict.kind === 'granted' ? 'starts' : 'may not start'}`,
          ]
        : [],
    )
    .join('');

/** `motor.drive.Command`; of a callable handle, which is bound to an endpoint, the method alone. */
const calledName = (endpoint: string, method: string): string =>
  endpoint === '' ? method : `${endpoint}.${method}`;

/** What a fault did, in words. */
const faultOf = ({ fault }: NamedStep): string => (fault === undefined ? '' : ` [${fault}]`);

/** One step in words: `Panel calls Controller supervision.Enrol { operator : 1 }: granted …`. */
export const stepWords = (step: NamedStep): string => `${plainWords(step)}${faultOf(step)}`;

const hexadecimal = (number: number): string => `0x${number.toString(16)}`;

/** What time or hardware does of its own. */
const ownWords = (action: Exclude<Action, ThreadAction>, name?: string): string => {
  switch (action.kind) {
    case 'tick':
      return 'time passes';
    case 'completeInvalidation':
      return `core ${String(action.core)} forgets the translations that it was asked to`;
    case 'raiseInterrupt':
      return name === undefined
        ? `interrupt line ${String(action.line)} is raised`
        : `${name} raises line ${String(action.line)}`;
    case 'dmaRead':
      return `${name ?? `device ${String(action.device)}`} reads at ${hexadecimal(action.address)}`;
    case 'dmaWrite':
      return `${name ?? `device ${String(action.device)}`} writes ${String(action.value)} at ${hexadecimal(action.address)}`;
  }
};

/** Where a device's access went, and what is there; or that it went nowhere. */
const transferredWords = ({ outcome, transfers: [transferred] }: Report): string => {
  if (outcome.kind === 'faulted') return ': it reaches nothing';
  return transferred === undefined
    ? ''
    : `: ${String(transferred.value)} in memory at ${hexadecimal(transferred.physical)}`;
};

const portWords = ({ kind, port, value }: PortIntent): string =>
  kind === 'portIn'
    ? `reads port ${hexadecimal(port)}`
    : `writes ${String(value)} to port ${hexadecimal(port)}`;

const usedWords = ({ outcome }: Report): string =>
  outcome.kind === 'faulted' ? `: a fault, code ${hexadecimal(outcome.code)}` : '';

/** `stores 7 at 0x10000`, and by what it is translated, if not by the tables. */
const accessWords = (access: AccessIntent): string => {
  const { kind, address, way = 0 } = access;
  const what = { load: 'loads from', store: 'stores at', fetch: 'fetches from' }[kind];
  const value = access.kind === 'store' ? ` the value ${String(access.value)}` : '';
  const by = way === 0 ? '' : ' by a translation that its core has kept';
  return `${what} ${hexadecimal(address)}${value}${by}`;
};

/** Where an access went, and what is there; or that it faulted. */
const accessedWords = ({ outcome, accesses: [accessed] }: Report): string => {
  if (outcome.kind === 'faulted') return `: a fault, code ${hexadecimal(outcome.code)}`;
  return accessed === undefined
    ? ''
    : `: ${String(accessed.value)} in memory at ${hexadecimal(accessed.physical)}`;
};

const plainWords = (step: NamedStep): string => {
  const { action, report, nameOf, device } = step;
  const ending = endingWords(step);
  if (!isByThread(action)) return `${ownWords(action, device)}${transferredWords(report)}${ending}`;
  const by = nameOf(action.by);
  const verdict = verdictWords(report);
  const so = verdict === '' ? '' : `: ${verdict}`;
  switch (action.kind) {
    case 'call': {
      const { endpoint, method, message } = action;
      const called = `${calledName(endpoint, method)} ${formatValue(message)}`;
      const started = startingWords(report);
      return `${by} calls ${serverName(action, report)} ${called}${so}${started}${ending}`;
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
    case 'load':
    case 'store':
    case 'fetch':
      return `${by} ${accessWords(action)}${accessedWords(report)}${ending}`;
    case 'portIn':
    case 'portOut':
      return `${by} ${portWords(action)}${usedWords(report)}${ending}`;
  }
};

const numbered = (handle: HandleId): string => `handle ${String(handle)}`;

/** An intent in words: `calls handle 1 meter.Read { x : 1 }`, or with a name for the handle. */
export const intentWords = (
  intent: Intent,
  handleName: (handle: HandleId) => string = numbered,
): string => {
  switch (intent.kind) {
    case 'recv':
      return 'receives';
    case 'reply':
      return `answers with ${intent.as} ${formatValue(intent.message)}`;
    case 'call': {
      const { handle, endpoint, method, message } = intent;
      return `calls ${handleName(handle)} ${calledName(endpoint, method)} ${formatValue(message)}`;
    }
    case 'querySecurity':
      return `asks ${intent.interface}.${intent.method} ${formatValue(intent.message)}`;
    case 'trap':
      return `fails with exception ${String(intent.code)}`;
    case 'load':
    case 'store':
    case 'fetch':
      return accessWords(intent);
    case 'portIn':
    case 'portOut':
      return portWords(intent);
  }
};

/** An action in words, where no solution is at hand: `thread 2 calls handle 1 meter.Read { x : 1 }`. */
export const tellIntent = (action: Action): string =>
  isByThread(action) ? `thread ${String(action.by)} ${intentWords(action)}` : ownWords(action);
