import type { Cursor } from './cursor.ts';
import { expression, statement } from './expression.ts';
import { selectors } from './selectors.ts';
import type { Expression } from './tree/expression.ts';
import type { Name } from './tree/name.ts';
import type { Body, BodyItem, Choice, ChoiceCase } from './tree/psl.ts';

/** `match` and `choice` are names too: a rule's argument or a dot tells the difference. */
const isMatch = (cursor: Cursor): boolean =>
  cursor.isWord('match') && cursor.ahead(1).kind === 'name' && cursor.isSymbol('=', 2);

const isChoice = (cursor: Cursor): boolean =>
  cursor.isWord('choice') && (cursor.isSymbol('(', 1) || cursor.ahead(1).kind === 'name');

const isAudit = (cursor: Cursor): boolean =>
  cursor.isWord('audit') && cursor.ahead(1).kind === 'name';

const matchSection = (cursor: Cursor): BodyItem => {
  const start = cursor.take();
  const where = selectors(cursor);
  const inner = body(cursor);
  return { kind: 'match', where, body: inner, at: cursor.since(start) };
};

const caseLiteral = (cursor: Cursor): Expression | undefined => {
  if (cursor.isWord('_')) {
    cursor.take();
    return undefined;
  }
  return expression(cursor);
};

const caseBody = (cursor: Cursor): Body => {
  if (cursor.isSymbol('{')) return body(cursor);
  return { audit: undefined, items: [isChoice(cursor) ? choice(cursor) : rule(cursor)] };
};

const choiceCase = (cursor: Cursor): ChoiceCase => {
  const start = cursor.token;
  const when = caseLiteral(cursor);
  cursor.expect(':');
  const inner = caseBody(cursor);
  return { when, body: inner, at: cursor.since(start) };
};

const choice = (cursor: Cursor): Choice =>
  cursor.nested(
    () => {
      const start = cursor.take();
      const scrutinee = expression(cursor);
      cursor.expect('{');
      const cases: ChoiceCase[] = [];
      while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) {
        cases.push(choiceCase(cursor));
        cursor.skip(',');
      }
      cursor.expect('}');
      return { kind: 'choice', scrutinee, cases, at: cursor.since(start) };
    },
    () => {
      const at = cursor.spanOf(cursor.token);
      return { kind: 'choice', scrutinee: { kind: 'unit', at }, cases: [], at };
    },
  );

const rule = (cursor: Cursor): BodyItem => {
  const call = statement(cursor);
  return { kind: 'rule', call, at: call.at };
};

const item = (cursor: Cursor): BodyItem => {
  if (isMatch(cursor)) return matchSection(cursor);
  return isChoice(cursor) ? choice(cursor) : rule(cursor);
};

/** What stands between braces. A fault in one item skips to the next brace, not the whole file. */
export const body = (cursor: Cursor): Body =>
  cursor.nested(
    () => {
      if (!cursor.expect('{')) return { audit: undefined, items: [] };
      const items: BodyItem[] = [];
      let audit: Name | undefined;
      while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) {
        if (isAudit(cursor)) {
          if (audit !== undefined) {
            cursor.fault('SYN-008', cursor.token, 'audit stands here twice: one profile applies');
          }
          cursor.take();
          audit = cursor.name('an audit profile');
        } else {
          items.push(item(cursor));
        }
      }
      cursor.expect('}');
      return { audit, items };
    },
    () => ({ audit: undefined, items: [] }),
  );
