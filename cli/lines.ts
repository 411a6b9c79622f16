/**
 * The lines of a stream, without their ends (`\n`, `\r\n`); the last one also if no end follows it.
 * Of a line longer than `most` UTF-16 units no more than `most` + 1 are kept, so that memory is
 * bounded; whoever takes it sees that it is too long. Bytes that are no UTF-8 become U+FFFD.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = '';
  const take = (part: string): void => {
    if (line.length <= most) line += part.slice(0, most + 1 - line.length);
  };
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    take(first);
    for (const other of others) {
      yield withoutReturn(line);
      line = '';
      take(other);
    }
  }
  take(decoder.decode());
  if (line !== '') yield withoutReturn(line);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
