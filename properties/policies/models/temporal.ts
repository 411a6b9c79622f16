import { chance, drawMany, pick } from '../draw.ts';
import type { Draw } from '../draw.ts';
import { objectSid, ofType } from '../expressions.ts';
import type { Place } from '../scope.ts';
import { quoted } from '../written.ts';
import type { ModelShape } from './model-shape.ts';

const atoms = ['in', 'out', 'big'];

const boundsText = (draw: Draw): string => {
  if (chance(draw, 40)) return '';
  const from = pick(draw, [0, 0, 1, 2]);
  return chance(draw, 25)
    ? `[${String(from)},]`
    : `[${String(from)},${String(from + draw.below(4))}]`;
};

/** A formula, in parentheses wherever it has two sides. */
const formulaText = (draw: Draw, depth: number): string => {
  const atom = pick(draw, atoms);
  if (depth <= 0 || chance(draw, 15)) return atom;
  const part = (): string => formulaText(draw, depth - 1);
  const word = pick(draw, ['since', 'once', 'historically', 'previously', '!', '&&', '||', '==>']);
  switch (word) {
    case '!':
      return `!${part()}`;
    case 'once':
    case 'historically':
    case 'previously':
      return `${word}${boundsText(draw)} ${part()}`;
    case 'since':
      return `(${part()} since${boundsText(draw)} ${part()})`;
    default:
      return `(${part()} ${word} ${part()})`;
  }
};

const declare = (draw: Draw): string => {
  const formulas = drawMany(
    draw,
    2,
    4,
    (index) => `${quoted(`f${String(index)}`)} : ${quoted(formulaText(draw, 3))}`,
  );
  return `    config = {
        atoms : [${atoms.map(quoted).join(', ')}],
        formulas : { ${formulas.join(', ')} },
        pool_size : ${String(pick(draw, [16, 16, 16, 16, 16, 16, 16, 1]))}
    }
`;
};

/** Constants are no time that runs backwards. */
const ticksText = (place: Place): string =>
  chance(place.draw, 60)
    ? String(place.draw.below(5))
    : ofType(place, { kind: 'integer', width: { bits: 8, signed: false } }).text;

export const temporalShape: ModelShape = {
  model: 'Temporal',
  objects: [1, 2],
  declare,
  argument: (_, method, place) => {
    if (method === 'tick') return `{ sid : ${objectSid(place)}, by : ${ticksText(place)} }`;
    return method === 'tick_all' ? `{ by : ${ticksText(place)} }` : undefined;
  },
  rare: new Set(['init', 'fini']),
  starts: ({ name }, draw) => [
    `${name}.init { sid : dst_sid }`,
    ...(chance(draw, 50)
      ? [`${name}.note { sid : dst_sid, atoms : [${quoted(pick(draw, atoms))}] }`]
      : []),
  ],
};
