import { unreadable } from '../library/node/unreadable.ts';
import type { Unreadable } from '../library/node/unreadable.ts';
import type { ReadText } from './read-text.ts';

/** What diagnostics call the standard input. */
export const standardInput = '<stdin>';

/** Reads a stream to its end, if that comes within so many bytes. */
export const readStandardInput = async (
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): Promise<ReadText | Unreadable> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) return unreadable(standardInput, `it is longer than ${String(most)} bytes`);
    parts.push(chunk);
  }
  return { kind: 'text', text: Buffer.concat(parts).toString('utf8') };
};
