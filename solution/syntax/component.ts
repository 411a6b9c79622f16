import type { Source } from '../source.ts';
import { Cursor } from './cursor.ts';
import type { Parsed } from './cursor.ts';
import type { ComponentFile, Member } from './tree/component.ts';
import type { Name } from './tree/name.ts';

interface Sections {
  security: Name | undefined;
  endpoints: readonly Member[] | undefined;
  components: readonly Member[] | undefined;
}

const members = (cursor: Cursor): readonly Member[] => {
  const found: Member[] = [];
  cursor.expect('{');
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) {
    const name = cursor.name('a name');
    cursor.expect(':');
    found.push({ name, type: cursor.dotted('a type') });
    const sign = cursor.token;
    if (cursor.skip(',') || cursor.skip(';')) {
      cursor.odd(sign, `entries stand one after another, without "${sign.text}"`);
    }
  }
  cursor.expect('}');
  return found;
};

const twice = (cursor: Cursor, section: unknown, name: string): void => {
  if (section !== undefined) cursor.fault('SYN-008', cursor.token, `"${name}" stands here twice`);
};

/** Old versions wrote `interfaces` (C-46). */
const isEndpoints = (cursor: Cursor): boolean =>
  cursor.isWord('endpoints') || cursor.isWord('interfaces');

const sectionHere = (cursor: Cursor, sections: Sections): void => {
  if (cursor.isWord('security')) {
    twice(cursor, sections.security, 'security');
    cursor.take();
    sections.security = cursor.dotted('an interface');
  } else if (isEndpoints(cursor)) {
    twice(cursor, sections.endpoints, 'endpoints');
    cursor.take();
    sections.endpoints = members(cursor);
  } else if (cursor.isWord('components')) {
    twice(cursor, sections.components, 'components');
    cursor.take();
    sections.components = members(cursor);
  } else {
    cursor.expected('security, endpoints or components');
    cursor.take();
  }
};

const startsSection = (cursor: Cursor): boolean =>
  ['security', 'endpoints', 'interfaces', 'components'].some((word) => cursor.isWord(word));

const skipHead = (cursor: Cursor, language: ComponentFile['language']): void => {
  if (language === 'cdl') {
    if (!cursor.skipWord('component')) cursor.expected('"component"');
  } else if (cursor.isWord('task') && cursor.isWord('class', 1)) {
    cursor.take();
    cursor.take();
  } else if (!cursor.skipWord('entity')) {
    cursor.expected('"entity" or "task class"');
  }
};

/** Reads a CDL or EDL file; sections stand in any order. */
export const parseComponent = (
  source: Source,
  language: ComponentFile['language'],
): Parsed<ComponentFile> => {
  const cursor = new Cursor(source);
  const start = cursor.token;
  skipHead(cursor, language);
  const name = cursor.dotted('a name');
  const sections: Sections = { security: undefined, endpoints: undefined, components: undefined };
  if (cursor.lost) cursor.recover(startsSection);
  while (!cursor.atEnd) {
    sectionHere(cursor, sections);
    if (cursor.lost) cursor.recover(startsSection);
  }
  const tree: ComponentFile = {
    file: source.file,
    language,
    name,
    security: sections.security,
    endpoints: sections.endpoints ?? [],
    components: sections.components ?? [],
    at: cursor.spanOf(start),
  };
  return { tree: name.text === '' ? undefined : tree, diagnostics: cursor.diagnostics };
};
