import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Source } from '../source.ts';
import { byText } from '../../model/by-text.ts';
import { expandTemplate } from '../template/expand.ts';
import type { Expanded } from '../template/expand.ts';
import type { Definitions } from '../template/condition.ts';

/**
 * A file of a solution, its templates expanded when it is first read.
 *
 * Shape: `path` is without the `.in` of a template, as packages are looked up; `file` is as it lies
 *        there, for people.
 */
export interface SolutionFile {
  readonly path: string;
  readonly file: string;
  /** As its author wrote it. */
  readonly text: string;
  readonly source: () => Source;
  readonly diagnostics: () => readonly Diagnostic[];
}

/** The files of a solution, or of a directory with many. */
export interface SolutionFiles {
  /** In the order of their paths; of a template and what a build made of it the latter alone. */
  readonly all: readonly SolutionFile[];
  /** By the path as it lies there, else by the path that lookups use. */
  readonly find: (path: string) => SolutionFile | undefined;
  /** Templates that are left out, each with the file that a build made of it. */
  readonly shadowed: ReadonlyMap<SolutionFile, SolutionFile>;
}

const templateEnd = '.in';

const fileOf = (
  file: string,
  shown: string,
  text: string,
  definitions: Definitions,
): SolutionFile => {
  let expanded: Expanded | undefined;
  const expand = (): Expanded => (expanded ??= expandTemplate(shown, text, definitions));
  return {
    path: file.endsWith(templateEnd) ? file.slice(0, -templateEnd.length) : file,
    file: shown,
    text,
    source: () => expand().source,
    diagnostics: () => expand().diagnostics,
  };
};

/**
 * Makes files of texts by path.
 *
 * Shape: `prefix` stands before paths where people read them, for files from elsewhere.
 */
export const makeFiles = (
  texts: ReadonlyMap<string, string>,
  definitions: Definitions,
  prefix = '',
): SolutionFiles => {
  const byFile = new Map(
    [...texts]
      .sort(([left], [right]) => byText(left, right))
      .map(([file, text]) => [file, fileOf(file, `${prefix}${file}`, text, definitions)] as const),
  );
  const shadowed = new Map<SolutionFile, SolutionFile>();
  for (const [name, file] of byFile) {
    const made = name === file.path ? undefined : byFile.get(file.path);
    if (made !== undefined) shadowed.set(file, made);
  }
  const all = [...byFile.values()].filter((file) => !shadowed.has(file));
  const byPath = new Map(all.map((file) => [file.path, file]));
  return { all, shadowed, find: (path) => byFile.get(path) ?? byPath.get(path) };
};
