import { byNearness, directoryOf } from '../files/path.ts';
import type { SolutionFile, SolutionFiles } from '../files/solution-files.ts';

/** Where policy packages are looked for, in the order of their precedence. */
export interface PackagePlaces {
  /** What `-I` names. */
  readonly given: readonly SolutionFiles[];
  readonly own: SolutionFiles;
  readonly root: SolutionFile;
  readonly isForeign: (path: string) => boolean;
}

/** A package's file; `byTail` where only the last parts of its name fit the path (C-40). */
export interface FoundPackage {
  readonly file: SolutionFile;
  readonly byTail: boolean;
}

const joined = (directory: string, path: string): string =>
  directory === '' ? path : `${directory}/${path}`;

/** The nearest of the files whose paths end so. */
const endingWith = (
  { own, root, isForeign }: PackagePlaces,
  path: string,
): SolutionFile | undefined => {
  const near = byNearness(root.path);
  return own.all
    .filter((file) => file.path === path || file.path.endsWith(`/${path}`))
    .filter((file) => !isForeign(file.path))
    .sort((left, right) => near(left.path, right.path))[0];
};

/**
 * The file of a policy package: at its dotted path below a directory of `-I`, below the root policy
 * or anywhere; else where as many of the last parts of its name fit as can be.
 */
export const findPackage = (places: PackagePlaces, name: string): FoundPackage | undefined => {
  const { given, own, root } = places;
  const parts = name.split('.');
  const path = `${parts.join('/')}.psl`;
  const exact =
    given.map((files) => files.find(path)).find((file) => file !== undefined) ??
    own.find(joined(directoryOf(root.path), path)) ??
    endingWith(places, path);
  if (exact !== undefined) return { file: exact, byTail: false };
  for (let from = 1; from < parts.length; from++) {
    const file = endingWith(places, `${parts.slice(from).join('/')}.psl`);
    if (file !== undefined && file !== root) return { file, byTail: true };
  }
  return undefined;
};
