import type { Source } from '../source.ts';
import { auditDefault, auditProfile } from './audit.ts';
import { body } from './body.ts';
import { Cursor } from './cursor.ts';
import type { Parsed } from './cursor.ts';
import { assertionSet } from './pal.ts';
import { policyObject } from './policy-object.ts';
import { eventHere, selectors } from './selectors.ts';
import type { Token } from './scanner.ts';
import type { PslDeclaration, PslFile } from './tree/psl.ts';

const useDeclaration = (cursor: Cursor, start: Token): PslDeclaration => {
  cursor.take();
  if (cursor.isWord('EDL') && cursor.ahead(1).kind === 'name') {
    cursor.take();
    const name = cursor.dotted('a process class');
    return { kind: 'useClass', name, at: cursor.since(start) };
  }
  const name = cursor.dotted('a policy package');
  cursor.expect('.');
  if (!cursor.skipWord('_')) cursor.expected('"_"');
  return { kind: 'usePolicy', name, at: cursor.since(start) };
};

const taskClass = (cursor: Cursor, start: Token): PslDeclaration => {
  cursor.take();
  cursor.take();
  const name = cursor.dotted('a process class');
  cursor.expect(':');
  const link = cursor.dotted('the name of an EDL file');
  return { kind: 'taskClass', name, link, at: cursor.since(start) };
};

const executeInterface = (cursor: Cursor, start: Token): PslDeclaration => {
  cursor.take();
  cursor.take();
  const name = cursor.dotted('an interface');
  return { kind: 'executeInterface', name, at: cursor.since(start) };
};

const binding = (cursor: Cursor, start: Token): PslDeclaration => {
  const event = eventHere(cursor) ?? 'request';
  cursor.take();
  const where = selectors(cursor);
  const inner = body(cursor);
  return { kind: 'binding', event, where, body: inner, at: cursor.since(start) };
};

/** A set of tests has a title or a brace; the rule of that name has an argument. */
const beginsSet = (cursor: Cursor): boolean =>
  cursor.isSymbol('{', 1) || cursor.ahead(1).kind === 'text';

/** The construct that begins here; absent where none does. */
const declarationHere = (
  cursor: Cursor,
): ((cursor: Cursor, start: Token) => PslDeclaration) | undefined => {
  if (cursor.isWord('use') && cursor.ahead(1).kind === 'name') return useDeclaration;
  if (cursor.isWord('execute') && cursor.isSymbol(':', 1)) return executeInterface;
  if (cursor.isWord('policy') && cursor.isWord('object', 1)) return policyObject;
  if (cursor.isWord('task') && cursor.isWord('class', 1)) return taskClass;
  if (cursor.isWord('audit') && cursor.isWord('default', 1)) return auditDefault;
  if (cursor.isWord('audit') && cursor.isWord('profile', 1)) return auditProfile;
  if (cursor.isWord('assert') && beginsSet(cursor)) return assertionSet;
  return eventHere(cursor) === undefined ? undefined : binding;
};

/** Where a new declaration begins, for finding the way after a fault. */
const startsDeclaration = (cursor: Cursor): boolean => declarationHere(cursor) !== undefined;

/** Reads one PSL file; several faults are told, each once. */
export const parsePsl = (source: Source): Parsed<PslFile> => {
  const cursor = new Cursor(source);
  const declarations: PslDeclaration[] = [];
  while (!cursor.atEnd) {
    const declare = declarationHere(cursor);
    if (declare === undefined) {
      cursor.expected('a declaration');
      cursor.take();
    } else {
      declarations.push(declare(cursor, cursor.token));
    }
    if (cursor.lost) cursor.recover(startsDeclaration);
  }
  return { tree: { file: source.file, declarations }, diagnostics: cursor.diagnostics };
};
