import { eventKinds } from '../../model/security.ts';
import type { EventKind } from '../../model/security.ts';
import type { EventPattern } from '../solution.ts';
import type { Source } from '../source.ts';
import type { Cursor, Parsed } from './cursor.ts';
import { whole } from './expression.ts';
import { selectorNames } from './tree/selectors.ts';
import type { SelectorName, Selectors } from './tree/selectors.ts';

/** The name of a selector, where one begins here. */
const selectorHere = (cursor: Cursor): SelectorName | undefined =>
  cursor.isSymbol('=', 1) ? selectorNames.find((name) => cursor.isWord(name)) : undefined;

/** Most selectors in one place: there are six, and none helps twice. */
const mostSelectors = 50;

/** `src=A, dst=B method=M`: commas are free. */
export const selectors = (cursor: Cursor): Selectors => {
  const found: Selectors[number][] = [];
  for (let name = selectorHere(cursor); name !== undefined; name = selectorHere(cursor)) {
    if (found.length === mostSelectors) {
      cursor.fault('SYN-008', cursor.token, `more than ${String(mostSelectors)} selectors`);
      return found;
    }
    cursor.take();
    cursor.take();
    found.push({ name, value: cursor.dotted('a name') });
    cursor.skip(',');
  }
  return found;
};

/** The kind of event that the next word names. */
export const eventHere = (cursor: Cursor): EventKind | undefined =>
  eventKinds.find((kind) => cursor.isWord(kind));

/** A whole text as an event with selectors: `request src=A dst=B method=M`. */
export const parseEventPattern = (source: Source): Parsed<EventPattern> =>
  whole(source, (cursor): EventPattern => {
    const event = eventHere(cursor);
    if (event === undefined) cursor.expected(`one of ${eventKinds.join(', ')}`);
    else cursor.take();
    return { event: event ?? 'request', where: selectors(cursor) };
  });
