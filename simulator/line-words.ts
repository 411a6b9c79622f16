import { fieldOf, textOf } from '../kss/decide/line.ts';
import type { Fields } from '../kss/decide/line.ts';
import { isFields } from './read-trace-head.ts';

const verbs: Readonly<Record<string, string>> = {
  boot: 'the system boots',
  tick: 'time passes',
  call: 'calls',
  recv: 'receives',
  reply: 'answers with',
  querySecurity: 'asks the security engine',
  trap: 'fails with exception',
  raiseInterrupt: 'raises line',
  dmaWrite: 'writes by DMA',
  load: 'loads from',
  store: 'stores at',
};

const part = (fields: Fields, name: string): string => {
  const value = fieldOf(fields, name);
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
};

const actionWords = (action: Fields): string => {
  const kind = textOf(action, 'kind') ?? '?';
  const verb = verbs[kind] ?? kind;
  const called = [part(action, 'endpoint'), part(action, 'interface'), part(action, 'method')];
  const words = [
    part(action, 'by'),
    part(action, 'device'),
    verb,
    kind === 'call' ? `handle ${part(action, 'handle')}` : '',
    part(action, 'as'),
    called.filter((name) => name !== '').join('.'),
    part(action, 'message'),
    part(action, 'code'),
    part(action, 'line'),
    part(action, 'address'),
    part(action, 'value'),
  ];
  return words.filter((word) => word !== '').join(' ');
};

const eventWords = (event: unknown): string =>
  isFields(event) ? `${part(event, 'event')} ${part(event, 'verdict')}` : '?';

const outcomeWords = (outcome: Fields): string =>
  ['kind', 'result', 'because', 'phase']
    .map((name) => part(outcome, name))
    .filter((word) => word !== '')
    .join(' ');

const fieldsIn = (fields: Fields, name: string): Fields => {
  const value = fieldOf(fields, name);
  return isFields(value) ? value : {};
};

/** A line of a trace in words: `Panel calls handle 1 supervision.Enrol {"operator":1}: request granted; blocked`. */
export const lineWords = (line: Fields): string => {
  const events = fieldOf(line, 'events');
  const judged = Array.isArray(events) ? events.map(eventWords).join(', ') : '';
  const what = actionWords(fieldsIn(line, 'action'));
  const came = outcomeWords(fieldsIn(line, 'outcome'));
  return `${what}${judged === '' ? '' : `: ${judged}`}; ${came}`;
};
