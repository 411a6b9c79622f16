import type { Parsed } from '../syntax/cursor.ts';
import { parseComponent } from '../syntax/component.ts';
import { parseIdl } from '../syntax/idl.ts';
import type { ComponentFile } from '../syntax/tree/component.ts';
import type { IdlFile } from '../syntax/tree/idl.ts';
import { startOf } from '../source.ts';
import type { Report } from './report.ts';

/** The declarations of a solution and of the SDK, found by the name that they declare (C-40). */
export interface Library {
  readonly findInterface: (name: string) => IdlFile | undefined;
  readonly findComponent: (name: string) => ComponentFile | undefined;
  readonly findClass: (name: string) => ComponentFile | undefined;
  readonly names: (language: Language) => readonly string[];
  /** Directories from which the dotted names of the files used equal their paths. */
  readonly includeRoots: () => readonly string[];
}

export type Language = 'idl' | 'cdl' | 'edl';

interface Candidate<Tree> {
  readonly path: string;
  readonly text: string;
  readonly parsed: Parsed<Tree>;
}

/** Files of one language, by the name that each declares. */
interface Shelf<Tree> {
  readonly find: (name: string) => Tree | undefined;
  readonly names: () => readonly string[];
}

const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** How many directories two paths share from the left, less what the second is deeper. */
const nearness = (policy: string, path: string): number => {
  const from = directoryOf(policy).split('/');
  const to = directoryOf(path).split('/');
  const shared = from.findIndex((part, index) => part !== to[index]);
  return (shared < 0 ? from.length : shared) * 100 - to.length;
};

const pathOf = (name: string, language: Language): string =>
  `${name.replaceAll('.', '/')}.${language}`;

const isAtItsPath = (path: string, name: string, language: Language): boolean =>
  `/${path}`.endsWith(`/${pathOf(name, language)}`);

interface ShelfInput<Tree> {
  readonly language: Language;
  readonly files: ReadonlyMap<string, string>;
  readonly sdk: ReadonlyMap<string, string>;
  readonly policy: string;
  readonly parse: (file: string, text: string) => Parsed<Tree>;
  readonly nameOf: (tree: Tree) => string;
  readonly report: Report;
  readonly used: (path: string, name: string) => void;
}

const shelfOf = <Tree>(input: ShelfInput<Tree>): Shelf<Tree> => {
  const { language, policy, report } = input;
  const read = (
    files: ReadonlyMap<string, string>,
    prefix: string,
  ): ReadonlyMap<string, readonly Candidate<Tree>[]> => {
    const byName = new Map<string, Candidate<Tree>[]>();
    for (const [path, text] of files) {
      if (!path.endsWith(`.${language}`)) continue;
      const parsed = input.parse(`${prefix}${path}`, text);
      const declared = parsed.tree === undefined ? undefined : input.nameOf(parsed.tree);
      const name = declared ?? path.slice(0, -language.length - 1).replaceAll('/', '.');
      byName.set(name, [...(byName.get(name) ?? []), { path, text, parsed }]);
    }
    return byName;
  };
  const own = read(input.files, '');
  const sdk = read(input.sdk, 'sdk/');
  const chosen = new Map<string, Tree | undefined>();

  const byRank = (name: string, candidates: readonly Candidate<Tree>[]) =>
    [...candidates].sort(
      (left, right) =>
        Number(isAtItsPath(right.path, name, language)) -
          Number(isAtItsPath(left.path, name, language)) ||
        nearness(policy, right.path) - nearness(policy, left.path) ||
        Number(left.path > right.path) - Number(left.path < right.path),
    );
  const choose = (name: string): Tree | undefined => {
    const ranked = byRank(name, own.get(name) ?? []);
    const first = ranked[0] ?? sdk.get(name)?.[0];
    if (first === undefined) return undefined;
    const other = ranked.find(({ text }) => text !== first.text);
    if (other !== undefined) {
      const message = `"${name}" is declared in ${other.path} too, and otherwise; this file counts`;
      report.warning('SOL-003', startOf(first.path), message);
    }
    report.keep(first.parsed.diagnostics);
    input.used(first.path, name);
    return first.parsed.tree;
  };
  return {
    find: (name) => {
      if (!chosen.has(name)) chosen.set(name, choose(name));
      return chosen.get(name);
    },
    names: () => [...own.keys(), ...sdk.keys()],
  };
};

/** The directory below which a file lies at its dotted path. */
const rootOf = (path: string, name: string, language: Language): string => {
  const root = path.slice(0, path.length - pathOf(name, language).length);
  return root === '' ? '.' : root.slice(0, -1);
};

/** What a library is made of: the solution's files, and those of the SDK, by path. */
export interface LibraryInput {
  readonly files: ReadonlyMap<string, string>;
  readonly sdk: ReadonlyMap<string, string>;
  readonly policy: string;
  readonly report: Report;
}

export const makeLibrary = (input: LibraryInput): Library => {
  const roots = new Set<string>();
  const shelf = <Tree>(
    language: Language,
    parse: (file: string, text: string) => Parsed<Tree>,
    nameOf: (tree: Tree) => string,
  ): Shelf<Tree> =>
    shelfOf({
      ...input,
      language,
      parse,
      nameOf,
      used: (path, name) => {
        const isOwn = input.files.has(path);
        if (isOwn && isAtItsPath(path, name, language)) roots.add(rootOf(path, name, language));
      },
    });
  const interfaces = shelf(
    'idl',
    (file, text) => parseIdl({ file, text }),
    (tree) => tree.package.text,
  );
  const components = shelf(
    'cdl',
    (file, text) => parseComponent({ file, text }, 'cdl'),
    (tree) => tree.name.text,
  );
  const classes = shelf(
    'edl',
    (file, text) => parseComponent({ file, text }, 'edl'),
    (tree) => tree.name.text,
  );
  const shelves = { idl: interfaces, cdl: components, edl: classes } as const;
  return {
    findInterface: interfaces.find,
    findComponent: components.find,
    findClass: classes.find,
    names: (language) => shelves[language].names(),
    includeRoots: () => [...roots].sort(),
  };
};
