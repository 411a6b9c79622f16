import type { Source } from '../source.ts';
import type { Cursor, Parsed } from './cursor.ts';
import { expression, whole } from './expression.ts';
import { eventHere, selectors } from './selectors.ts';
import { splitMethod } from './step.ts';
import type { Expression } from './tree/expression.ts';
import type { Name } from './tree/name.ts';
import type { AssertionSet, Expectation, Sequence } from './tree/pal.ts';
import type { Selectors } from './tree/selectors.ts';

type Operation = Pick<Expectation, 'event' | 'where' | 'message'>;

const titleHere = (cursor: Cursor): string | undefined =>
  cursor.token.kind === 'text' ? cursor.take().text : undefined;

const messageHere = (cursor: Cursor): Expression | undefined =>
  cursor.isSymbol('{') ? expression(cursor) : undefined;

/** `a ~> b : endpoint.Method { … }` stands for a request. */
const shortRequest = (cursor: Cursor): Operation => {
  const src = cursor.dotted('the source of a request');
  cursor.expect('~>');
  const dst = cursor.dotted('the destination of a request');
  cursor.expect(':');
  const called = cursor.dotted('endpoint.Method');
  const { endpoint, method } = splitMethod(called);
  const part = (text: string): Name => ({ text, at: called.at });
  const where: Selectors = [
    { name: 'src', value: src },
    { name: 'dst', value: dst },
    { name: 'endpoint', value: part(endpoint) },
    { name: 'method', value: part(method) },
  ];
  return { event: 'request', where, message: messageHere(cursor) };
};

/** A word for an event, unless it is the source of the short form. */
const operation = (cursor: Cursor): Operation => {
  const event = cursor.isSymbol('~>', 1) || cursor.isSymbol('.', 1) ? undefined : eventHere(cursor);
  if (event === undefined) return shortRequest(cursor);
  cursor.take();
  return { event, where: selectors(cursor), message: messageHere(cursor) };
};

const expectations = ['grant', 'deny', 'any'] as const;

const expectedHere = (cursor: Cursor): Expectation['expected'] => {
  const found = expectations.find((word) => cursor.isWord(word));
  if (found === undefined || cursor.isSymbol('~>', 1)) return 'grant';
  cursor.take();
  return found;
};

const expectation = (cursor: Cursor): Expectation => {
  const start = cursor.token;
  const binds = cursor.isSymbol('<-', 1) ? cursor.name('a variable') : undefined;
  if (binds !== undefined) cursor.take();
  const expected = expectedHere(cursor);
  const title = titleHere(cursor);
  const rest = operation(cursor);
  return { binds, expected, title, ...rest, at: cursor.since(start) };
};

/** Adds what stands between braces. */
/** Where an expectation begins, for finding the way after a fault in one. */
const startsExpectation = (cursor: Cursor): boolean =>
  cursor.token.kind === 'name' &&
  (eventHere(cursor) !== undefined ||
    expectations.some((word) => cursor.isWord(word)) ||
    cursor.isSymbol('<-', 1) ||
    cursor.isSymbol('~>', 1));

/** A fault in one expectation is told once, and the next ones are read. */
const block = (cursor: Cursor, found: Expectation[]): readonly Expectation[] => {
  if (!cursor.expect('{')) return found;
  const { braces } = cursor;
  while (!cursor.atEnd && cursor.braces >= braces && !cursor.isSymbol('}')) {
    const before = cursor.position;
    const one = expectation(cursor);
    cursor.skip(',');
    if (!cursor.lost) found.push(one);
    else {
      if (cursor.position === before) cursor.take();
      cursor.recoverWithin(braces, startsExpectation);
    }
  }
  cursor.expect('}');
  return found;
};

/** True where `assert` begins a set of tests and not a rule; only declarations stand there. */
export const assertionSet = (cursor: Cursor): AssertionSet => {
  const start = cursor.take();
  const title = titleHere(cursor);
  const sequences: Sequence[] = [];
  const setup: Expectation[] = [];
  const last: Expectation[] = [];
  cursor.expect('{');
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) {
    const head = cursor.token;
    if (cursor.skipWord('setup')) block(cursor, setup);
    else if (cursor.skipWord('finally')) block(cursor, last);
    else if (cursor.skipWord('sequence')) {
      const name = titleHere(cursor);
      sequences.push({ title: name, expectations: block(cursor, []), at: cursor.since(head) });
    } else cursor.expected('setup, sequence or finally');
  }
  cursor.expect('}');
  return {
    kind: 'assertionSet',
    title,
    setup,
    sequences,
    finally: last,
    at: cursor.since(start),
  };
};

/** A whole text as one request to the engine, as tests write it. */
export const parseRequest = (source: Source): Parsed<Expectation> => whole(source, expectation);
