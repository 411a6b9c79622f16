import { chance, pick } from '../draw.ts';
import type { Draw } from '../draw.ts';
import { integer, ofType } from '../expressions.ts';
import type { Place } from '../scope.ts';
import { quoted } from '../written.ts';
import type { ModelShape } from './model-shape.ts';

const keys = ['mode', 'count', 'limit'];

const values = ['UInt8', 'UInt32', 'SInt8', 'UInt64', 'SInt64', 'Sid', '0 | 1 | 2'];

/** A key of most tables; now and then one of none, or bytes. */
const keyText = ({ draw }: Place): string => {
  if (chance(draw, 4)) return '[1, 2]';
  return quoted(chance(draw, 5) ? 'nowhere' : pick(draw, keys));
};

const sidText = (place: Place): string => ofType(place, { kind: 'sid' }).text;

const declareKeys = (draw: Draw): string =>
  keys
    .filter((_, index) => index === 0 || chance(draw, 80))
    .map((key) => `${chance(draw, 50) ? quoted(key) : key} : ${String(draw.below(3))}`)
    .join(', ');

export const staticmapShape: ModelShape = {
  model: 'StaticMap',
  objects: [1, 1],
  declare: (draw) => `    type Value = ${pick(draw, values)}
    config = { keys : { ${declareKeys(draw)} }, pool_size : ${String(pick(draw, [16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 2, 1]))} }
`,
  argument: (_, method, place) => {
    const head = `sid : ${sidText(place)}, key : ${keyText(place)}`;
    if (method === 'get' || method === 'get_uncommited') return `{ ${head} }`;
    if (method !== 'set') return undefined;
    const value = chance(place.draw, 50)
      ? String(place.draw.below(3))
      : `math.sum ([${integer(place, { kind: 'integer' }).text}])`;
    return `{ ${head}, value : ${value} }`;
  },
  rare: new Set(['init', 'fini']),
  starts: ({ name }) => [`${name}.init { sid : dst_sid }`],
};
