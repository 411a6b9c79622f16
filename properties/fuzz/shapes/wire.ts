import type { Shape } from './shape.ts';

const wire = (
  name: string,
  mid: number,
  fill: (bytes: Uint8Array, view: DataView) => void,
): Shape => ({
  name: `wire: ${name}`,
  make: (count) => {
    const bytes = new Uint8Array(count);
    bytes[2] = mid;
    fill(bytes, new DataView(bytes.buffer));
    return bytes;
  },
});

const constantSize = 16;

/** Messages that are large, or that point where they should not. */
export const wireShapes: readonly Shape[] = [
  wire('nothing but zeros', 10, () => undefined),
  wire('a sequence of bytes', 10, (bytes, view) => {
    view.setUint32(12, bytes.length - constantSize, true);
  }),
  wire('sequences within a sequence', 11, (bytes, view) => {
    view.setUint32(12, (bytes.length - constantSize) & ~7, true);
  }),
  wire('sequences that overlap', 11, (bytes, view) => {
    const size = (bytes.length - constantSize) & ~7;
    view.setUint32(12, size, true);
    for (let at = constantSize; at < constantSize + size; at += 8) view.setUint32(at + 4, 1, true);
  }),
  wire('a text', 13, (bytes, view) => {
    view.setUint32(12, bytes.length - constantSize, true);
    bytes.fill(0x61, constantSize, bytes.length - 1);
  }),
];
