import type { Definitions } from './condition.ts';

/** `@NAME@` of CMake; the name may end in `+`, which asks for list items alone. */
const placeholder = /@([A-Za-z0-9_.+-]+)@/g;

/** Macros of the public build files that stand for a block, a list, or a map that only the build knows. */
const knownMacro = /^INIT_(?:EXTERNAL_ENTITIES|\w+_ENTITY_(?:CONNECTIONS|ENV|ARGS))\+?$/;

/** What may stand behind a placeholder that has a line of its own. */
const onlyComment = /^\s*(?:(?:\/\/|#)[^]*|\/\*(?:[^*]|\*(?!\/))*\*\/\s*)?$/;

/** `$<…>` of CMake on a line of its own, with a comment behind it. */
const generatorLine = /^\s*(\$<[^]*>)\s*(?:(?:\/\/|#)[^]*)?$/;

/** A part of a line that is replaced. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const valueOf = (name: string, definitions: Definitions): string | undefined =>
  definitions.get(name) ?? definitions.get(name.replace(/\+$/, ''));

/** True where the line holds nothing but placeholders and a comment (C-41). */
const isOwnLine = (line: string): boolean =>
  onlyComment.test(line.replace(placeholder, ' ').trimStart());

/** The offsets of `@` that stand outside of texts in quotes and of comments. */
const bareSigns = (line: string): ReadonlySet<number> => {
  const found = new Set<number>();
  let isText = false;
  for (let at = 0; at < line.length; at++) {
    const unit = line[at];
    if (isText && unit === '\\') at += 1;
    else if (unit === '"') isText = !isText;
    else if (!isText && line.startsWith('//', at)) return found;
    else if (!isText && unit === '@') found.add(at);
  }
  return found;
};

/** Longest line in which placeholders are looked for: a longer one is the work of no author. */
const longestTemplateLine = 10_000;

/**
 * The placeholders of one line and what stands for them: a definition, nothing, or the bare name
 * (C-41). In a file that is not named a template, those within texts and comments are left alone.
 *
 * Source: C-41; CMake manual, `configure_file`.
 */
export const replacementsIn = (
  line: string,
  definitions: Definitions,
  named: 'template' | 'plain',
): readonly Replacement[] => {
  if (line.length > longestTemplateLine) return [];
  const generator = generatorLine.exec(line)?.[1];
  if (generator !== undefined) {
    const from = line.indexOf(generator);
    return [{ from, to: from + generator.length, text: '' }];
  }
  if (!line.includes('@')) return [];
  const isAlone = isOwnLine(line);
  const bare = named === 'plain' ? bareSigns(line) : undefined;
  return [...line.matchAll(placeholder)].flatMap(({ index, 0: written, 1: name = '' }) => {
    if (bare?.has(index) === false) return [];
    const vanishes = isAlone || knownMacro.test(name);
    const text = valueOf(name, definitions) ?? (vanishes ? '' : name.replace(/\+$/, ''));
    return [{ from: index, to: index + written.length, text }];
  });
};
