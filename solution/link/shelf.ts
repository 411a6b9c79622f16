import type { SolutionFile, SolutionFiles } from '../files/solution-files.ts';
import { groupedBy } from '../grouped-by.ts';
import type { Source } from '../source.ts';
import type { Parsed } from '../syntax/cursor.ts';

export type Language = 'idl' | 'cdl' | 'edl';

/** A file that declares a name, read. */
export interface Candidate<Tree> {
  readonly file: SolutionFile;
  readonly parsed: Parsed<Tree>;
}

/** The files of one language among many, by the name that each declares (C-40). */
export interface Shelf<Tree> {
  readonly candidates: (name: string) => readonly Candidate<Tree>[];
  /** The file at the dotted path of a name, below the directory of these files. */
  readonly findAtPath: (name: string) => Candidate<Tree> | undefined;
  /** The files at the dotted path of a name below any directory, whatever name they declare. */
  readonly atPath: (name: string) => readonly Candidate<Tree>[];
  readonly names: () => readonly string[];
}

export const dottedPath = (name: string, language: Language): string =>
  `${name.replaceAll('.', '/')}.${language}`;

/** The directory below which a file lies at the dotted path of a name; absent if it does not. */
export const findRoot = (path: string, name: string, language: Language): string | undefined => {
  const dotted = dottedPath(name, language);
  if (path === dotted) return '.';
  return path.endsWith(`/${dotted}`) ? path.slice(0, -dotted.length - 1) : undefined;
};

interface ShelfInput<Tree> {
  readonly files: SolutionFiles;
  readonly language: Language;
  readonly parse: (source: Source) => Parsed<Tree>;
  readonly nameOf: (tree: Tree) => string;
}

/** Reads the files of a language when one is first asked for. */
export const makeShelf = <Tree>(input: ShelfInput<Tree>): Shelf<Tree> => {
  const { files, language } = input;
  const end = `.${language}`;
  let index: ReadonlyMap<string, readonly Candidate<Tree>[]> | undefined;
  const nameOf = ({ file, parsed }: Candidate<Tree>): string =>
    parsed.tree === undefined
      ? file.path.slice(0, -end.length).replaceAll('/', '.')
      : input.nameOf(parsed.tree);
  const read = (): ReadonlyMap<string, readonly Candidate<Tree>[]> =>
    groupedBy(
      files.all
        .filter(({ path }) => path.endsWith(end))
        .map((file) => ({ file, parsed: input.parse(file.source()) })),
      nameOf,
    );
  const all = () => (index ??= read());
  return {
    candidates: (name) => all().get(name) ?? [],
    findAtPath: (name) =>
      all()
        .get(name)
        ?.find(({ file }) => file.path === dottedPath(name, language)),
    atPath: (name) =>
      [...all().values()]
        .flat()
        .filter(({ file }) => findRoot(file.path, name, language) !== undefined),
    names: () => [...all().keys()],
  };
};
