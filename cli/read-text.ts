import { readFileSync, statSync } from 'node:fs';
import { unreadable } from '../library/node/unreadable.ts';
import type { Unreadable } from '../library/node/unreadable.ts';
import { traceLimits } from '../simulator/read-trace.ts';

/** The text of a file that the user named. */
export interface ReadText {
  readonly kind: 'text';
  readonly text: string;
}

/** Reads a file of at most so many bytes; what is longer, or cannot be read, is told. */
export const readText = (file: string, most: number = traceLimits.units): ReadText | Unreadable => {
  try {
    const status = statSync(file);
    if (!status.isFile()) return unreadable(file, 'this is no file');
    if (status.size > most) return unreadable(file, `it is longer than ${String(most)} bytes`);
    return { kind: 'text', text: readFileSync(file, 'utf8') };
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return unreadable(file, `it cannot be read: ${why}`);
  }
};
