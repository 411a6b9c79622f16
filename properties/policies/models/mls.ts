import { mlsConfigurationOf } from '../../../kss/models/mls-configuration.ts';
import { chance, drawMany, drawSome, pick } from '../draw.ts';
import type { Draw } from '../draw.ts';
import { objectSid, ofType, partySid } from '../expressions.ts';
import type { DrawnObject, Place } from '../scope.ts';
import { quoted } from '../written.ts';
import type { ModelShape } from './model-shape.ts';

const degrees = ['low', 'high', 'top'];
const categories = ['net', 'log'];

const listOf = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;

const levelText = ({ object }: DrawnObject, draw: Draw): string => {
  const { lattice } = mlsConfigurationOf(object);
  const degree = quoted(pick(draw, lattice.degrees));
  if (lattice.categories.length === 0 || chance(draw, 40)) return degree;
  const some = chance(draw, 15) ? '()' : listOf(drawSome(draw, lattice.categories, 50));
  return `{ degree : ${chance(draw, 15) ? '()' : degree}, categories : ${some} }`;
};

/** The level that dominates all others. */
const greatestText = ({ object }: DrawnObject): string => {
  const { lattice } = mlsConfigurationOf(object);
  const degree = quoted(lattice.degrees.at(-1) ?? '');
  return lattice.categories.length === 0
    ? degree
    : `{ degree : ${degree}, categories : ${listOf(lattice.categories)} }`;
};

const configText = (draw: Draw): string => {
  const held = listOf(degrees.slice(0, 2 + draw.below(2)));
  const some = chance(draw, 50) ? listOf(categories) : '[]';
  const tranquillity = chance(draw, 15) ? 'strong' : 'weak';
  const size = String(pick(draw, [16, 16, 16, 16, 16, 16, 16, 2]));
  return `    config = { degrees : ${held}, categories : ${some}, tranquillity : ${quoted(tranquillity)}, pool_size : ${size} }
`;
};

/** What is made, and given another level, is often the same. */
const thingSid = (place: Place): string =>
  chance(place.draw, 80) ? pick(place.draw, ['20', '21']) : objectSid(place);

const argumentText = (of: DrawnObject, method: string, place: Place): string | undefined => {
  const { draw } = place;
  const level = chance(draw, 40) ? greatestText(of) : levelText(of, draw);
  const isStrong = mlsConfigurationOf(of.object).tranquillity === 'strong';
  switch (method) {
    case 'subject': {
      const current = chance(draw, 30) ? '()' : levelText(of, draw);
      const trusted = ofType(place, { kind: 'boolean' }).text;
      return `{ sid : ${thingSid(place)}, clearance : ${level}, current : ${current}, trusted : ${trusted} }`;
    }
    case 'object':
      return `{ sid : ${thingSid(place)}, level : ${level} }`;
    case 'set_level':
      return isStrong ? undefined : `{ sid : ${partySid(place)}, level : ${level} }`;
    case 'relabel':
      return isStrong
        ? undefined
        : `{ source : ${partySid(place)}, target : ${thingSid(place)}, level : ${level} }`;
    default:
      return undefined;
  }
};

/** A case is told from another by its text: of levels with categories there is one at most. */
const caseTexts = (of: DrawnObject, draw: Draw): readonly string[] => {
  const all = drawMany(draw, 1, 3, () => levelText(of, draw));
  const isFull = (level: string): boolean => level.startsWith('{');
  return [...all.filter((level) => !isFull(level)), ...all.filter(isFull).slice(0, 1)];
};

export const mlsShape: ModelShape = {
  model: 'Mls',
  objects: [1, 2],
  declare: configText,
  argument: argumentText,
  cases: (of, _, draw) => caseTexts(of, draw),
  rare: new Set(['subject', 'fini']),
  starts: (of, draw) => {
    const { name } = of;
    const current = chance(draw, 50) ? levelText(of, draw) : '()';
    const trusted = chance(draw, 30) ? 'true' : 'false';
    return [
      `${name}.subject { sid : dst_sid, clearance : ${greatestText(of)}, current : ${current}, trusted : ${trusted} }`,
    ];
  },
};
