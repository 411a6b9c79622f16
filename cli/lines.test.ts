import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

/** The bytes of a text, so many at a time. */
async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

const split = async (bytes: Uint8Array, size: number, most = 100): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const line of linesOf(inChunks(bytes, size), most)) lines.push(line);
  return lines;
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('linesOf', () => {
  it.each([1, 2, 3, 7, 1000])(
    'gives every line, whatever its end, from chunks of %i bytes [KSS-1]',
    async (size) => {
      const text = 'one\r\n\ntwo é 💧\n\0three';

      expect(await split(bytesOf(text), size)).toEqual(['one', '', 'two é 💧', '\0three']);
    },
  );

  it('gives no line for nothing, and none after the last end [KSS-1]', async () => {
    expect(await split(bytesOf(''), 3)).toEqual([]);
    expect(await split(bytesOf('a\n'), 3)).toEqual(['a']);
  });

  it.each([1, 4, 1000])(
    'keeps one unit more than the most of a line that is too long, from chunks of %i [KSS-1]',
    async (size) => {
      const text = `${'x'.repeat(10)}\n${'y'.repeat(500)}\nz`;

      expect(await split(bytesOf(text), size, 10)).toEqual(['x'.repeat(10), 'y'.repeat(11), 'z']);
    },
  );

  it('puts a mark for bytes that are no UTF-8 [KSS-1]', async () => {
    expect(await split(Uint8Array.of(0x61, 0xff, 0x0a, 0xc3), 1)).toEqual(['a\ufffd', '\ufffd']);
  });
});
