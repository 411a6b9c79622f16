import { byText } from '../../model/by-text.ts';

/** Paths are relative, with `/`; the empty path is the directory that was given. */
export const directoryOf = (path: string): string =>
  path.slice(0, Math.max(0, path.lastIndexOf('/')));

export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const isBelow = (path: string, directory: string): boolean =>
  directory === '' || path.startsWith(`${directory}/`);

const partsOf = (directory: string): readonly string[] =>
  directory === '' ? [] : directory.split('/');

/** How many directories two files share from the left. */
const sharedDirectories = (left: string, right: string): number => {
  const from = partsOf(directoryOf(left));
  const to = partsOf(directoryOf(right));
  const differs = from.findIndex((part, index) => part !== to[index]);
  return differs < 0 ? from.length : differs;
};

/** Steps from one file's directory to another's, up and down. */
const steps = (left: string, right: string): number =>
  partsOf(directoryOf(left)).length +
  partsOf(directoryOf(right)).length -
  2 * sharedDirectories(left, right);

/** How near two paths are to a third: more shared directories first, then fewer steps. */
export const compareNearness = (from: string, left: string, right: string): number =>
  sharedDirectories(from, right) - sharedDirectories(from, left) ||
  steps(from, left) - steps(from, right);

/** An order of paths: the nearest first, then by name. */
export const byNearness =
  (from: string) =>
  (left: string, right: string): number =>
    compareNearness(from, left, right) || byText(left, right);
