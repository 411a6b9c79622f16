import { drawMany, pick, pickWeighted } from '../draw.ts';
import type { Draw } from '../draw.ts';
import type { ModelShape } from './model-shape.ts';

const scalars = ['UInt8', 'UInt32', 'SInt16', 'UInt64', 'Boolean', 'Sid', '1 | 2 | 3', 'Number'];

/** A type of entries: scalars, tuples and dictionaries of them, within each other. */
const entryType = (draw: Draw, depth: number): string => {
  const inner = (): string => entryType(draw, depth - 1);
  if (depth === 0) return pick(draw, scalars);
  return pickWeighted<() => string>(draw, [
    [5, () => pick(draw, scalars)],
    [2, () => `[${drawMany(draw, 1, 2, inner).join(', ')}]`],
    [2, () => `{ a : ${inner()}, b : ${inner()} }`],
  ])();
};

export const hashsetShape: ModelShape = {
  model: 'HashSet',
  objects: [1, 2],
  declare: (draw) => `    type Entry = ${entryType(draw, 2)}
    config = { set_size : ${String(1 + draw.below(4))}, pool_size : ${String(pick(draw, [16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 2, 1]))} }
`,
  rare: new Set(['init', 'fini']),
  starts: ({ name }) => [`${name}.init { sid : dst_sid }`],
};
