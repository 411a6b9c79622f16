import { chance, drawMany, drawSome, pick } from '../draw.ts';
import type { Draw } from '../draw.ts';
import { objectSid, partySid } from '../expressions.ts';
import type { Place } from '../scope.ts';
import { quoted } from '../written.ts';
import type { ModelShape } from './model-shape.ts';

const listOf = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;

const types = ['init_t', 'web_t', 'exec_t', 'log_t'];
const sources = [...types, 'domain', '*', '*'];
const targets = [...types, 'domain', 'self', '*', '*'];

/** Permissions of each class; the classes that `transition` asks for have what it asks for. */
const classes: Readonly<Record<string, readonly string[]>> = {
  process: ['transition', 'signal'],
  file: ['read', 'write', 'create', 'execute', 'entrypoint', 'execute_no_trans'],
  dir: ['search', 'create'],
};

const classNames = Object.keys(classes);

/** A rule of all permissions of one class, or of some. What is never allowed is allowed nowhere. */
const allowText = (draw: Draw): string => {
  const ofClass = pick(draw, classNames);
  const own = (classes[ofClass] ?? []).filter((permission) => permission !== 'write');
  const some = drawSome(draw, own, 70);
  const permissions = listOf(some.length === 0 ? own : some);
  const source = quoted(pick(draw, sources));
  const target = quoted(pick(draw, targets));
  return `{ source : ${source}, target : ${target}, class : ${quoted(ofClass)}, permissions : ${permissions} }`;
};

const declare = (draw: Draw): string => {
  const declared = classNames.map((name) => `${quoted(name)} : ${listOf(classes[name] ?? [])}`);
  const never = '{ source : "*", target : "exec_t", class : "file", permissions : "write" }';
  const transitions = [
    '{ source : "init_t", target : "exec_t", class : "process", type : "web_t" }',
    '{ source : "domain", target : "log_t", class : ["file", "dir"], type : "log_t" }',
  ];
  return `    config = {
        types : ${listOf(types)},
        attributes : { "domain" : ["init_t", "web_t"] },
        classes : { ${declared.join(', ')} },
        allow : [
            ${drawMany(draw, 6, 14, () => allowText(draw)).join(',\n            ')}
        ],
        neverallow : [${chance(draw, 50) ? never : ''}],
        transitions : [${drawSome(draw, transitions, 70).join(', ')}],
        pool_size : ${String(pick(draw, [16, 16, 16, 16, 16, 16, 16, 2]))}
    }
`;
};

/** A type, or whatever has one. */
const partyText = (place: Place): string =>
  chance(place.draw, 50) ? quoted(pick(place.draw, types)) : objectSid(place);

/** The permission must be one of the class. */
const argumentText = (method: string, place: Place): string | undefined => {
  const { draw } = place;
  const source = `source : ${partySid(place)}`;
  if (method === 'transition') {
    return `{ ${source}, image : ${partyText(place)}, target : ${objectSid(place)} }`;
  }
  if (method === 'create') {
    const ofClass = quoted(pick(draw, ['file', 'dir']));
    const parent = partyText(place);
    return `{ ${source}, parent : ${parent}, target : ${objectSid(place)}, class : ${ofClass} }`;
  }
  if (method !== 'check') return undefined;
  const ofClass = pick(draw, classNames);
  const permission = quoted(pick(draw, classes[ofClass] ?? []));
  const target = partyText(place);
  return `{ ${source}, target : ${target}, class : ${quoted(ofClass)}, permission : ${permission} }`;
};

export const teShape: ModelShape = {
  model: 'Te',
  objects: [1, 1],
  declare,
  argument: (_, method, place) => argumentText(method, place),
  rare: new Set(['label', 'release']),
  starts: ({ name }, draw) => [
    `${name}.label { sid : dst_sid, type : ${quoted(pick(draw, types))} }`,
  ],
};
