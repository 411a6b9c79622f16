import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { unreadable } from '../library/node/unreadable.ts';
import type { Unreadable } from '../library/node/unreadable.ts';

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/**
 * Makes a directory and those above it, one at a time: Node's own recursive way never returns below
 * some special file systems (as /proc).
 */
export const makeDirectory = (path: string): void => {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path);
};

/** Runs what writes below a path; the input is at fault if it cannot be written there. */
export const writing = (path: string, work: () => void): Unreadable | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      return unreadable(path, `it cannot be written: ${reasonOf(error)}`);
    }
    throw error;
  }
};

/** Writes one file, its directory made if need be. */
export const writeText = (path: string, text: string): Unreadable | undefined =>
  writing(path, () => {
    makeDirectory(dirname(path));
    writeFileSync(path, text);
  });
