import type { Sid } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import type { Writer } from '../../model/writer.ts';
import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import { sidType, unitType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { failed, yielded } from '../security-model.ts';
import type { SecurityModel, Yielded } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import { entryOf, fault } from './configuration.ts';
import { encodeLevel } from './lattice.ts';
import {
  fitsLevel,
  levelCaseFaults,
  levelTypesOf,
  levelValue,
  yieldedLevelType,
} from './lattice-notation.ts';
import { checkMic, latticeOf } from './mic-levels.ts';
import { ruleOf } from './mic-rules.ts';
import type { Assigned } from './mic-rules.ts';
import { dictionary, either } from './stateless.ts';

const optionalSid = either(sidType, unitType);
const levelType = (object: PolicyObject): PslType => either(...levelTypesOf(latticeOf(object)));
const optionalLevel = (object: PolicyObject): PslType =>
  either(...levelTypesOf(latticeOf(object)), unitType);

/** Without an image there is no level but the one that is given. */
const checkExecute = (
  _object: PolicyObject,
  argument: Expression,
): readonly ConfigurationFault[] => {
  const level = entryOf(argument, 'level');
  const isMissing = entryOf(argument, 'image')?.kind === 'unit' && level?.kind === 'unit';
  return isMissing ? [fault(level.at, 'without an image a level is asked for')] : [];
};

const rule = (
  fields: (object: PolicyObject) => Readonly<Record<string, PslType>>,
): MethodSignature => ({ argument: (object) => dictionary(fields(object)), yields: 'rule' });

const flow = rule(() => ({ source: sidType, target: sidType }));
const ofResource = { source: sidType, target: sidType, container: optionalSid, driver: sidType };

const methods = new Map<string, MethodSignature>([
  [
    'execute',
    {
      ...rule((object) => ({
        image: optionalSid,
        target: sidType,
        level: optionalLevel(object),
        levelR: optionalLevel(object),
      })),
      checkArgument: checkExecute,
    },
  ],
  ['create', rule((object) => ({ ...ofResource, level: optionalLevel(object) }))],
  ['delete', rule(() => ofResource)],
  ['upgrade', rule((object) => ({ ...ofResource, level: levelType(object) }))],
  ['call', flow],
  ['invoke', flow],
  ['read', flow],
  ['write', flow],
  [
    'query_level',
    {
      argument: () => dictionary({ source: sidType }),
      yields: (object) => yieldedLevelType(latticeOf(object)),
      checkCase: (object, when) => levelCaseFaults(latticeOf(object), when),
    },
  ],
]);

const queryLevel = (object: PolicyObject, state: Assigned, argument: Value): Yielded => {
  const sid = findSid(fieldOf(argument, 'source'));
  const found = sid === undefined ? undefined : state.get(sid);
  return found === undefined
    ? failed('the source has no level')
    : yielded(levelValue(latticeOf(object), found.level));
};

const encode = (state: Assigned, writer: Writer): void => {
  writer.word(state.size);
  for (const [sid, { level, least }] of [...state].sort(([left], [right]) => left - right)) {
    writer.word(sid);
    encodeLevel(level, writer);
    encodeLevel(least, writer);
  }
};

/**
 * Mic: mandatory integrity control; a level for each subject and each resource.
 *
 * Source: KasperskyOS Community Edition help, "Mic security model"; spec/models/mic.md.
 */
export const mic: SecurityModel<Assigned> = {
  name: 'Mic',
  package: 'nk.mic',
  implicitObject: undefined,
  methods,
  check: checkMic,
  audit: [],
  initial: () => new Map(),
  rule: ruleOf,
  expression: (object, state, _method, argument) => queryLevel(object, state, argument),
  fitsCase: (object, _method, value, when) => fitsLevel(latticeOf(object), value, when),
  release: (state, sid: Sid) =>
    state.has(sid) ? new Map([...state].filter(([other]) => other !== sid)) : state,
  encode,
  describe: (state, object) => {
    const lattice = latticeOf(object);
    return Object.fromEntries(
      [...state].map(([sid, { level, least }]) => [
        sid,
        { level: levelValue(lattice, level), levelR: levelValue(lattice, least) },
      ]),
    );
  },
};
