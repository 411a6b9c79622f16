import {
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** Takes what was half-written away; why it could not be written is told, and not why this could not be done. */
const discard = (part: string): void => {
  try {
    rmSync(part, { force: true });
  } catch {
    // Something else stands there.
  }
};

/** Writes a file beside and puts it in place whole; what is no file, as a pipe, is written as it stands. */
const replace = (path: string, text: string): void => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() === false) {
    writeFileSync(path, text);
    return;
  }
  const target = status === undefined ? path : realpathSync(path);
  const part = `${target}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, target);
  } catch (error) {
    discard(part);
    throw error;
  }
};

/** Writes one file, its directory made if need be: all of it, or what stood there stays. */
export const writeText = (path: string, text: string): Unreadable | undefined =>
  writing(path, () => {
    makeDirectory(dirname(path));
    replace(path, text);
  });
