import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { exampleFiles } from '../../examples/embedded.ts';
import { hintNearest } from '../../solution/nearest.ts';
import { inputTexts } from '../../solution/load.ts';
import type { IncludeRoot, SolutionInput } from '../../solution/load.ts';
import { unreadable } from './unreadable.ts';
import type { Unreadable } from './unreadable.ts';

/** Where a solution lies, and how it is to be read. */
export interface SolutionPlace {
  readonly solution: string;
  readonly policy?: string;
  readonly init?: string;
  readonly include?: readonly string[];
  readonly definitions?: ReadonlyMap<string, string>;
  readonly strict?: boolean;
}

export interface ReadSolution {
  readonly kind: 'read';
  readonly input: SolutionInput;
  /** Every text by the path that diagnostics name. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Limits of what is read of a directory. */
export const readLimits = { files: 5000, bytes: 64 * 1024 * 1024, depth: 16 } as const;

const languages = /\.(idl|cdl|edl|psl|ya?ml)(\.in)?$/;
const skipped = new Set(['node_modules', '.git', 'build', 'dist']);
const examplePrefix = 'example:';

interface Reading {
  readonly root: string;
  readonly files: Map<string, string>;
  bytes: number;
}

const pathFrom = (root: string, path: string): string => relative(root, path).split(sep).join('/');

const readFile = (reading: Reading, path: string): Unreadable | undefined => {
  const { size } = statSync(path);
  reading.bytes += size;
  if (reading.bytes > readLimits.bytes || reading.files.size >= readLimits.files) {
    const limits = `${String(readLimits.files)} files, ${String(readLimits.bytes >> 20)} MiB`;
    return unreadable(pathFrom(reading.root, path), `there is more than can be read: ${limits}`);
  }
  reading.files.set(pathFrom(reading.root, path), readFileSync(path, 'utf8'));
  return undefined;
};

const readDirectory = (
  reading: Reading,
  directory: string,
  depth: number,
): Unreadable | undefined => {
  if (depth > readLimits.depth) return undefined;
  for (const name of readdirSync(directory).sort()) {
    const path = join(directory, name);
    const entry = lstatSync(path);
    const isFile = entry.isFile() && languages.test(name);
    const isDirectory = entry.isDirectory() && !skipped.has(name);
    const fault = isFile
      ? readFile(reading, path)
      : isDirectory
        ? readDirectory(reading, path, depth + 1)
        : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const findStat = (path: string) => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

const chosenPath = (root: string, file: string): string => {
  const path = pathFrom(root, resolve(file));
  return path.startsWith('..') ? file : path;
};

/** What lies below the directories of `-I`; they need not be below the solution. */
const readIncludes = (
  root: string,
  directories: readonly string[],
): readonly IncludeRoot[] | Unreadable => {
  const roots: IncludeRoot[] = [];
  for (const directory of directories) {
    if (findStat(directory)?.isDirectory() !== true) {
      return unreadable(directory, 'there is no such directory', 'it was named with -I');
    }
    const reading: Reading = { root: resolve(directory), files: new Map(), bytes: 0 };
    const fault = readDirectory(reading, reading.root, 0);
    if (fault !== undefined) return fault;
    const shown = pathFrom(root, resolve(directory));
    roots.push({ directory: shown === '' ? '.' : shown, files: reading.files });
  }
  return roots;
};

const inputOf = (
  name: string,
  root: string,
  files: ReadonlyMap<string, string>,
  choice: SolutionPlace,
): ReadSolution | Unreadable => {
  const { policy, init, definitions = new Map(), strict = false } = choice;
  const include = readIncludes(root, choice.include ?? []);
  if ('kind' in include) return include;
  return {
    kind: 'read',
    texts: inputTexts({ name, files, include }),
    input: {
      name,
      files,
      ...(policy === undefined ? {} : { policy: chosenPath(root, policy) }),
      ...(init === undefined ? {} : { init: chosenPath(root, init) }),
      include,
      definitions,
      strict,
    },
  };
};

/** How far above a policy its solution may begin. */
const mostClimbs = 4;

/**
 * The directory of the solution around a policy: the policy's own, or one above it as long as that
 * is part of a build or the top of a repository.
 */
const directoryAround = (policy: string): string => {
  const own = resolve(dirname(policy));
  let found = own;
  let above = dirname(own);
  for (let climbs = 0; climbs < mostClimbs && !existsSync(join(found, '.git')); climbs++) {
    if (existsSync(join(above, 'CMakeLists.txt')) || existsSync(join(above, '.git'))) found = above;
    above = dirname(above);
  }
  return found;
};

const readFromDisk = (choice: SolutionPlace): ReadSolution | Unreadable => {
  const found = findStat(choice.solution);
  if (found === undefined) {
    const examples = [...exampleFiles.keys()].map((name) => `${examplePrefix}${name}`);
    const hint = `a directory, a .psl file, or one of ${examples.join(', ')}`;
    return unreadable(choice.solution, 'there is no such file or directory', hint);
  }
  const isFile = found.isFile();
  const root = isFile ? directoryAround(choice.solution) : resolve(choice.solution);
  const reading: Reading = { root, files: new Map(), bytes: 0 };
  try {
    const fault = readDirectory(reading, root, 0);
    if (fault !== undefined) return fault;
    if (isFile && !reading.files.has(pathFrom(root, resolve(choice.solution)))) {
      readFile(reading, resolve(choice.solution));
    }
    const policy = isFile ? { policy: choice.solution } : {};
    return inputOf(basename(root), root, reading.files, { ...choice, ...policy });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return unreadable(choice.solution, `it cannot be read: ${why}`);
  }
};

/** Reads a directory, a .psl file, or an embedded example. */
export const readSolution = (choice: SolutionPlace): ReadSolution | Unreadable => {
  if (!choice.solution.startsWith(examplePrefix)) return readFromDisk(choice);
  const name = choice.solution.slice(examplePrefix.length);
  const files = exampleFiles.get(name);
  if (files !== undefined) return inputOf(name, resolve('.'), files, choice);
  const nearest = hintNearest(name, exampleFiles.keys());
  const hint = nearest.hint ?? `there is ${[...exampleFiles.keys()].join(', ')}`;
  return unreadable(choice.solution, `there is no example "${name}"`, hint);
};
