import { catalogue } from '../../kss/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { load } from '../../solution/load.ts';
import { decodeMessage } from '../../solution/message/decode.ts';
import { encodeMessage } from '../../solution/message/encode.ts';
import type { Source } from '../../solution/source.ts';
import { parseComponent } from '../../solution/syntax/component.ts';
import { parseExpression } from '../../solution/syntax/expression.ts';
import { parseIdl } from '../../solution/syntax/idl.ts';
import { parseRequest } from '../../solution/syntax/pal.ts';
import { parsePsl } from '../../solution/syntax/psl.ts';
import { scan } from '../../solution/syntax/scanner.ts';
import { expandTemplate } from '../../solution/template/expand.ts';
import { readInit } from '../../solution/yaml/init.ts';
import { readObjectives } from '../../solution/yaml/objectives.ts';
import { readPrograms } from '../../solution/yaml/programs.ts';
import { fragments, solutions, textsOf } from './corpus.ts';
import type { Texts } from './corpus.ts';
import { judge } from './judge.ts';
import type { Answer } from './judge.ts';
import type { Alphabet } from './random-text.ts';
import { exampleOf, wireTypes } from './wire-types.ts';

/**
 * A door of the program that takes bytes from outside.
 *
 * Shape: a text is its UTF-8; the files of a solution are JSON, paths to texts. `seeds` are right
 *        inputs, of which mutations are made.
 */
export type Target =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly alphabet: Exclude<Alphabet, 'wire'>;
      readonly seeds: readonly string[];
      readonly take: (text: string) => Answer;
    }
  | {
      readonly kind: 'bytes';
      readonly name: string;
      readonly seeds: readonly Uint8Array[];
      readonly take: (bytes: Uint8Array) => Answer;
    }
  | {
      readonly kind: 'solution';
      readonly name: string;
      readonly seeds: readonly Texts[];
      readonly take: (texts: Texts) => Answer;
    };

const file = 'x.psl';

/** What each parser answers, in one form. */
interface Read {
  readonly diagnostics: readonly Diagnostic[];
  readonly tree?: unknown;
}

const textTarget = (
  name: string,
  alphabet: Exclude<Alphabet, 'wire'>,
  seeds: readonly string[],
  read: (source: Source) => Read,
): Target => ({
  kind: 'text',
  name,
  alphabet,
  seeds,
  take: (text) => {
    const { diagnostics, ...rest } = read({ file, text });
    const isRead = !('tree' in rest) || rest.tree !== undefined;
    return judge(isRead ? 'tree' : 'none', diagnostics, () => text, text.length);
  },
});

/** Loads a solution; what it gives must be whole, and what it tells must lie within its files. */
const loadTexts = (texts: Texts): Answer => {
  const files = new Map(Object.entries(texts));
  const { solution, diagnostics } = load({ name: 'fuzz', files }, catalogue);
  const units = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  const result = solution === undefined ? 'none' : 'tree';
  return judge(result, diagnostics, (path) => files.get(path), units);
};

/** Decodes both ways; what was decoded must be something that can be encoded. */
const decode = (bytes: Uint8Array): Answer => {
  const answers = (['request', 'answer'] as const).map((direction): Answer => {
    const decoded = decodeMessage(({ mid }) => wireTypes[mid], direction, bytes);
    if (decoded.kind === 'unknownMethod') return { kind: 'diagnostics' };
    if (decoded.kind === 'malformed') {
      const isTold = decoded.fault.why !== '';
      return isTold ? { kind: 'diagnostics' } : { kind: 'faulty', why: 'no reason' };
    }
    const type = wireTypes[decoded.header.mid];
    if (type === undefined) return { kind: 'faulty', why: 'decoded without a type' };
    const encoded = encodeMessage(type, decoded.header, decoded.message);
    return encoded.kind === 'encoded'
      ? { kind: 'tree' }
      : { kind: 'faulty', why: `decoded, and cannot be encoded: ${encoded.fault.why}` };
  });
  return (
    answers.find(({ kind }) => kind === 'faulty') ??
    answers.find(({ kind }) => kind === 'tree') ?? { kind: 'diagnostics' }
  );
};

const header = { riid: 0, as: 'request' } as const;

/** The default message of each type, and zeros of other lengths. */
const wireSeeds: readonly Uint8Array[] = wireTypes.flatMap((type, mid) => {
  const encoded = encodeMessage(type, { ...header, mid }, exampleOf(type));
  const zeros = Uint8Array.from({ length: 40 }, (_, index) => (index === 2 ? mid : 0));
  return encoded.kind === 'encoded' ? [encoded.bytes, encoded.bytes, zeros] : [zeros];
});

const yaml = textsOf('yaml');

/** Every door, by name. */
export const targets: readonly Target[] = [
  textTarget('scanner', 'psl', textsOf('psl'), scan),
  textTarget('parseIdl', 'idl', textsOf('idl'), parseIdl),
  textTarget('parseCdl', 'cdl', textsOf('cdl'), (source) => parseComponent(source, 'cdl')),
  textTarget('parseEdl', 'edl', textsOf('edl'), (source) => parseComponent(source, 'edl')),
  textTarget('parsePsl', 'psl', textsOf('psl'), parsePsl),
  textTarget('parseExpression', 'psl', fragments.expression, parseExpression),
  textTarget('parseRequest', 'psl', fragments.request, parseRequest),
  textTarget('expandTemplate', 'template', textsOf('template'), ({ text }) =>
    expandTemplate(
      file,
      text,
      new Map([
        ['A', 'a'],
        ['B', 'b'],
      ]),
    ),
  ),
  textTarget('readInit', 'yaml', yaml, readInit),
  textTarget('readObjectives', 'yaml', yaml, readObjectives),
  textTarget('readPrograms', 'yaml', yaml, readPrograms),
  { kind: 'bytes', name: 'decodeMessage', seeds: wireSeeds, take: decode },
  { kind: 'solution', name: 'load', seeds: solutions, take: loadTexts },
];
