import { chance, drawSome, pick } from '../draw.ts';
import type { Draw } from '../draw.ts';
import { objectSid, ofType, partySid } from '../expressions.ts';
import type { DrawnObject, Place } from '../scope.ts';
import { quoted } from '../written.ts';
import type { ModelShape } from './model-shape.ts';

const listOf = (names: readonly string[]): string => `[${names.map(quoted).join(', ')}]`;

const operations: Readonly<Record<string, readonly string[]>> = {
  valve: ['look', 'turn'],
  log: ['look', 'clear'],
};

/** Roles, each with those that it inherits: juniors stand last. */
const roles: Readonly<Record<string, readonly string[]>> = {
  chief: ['operator', 'viewer'],
  operator: ['viewer'],
  viewer: [],
  buyer: [],
};

const roleNames = Object.keys(roles);

const permissionsText = (draw: Draw): string =>
  Object.entries(operations)
    .filter(() => chance(draw, 70))
    .map(([object, all]) => `${quoted(object)} : ${listOf(drawSome(draw, all, 70))}`)
    .join(', ');

/** With users and sessions. No role inherits two that a constraint keeps apart. */
const sessionsText = (draw: Draw): string => {
  const objects = Object.entries(operations).map(
    ([name, all]) => `${quoted(name)} : ${listOf(all)}`,
  );
  const declared = Object.entries(roles).map(([name, juniors]) => {
    const inherits = listOf(drawSome(draw, juniors, 90));
    return `${quoted(name)} : { inherits : ${inherits}, permissions : { ${permissionsText(draw)} } }`;
  });
  const apart = '{ roles : ["buyer", "operator"], cardinality : 2 }';
  const [ssd, dsd] = [chance(draw, 40), chance(draw, 50)].map((is) =>
    is ? `"apart" : ${apart}` : '',
  );
  const pool = (): string => String(pick(draw, [16, 16, 16, 16, 16, 16, 16, 2]));
  return `    config = {
        objects : { ${objects.join(', ')} },
        roles : {
            ${declared.join(',\n            ')}
        },
        ssd : { ${ssd ?? ''} },
        dsd : { ${dsd ?? ''} },
        user_pool_size : ${pool()},
        session_pool_size : ${pool()}
    }
`;
};

const types = ['shell', 'service', 'plain', 'secret'];
const images = ['sh', 'daemon'];
const subjects = ['user', 'admin'];

const pairs = <One, Other>(ones: readonly One[], others: readonly Other[]) =>
  ones.flatMap((one) => others.map((other) => [one, other] as const));

/** The form of version 0.0: with types, and rights from type to type. */
const typesText = (draw: Draw): string => {
  const rights = (): string =>
    drawSome(draw, pairs(types, types), 25)
      .map(([from, to]) => {
        const permissions = listOf(drawSome(draw, ['look', 'change'], 70));
        return `{ from : ${quoted(from)}, to : ${quoted(to)}, permissions : ${permissions} }`;
      })
      .join(', ');
  const creates = (key: string, others: readonly string[]): string =>
    drawSome(draw, pairs(types, others), 75)
      .map(([from, other]) => `{ from : ${quoted(from)}, ${key} : ${quoted(other)} }`)
      .join(', ');
  const retypes = drawSome(draw, pairs(types, pairs(types, types)), 70)
    .map(
      ([from, [old, other]]) =>
        `{ from : ${quoted(from)}, old : ${quoted(old)}, new : ${quoted(other)} }`,
    )
    .join(', ');
  const adds = drawSome(draw, pairs(types, types), 60)
    .map(
      ([from, to]) => `{ from : ${quoted(from)}, to : ${quoted(to)}, roles : ${listOf(subjects)} }`,
    )
    .join(', ');
  return `    config = {
        types : ${listOf(types)},
        images : {
            "sh" : { type : "shell", roles : ["user"] },
            "daemon" : { type : "service", roles : ${listOf(drawSome(draw, subjects, 50))} }
        },
        permissions : { "look" : ["open", "read"], "change" : ["open", "write"] },
        roles : {
            "user" : { extends : [], rights : [${rights()}] },
            "admin" : { extends : ["user"], rights : [${rights()}] }
        },
        create_subject : [${creates('image', images)}],
        create_object : [${creates('to', types)}],
        retype_object : [${retypes}],
        add_roles : [${adds}]
    }
`;
};

const isOld = ({ name }: DrawnObject): boolean => name.endsWith('1');

/** The operation must be one of the object's. */
const checkText = (place: Place): string => {
  const { draw } = place;
  const object = pick(draw, Object.keys(operations));
  const operation = pick(draw, operations[object] ?? []);
  return `{ sid : ${partySid(place)}, operation : ${quoted(operation)}, object : ${quoted(object)} }`;
};

/** Whatever is made, and given another type, is often the same. */
const thingSid = (place: Place): string =>
  chance(place.draw, 85) ? pick(place.draw, ['20', '21']) : objectSid(place);

const oldText = (method: string, place: Place): string | undefined => {
  const { draw } = place;
  const isOfThing = method === 'create_object' || method === 'retype_object';
  const target = isOfThing ? thingSid(place) : objectSid(place);
  const parties = `source : ${partySid(place)}, target : ${target}`;
  switch (method) {
    case 'check':
      return `{ ${parties}, action : ${quoted(pick(draw, ['open', 'read', 'write']))} }`;
    case 'create_subject':
      return `{ ${parties}, image : ${quoted(pick(draw, images))} }`;
    case 'create_object':
    case 'retype_object':
      return `{ ${parties}, type : ${quoted(pick(draw, types))} }`;
    case 'add_roles':
      return `{ ${parties}, roles : ${listOf(drawSome(draw, subjects, 60))} }`;
    default:
      return undefined;
  }
};

/** A session of whoever acts, for whoever acts, so that often there is one. */
const openText = (place: Place): string => {
  const user = partySid(place);
  const active = drawSome(place.draw, roleNames, 25);
  return `{ sid : ${ofType(place, { kind: 'sid' }).text}, user : ${user}, roles : ${listOf(active)} }`;
};

const startsOf = (of: DrawnObject, draw: Draw): readonly string[] => {
  const { name } = of;
  if (isOld(of)) {
    const image = quoted(pick(draw, images));
    const thing = `source : dst_sid, target : ${pick(draw, ['20', '21'])}`;
    return [
      `${name}.create_subject { source : (), target : dst_sid, image : ${image} }`,
      ...(chance(draw, 30)
        ? [`${name}.create_object { ${thing}, type : ${quoted(pick(draw, types))} }`]
        : []),
    ];
  }
  const role = quoted(pick(draw, ['chief', 'chief', ...roleNames]));
  const active = chance(draw, 40) ? role : '';
  return [
    `${name}.assign { user : dst_sid, role : ${role} }`,
    ...(chance(draw, 70)
      ? [`${name}.open { sid : dst_sid, user : dst_sid, roles : [${active}] }`]
      : []),
  ];
};

export const rbacShape: ModelShape = {
  model: 'Rbac',
  objects: [2, 2],
  declare: (draw, index) => (index === 1 ? typesText(draw) : sessionsText(draw)),
  argument: (of, method, place) => {
    if (isOld(of)) return oldText(method, place);
    if (method === 'open') return openText(place);
    return method === 'check' ? checkText(place) : undefined;
  },
  rare: new Set(['close', 'deassign']),
  starts: startsOf,
};
