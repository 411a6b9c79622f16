import { readFileSync } from 'node:fs';
import type { EngineOptions } from '../../kss/engine-options.ts';
import { makeEventReader } from '../../kss/decide/read-event.ts';
import { explain as explainEvent } from '../../kss/explain.ts';
import { bootLead, leadOn, noLead } from '../../kss/explain/before.ts';
import type { Lead } from '../../kss/explain/before.ts';
import { explanationText } from '../../kss/explain/explanation-text.ts';
import { eventOfRequest } from '../../kss/pal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { eventKinds } from '../../model/security.ts';
import type { SecurityEvent } from '../../model/security.ts';
import { parseRequest } from '../../solution/syntax/pal.ts';
import type { Solution } from '../../solution/solution.ts';
import { unreadable } from '../../library/node/unreadable.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { diagnosticJson } from '../output.ts';
import type { Output } from '../output.ts';
import type { Given } from '../with-solution.ts';

/** What stands before the event that is explained. */
export interface ExplainOptions {
  /** The `execute` events of a boot come first. */
  readonly booted?: boolean;
  /** Events in words, or files of them as JSON Lines, in this order. */
  readonly after?: readonly string[];
}

/** Events that were read, or what is wrong with their text. */
type Read =
  | { readonly kind: 'events'; readonly events: readonly SecurityEvent[] }
  | {
      readonly kind: 'faulty';
      readonly diagnostics: readonly Diagnostic[];
      readonly file: string;
      readonly text: string;
    };

const toldEvent = /^\s*(\w+) (\S+)(?: ~> (\S+))?(?: : (\S+)\.(\w+))?(\s*\{[\s\S]*)?$/;

/** An event as output tells it, in the words of a test of a policy; any other text as it stands. */
const inWords = (text: string): string => {
  const [, word, src = '', dst, at, method, message = ''] = toldEvent.exec(text) ?? [];
  const kind = eventKinds.find((one) => one === word);
  if (kind === undefined || src.includes('=')) return text;
  const to = dst === undefined ? '' : ` dst=${dst}`;
  const called = kind === 'security' ? 'interface' : 'endpoint';
  const of = at === undefined ? '' : ` ${called}=${at} method=${method ?? ''}`;
  return `${kind} src=${src}${to}${of}${message}`;
};

const readRequest = (solution: Solution, given: string, engine: EngineOptions): Read => {
  const text = inWords(given);
  const file = 'the request';
  const { tree, diagnostics } = parseRequest({ file, text });
  return tree === undefined
    ? { kind: 'faulty', diagnostics, file, text }
    : { kind: 'events', events: [eventOfRequest(solution, tree, engine)] };
};

const faultyFile = (file: string, text: string, line: number, message: string): Read => {
  const { diagnostics } = unreadable(file, message);
  const at = { file, line, column: 1, endLine: line, endColumn: 1 };
  return { kind: 'faulty', file, text, diagnostics: diagnostics.map((one) => ({ ...one, at })) };
};

const readLines = (solution: Solution, file: string): Read => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return faultyFile(file, '', 1, 'the file cannot be read');
  }
  const reader = makeEventReader(solution);
  const events: SecurityEvent[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = reader.ofLine(line);
    if (read.kind === 'fault') return faultyFile(file, text, index + 1, read.why);
    events.push(read.event);
  }
  return { kind: 'events', events };
};

const isInWords = (text: string): boolean =>
  text.includes('~>') || eventKinds.some((kind) => text.trimStart().startsWith(`${kind} `));

const refuse = (read: Extract<Read, { readonly kind: 'faulty' }>, output: Output): Exit => {
  output.tell(read.diagnostics, new Map([[read.file, read.text]]));
  output.sayJson({ ok: false, diagnostics: read.diagnostics.map(diagnosticJson) });
  return exits.fault;
};

/** `refmon explain SOLUTION 'request src=A …'`: why one event gets its verdict, and what would change it. */
export const explain = (
  { solution, engine }: Given,
  text: string,
  { booted = false, after = [] }: ExplainOptions,
  output: Output,
): Exit => {
  let lead: Lead = booted ? bootLead(solution, engine) : noLead(solution, engine);
  for (const one of after) {
    const read = isInWords(one) ? readRequest(solution, one, engine) : readLines(solution, one);
    if (read.kind === 'faulty') return refuse(read, output);
    lead = read.events.reduce((so, event) => leadOn(solution, so, event, engine), lead);
  }
  const asked = readRequest(solution, text, engine);
  if (asked.kind === 'faulty') return refuse(asked, output);
  const [event] = asked.events;
  if (event === undefined) return exits.usage;
  const { before, context } = lead;
  const explanation = {
    ...explainEvent(solution, context, event, engine),
    ...(before.length === 0 ? {} : { after: before }),
  };
  output.say(explanationText(explanation));
  output.sayJson(explanation);
  return exits.fine;
};
