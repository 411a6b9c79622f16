/** A call in a text of TypeScript: of what, and its arguments as they stand there. */
export interface Call {
  readonly of: string;
  readonly with: readonly string[];
}

export const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, '');

const opens = new Set(['(', '[', '{']);
const closes = new Set([')', ']', '}']);

/** What stands between a parenthesis and its partner, cut at the commas that are not within others. */
export const listAt = (text: string, open: number): readonly string[] => {
  const parts: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < text.length; at++) {
    const sign = text.charAt(at);
    if (opens.has(sign)) depth++;
    if (closes.has(sign)) depth--;
    if (depth > 1 || (depth === 1 && sign !== ',')) continue;
    parts.push(text.slice(from, at).trim());
    from = at + 1;
    if (depth === 0) break;
  }
  return parts.filter((part) => part !== '');
};

/** Every call of a plain name. */
export const callsIn = (text: string): readonly Call[] =>
  [...text.matchAll(/(?<![\w.])([a-z]\w*)\(/gu)].map(({ 0: all, 1: of = '', index }) => ({
    of,
    with: listAt(text, index + all.length - 1),
  }));

/** A name that a file imports: what it is called there, and in which file. */
export interface Imported {
  readonly name: string;
  readonly path: string;
}

/** `a/b/../c.ts` is `a/c.ts`. */
const resolved = (path: string): string =>
  path
    .split('/')
    .reduce<readonly string[]>((so, part) => {
      if (part === '..') return so.slice(0, -1);
      return part === '.' ? so : [...so, part];
    }, [])
    .join('/');

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** What a file imports, types aside, by the names that it gives. */
export const importsOf = (path: string, text: string): ReadonlyMap<string, Imported> =>
  new Map(
    [...text.matchAll(/^import \{([^}]*)\} from '(\.[^']+)';/gmu)].flatMap(
      ([, list = '', from = '']) =>
        list
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== '')
          .map((one): readonly [string, Imported] => {
            const [name = '', as = name] = one.split(' as ');
            return [as, { name, path: resolved(`${folderOf(path)}/${from}`) }];
          }),
    ),
  );

/** The text of a function that a file has at its outermost level; empty where there is none. */
export const functionIn = (text: string, name: string): string => {
  const start = new RegExp(`^(?:export )?const ${name}\\b`, 'mu').exec(text)?.index;
  if (start === undefined) return '';
  const rest = text.slice(start);
  const end = rest.slice(1).search(/^(?:export|import|const|type|interface|class)\b/mu);
  return end < 0 ? rest : rest.slice(0, end + 1);
};
