/** A refusal that a docstring names; `group` counts those that share its `when`. */
export interface NamedRefusal {
  readonly name: string;
  readonly when: string;
  readonly group: number;
}

/** An operator of a TLA+ module; with `…`, all whose names begin so. */
export interface TlaName {
  readonly operator: string;
  readonly file: string;
}

/** What the docstring of a function says, by its labels. */
export interface Docstring {
  /** Sentences before the first label. */
  readonly says: string;
  readonly refuses: readonly NamedRefusal[];
  readonly blocks: string | undefined;
  /** Without the TLA+ names. */
  readonly source: string | undefined;
  readonly twins: readonly TlaName[];
}

const labels = /^(Refuses|Blocks|Source|Shape|Units|Result|Throws|Licence):\s+(.*)$/u;

const linesOf = (comment: string): readonly string[] =>
  comment.split('\n').map((line) => line.replace(/^\s*\*?\s?/u, '').trimEnd());

/** The text of each label; what stands before the first has the empty one. */
const sectionsOf = (comment: string): ReadonlyMap<string, string> => {
  const sections = new Map<string, string>();
  let label = '';
  for (const line of linesOf(comment)) {
    const [, found, rest = ''] = labels.exec(line) ?? [];
    if (found !== undefined) label = found;
    const text = found === undefined ? line.trim() : rest;
    if (text !== '') sections.set(label, `${sections.get(label) ?? ''} ${text}`.trim());
  }
  return sections;
};

const names = /^(?:`\w+`(?:,\s+|\s*))+/u;

/** `a`, `b`, when; `c`: groups between semicolons, each with what holds of all in it. */
const refusalsOf = (text: string): readonly NamedRefusal[] =>
  text
    .replace(/\.$/u, '')
    .split(/;\s+/u)
    .flatMap((group) => {
      const [listed = ''] = names.exec(group) ?? [];
      const found = [...listed.matchAll(/`(\w+)`/gu)];
      const when = group.slice(listed.length).trim();
      return found.map(([, name = '']) => ({ name, when, group: found.length }));
    });

const twinsOf = (text: string): readonly TlaName[] =>
  [...text.matchAll(/`(\w+…?)`((?:(?!`)[\s\S])*?)in\s+(tla\/[\w/]+\.tla)/gu)].map(
    ([, operator = '', , file = '']) => ({ operator, file }),
  );

const withoutTwins = (text: string): string =>
  text
    .split(/;\s+/u)
    .filter((part) => !part.startsWith('TLA+'))
    .join('; ')
    .replace(/\.$/u, '');

const docstringOf = (comment: string): Docstring => {
  const sections = sectionsOf(comment);
  const source = sections.get('Source');
  return {
    says: sections.get('') ?? '',
    refuses: refusalsOf(sections.get('Refuses') ?? ''),
    blocks: sections.get('Blocks'),
    source: source === undefined ? undefined : withoutTwins(source),
    twins: twinsOf(source ?? ''),
  };
};

/** The docstring right before an exported function of a text; absent where it has none. */
export const readDocstring = (text: string, name: string): Docstring | undefined => {
  const start = new RegExp(`^export const ${name}\\b`, 'mu').exec(text)?.index;
  if (start === undefined) return undefined;
  const [, comment] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/u.exec(text.slice(0, start)) ?? [];
  return comment === undefined ? undefined : docstringOf(comment);
};
