import { drawMany, drawSome, pick, chance } from '../draw.ts';
import type { Draw } from '../draw.ts';
import { objectSid, ofType, partySid } from '../expressions.ts';
import type { DrawnObject, Place } from '../scope.ts';
import { latticeOf } from '../../../kss/models/mic-levels.ts';
import { quoted } from '../written.ts';
import type { ModelShape } from './model-shape.ts';

const degrees = ['LOW', 'MEDIUM', 'HIGH'];
const categories = ['net', 'log'];

const listOf = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;

const levelText = ({ object }: DrawnObject, draw: Draw): string => {
  const lattice = latticeOf(object);
  const degree = quoted(pick(draw, lattice.degrees));
  if (lattice.categories.length === 0 || chance(draw, 40)) return degree;
  const held = drawSome(draw, lattice.categories, 50);
  const some = chance(draw, 15) ? '()' : listOf(held);
  return `{ degree : ${chance(draw, 15) ? '()' : degree}, categories : ${some} }`;
};

/** Without an image there must be a level. */
const executeText = (of: DrawnObject, place: Place): string => {
  const { draw } = place;
  const hasImage = chance(draw, 50);
  const image = hasImage ? ofType(place, { kind: 'sid' }).text : '()';
  const level = hasImage && chance(draw, 40) ? '()' : levelText(of, draw);
  const least = chance(draw, 60) ? '()' : levelText(of, draw);
  const target = ofType(place, { kind: 'sid' }).text;
  return `{ image : ${image}, target : ${target}, level : ${level}, levelR : ${least} }`;
};

/** What is done to a resource, by one who may: its level is compared with that of the source. */
const resourceText = (of: DrawnObject, method: string, place: Place): string => {
  const { draw } = place;
  const source = partySid(place);
  const driver = chance(draw, 80) ? source : partySid(place);
  const container = chance(draw, 60) ? '()' : source;
  // What one rule makes others must meet again.
  const target = chance(draw, 60) ? pick(draw, ['20', '21']) : objectSid(place);
  const head = `source : ${source}, target : ${target}, container : ${container}, driver : ${driver}`;
  return method === 'delete'
    ? `{ ${head} }`
    : `{ ${head}, level : ${targetLevel(of, method, draw)} }`;
};

/** What is made is often low, and what is raised goes to the top, so that it can be granted. */
const targetLevel = (of: DrawnObject, method: string, draw: Draw): string => {
  if (method === 'create' && chance(draw, 20)) return '()';
  const { degrees: held } = latticeOf(of.object);
  const likely = quoted((method === 'create' ? held[0] : held.at(-1)) ?? '');
  return chance(draw, 55) ? likely : levelText(of, draw);
};

const ofResources = new Set(['create', 'delete', 'upgrade']);

const argumentText = (of: DrawnObject, method: string, place: Place): string | undefined => {
  if (method === 'execute') return executeText(of, place);
  return ofResources.has(method) ? resourceText(of, method, place) : undefined;
};

/** A case is told from another by its text: of levels with categories there is one at most. */
const caseTexts = (of: DrawnObject, draw: Draw): readonly string[] => {
  const all = drawMany(draw, 1, 3, () => levelText(of, draw));
  const isFull = (level: string): boolean => level.startsWith('{');
  return [...all.filter((level) => !isFull(level)), ...all.filter(isFull).slice(0, 1)];
};

export const micShape: ModelShape = {
  model: 'Mic',
  objects: [1, 2],
  declare: (draw) => {
    const held = degrees.slice(0, 2 + draw.below(2));
    return chance(draw, 50)
      ? `    config = ${listOf(held)}\n`
      : `    config = { degrees : ${listOf(held)}, categories : ${listOf(categories)} }\n`;
  },
  argument: argumentText,
  cases: (of, _, draw) => caseTexts(of, draw),
  rare: new Set(['delete']),
  starts: (of, draw) => {
    const { degrees: held } = latticeOf(of.object);
    const level = chance(draw, 40) ? levelText(of, draw) : quoted(held.at(-1) ?? '');
    const parties = `source : dst_sid, target : ${pick(draw, ['20', '21'])}`;
    const low = quoted(held[0] ?? '');
    return [
      `${of.name}.execute { image : (), target : dst_sid, level : ${level}, levelR : () }`,
      ...(chance(draw, 60)
        ? [`${of.name}.create { ${parties}, container : (), driver : dst_sid, level : ${low} }`]
        : []),
    ];
  },
};
