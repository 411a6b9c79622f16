import type { Sid } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import type { Writer } from '../../model/writer.ts';
import type { MethodSignature } from '../../solution/catalogue.ts';
import { booleanType, sidType, unitType, unknownType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { failed, yielded } from '../security-model.ts';
import type { SecurityModel, Yielded } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import { encodeLevel } from './lattice.ts';
import type { Lattice, Level } from './lattice.ts';
import {
  findLevel,
  fitsLevel,
  levelCaseFaults,
  levelTypesOf,
  levelValue,
  yieldedLevelType,
} from './lattice-notation.ts';
import { changeFaults, checkMls, mlsConfigurationOf } from './mls-configuration.ts';
import { dominates } from './mls-properties.ts';
import type { MlsSubject } from './mls-properties.ts';
import { mlsReasons, ruleOfMls, withEntity } from './mls-rules.ts';
import type { Known } from './mls-rules.ts';
import { dictionary, either, expression, rule } from './stateless.ts';

const latticeOf = (object: PolicyObject): Lattice => mlsConfigurationOf(object).lattice;
const levelTypes = (object: PolicyObject): readonly PslType[] => levelTypesOf(latticeOf(object));

const withLevels = (
  fields: (level: PslType, levels: readonly PslType[]) => Readonly<Record<string, PslType>>,
): MethodSignature => ({
  argument: (object) => dictionary(fields(either(...levelTypes(object)), levelTypes(object))),
  yields: 'rule',
});

/** A rule that changes levels; where nothing does, any argument is one too many. */
const change = (
  fields: (level: PslType) => Readonly<Record<string, PslType>>,
): MethodSignature => ({
  argument: (object) =>
    mlsConfigurationOf(object).tranquillity === 'weak'
      ? dictionary(fields(either(...levelTypes(object))))
      : unknownType,
  yields: 'rule',
  checkArgument: changeFaults,
});

const access = rule(dictionary({ source: sidType, target: sidType }));
const bySid = dictionary({ sid: sidType });

const level: MethodSignature = {
  argument: () => bySid,
  yields: (object) => yieldedLevelType(latticeOf(object)),
  checkCase: (object, when) => levelCaseFaults(latticeOf(object), when),
};

const methods = new Map<string, MethodSignature>([
  [
    'subject',
    withLevels((one, levels) => ({
      sid: sidType,
      clearance: one,
      current: either(...levels, unitType),
      trusted: booleanType,
    })),
  ],
  ['object', withLevels((one) => ({ sid: sidType, level: one }))],
  ['fini', rule(bySid)],
  ['read', access],
  ['append', access],
  ['write', access],
  ['set_level', change((one) => ({ sid: sidType, level: one }))],
  ['relabel', change((one) => ({ source: sidType, target: sidType, level: one }))],
  ['query_level', level],
  ['query_clearance', level],
  ['is_trusted', expression(bySid, booleanType)],
  [
    'dominates',
    {
      argument: (object) => {
        const party = either(sidType, ...levelTypes(object));
        return dictionary({ left: party, right: party });
      },
      yields: () => booleanType,
    },
  ],
]);

/** The level that a value stands for: an SID's, or one as written. */
const levelFor = (object: PolicyObject, known: Known, value: Value | undefined): Level | string => {
  if (typeof value !== 'bigint') {
    return findLevel(latticeOf(object), value) ?? 'a side is none of the levels';
  }
  return known.get(findSid(value) ?? 0)?.level ?? 'an SID is not known';
};

const compare = (object: PolicyObject, known: Known, argument: Value): Yielded => {
  const left = levelFor(object, known, fieldOf(argument, 'left'));
  const right = levelFor(object, known, fieldOf(argument, 'right'));
  if (typeof left === 'string') return failed(left);
  return typeof right === 'string' ? failed(right) : yielded(dominates(left, right));
};

const ofSubject = (object: PolicyObject, method: string, subject: MlsSubject): Value =>
  method === 'is_trusted' ? subject.trusted : levelValue(latticeOf(object), subject.clearance);

const answerOf = (object: PolicyObject, known: Known, method: string, argument: Value): Yielded => {
  if (method === 'dominates') return compare(object, known, argument);
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return failed(mlsReasons.noSid('sid'));
  const found = known.get(sid);
  if (found === undefined) return failed(mlsReasons.unknown('sid', sid));
  if (method === 'query_level') return yielded(levelValue(latticeOf(object), found.level));
  return found.kind === 'subject'
    ? yielded(ofSubject(object, method, found))
    : failed(mlsReasons.noSubject('sid', sid));
};

const entityKinds = { subject: 0, object: 1 } as const;

const encode = (known: Known, writer: Writer): void => {
  writer.word(known.size);
  for (const [sid, entity] of [...known].sort(([left], [right]) => left - right)) {
    writer.word(sid);
    writer.word(entityKinds[entity.kind]);
    encodeLevel(entity.level, writer);
    if (entity.kind === 'object') continue;
    encodeLevel(entity.clearance, writer);
    writer.word(entity.trusted ? 1 : 0);
  }
};

const describe = (known: Known, object: PolicyObject): unknown => {
  const lattice = latticeOf(object);
  const ascending = [...known].sort(([left], [right]) => left - right);
  return Object.fromEntries(
    ascending.map(([sid, entity]) => [
      sid,
      entity.kind === 'object'
        ? { level: levelValue(lattice, entity.level) }
        : {
            clearance: levelValue(lattice, entity.clearance),
            current: levelValue(lattice, entity.level),
            trusted: entity.trusted,
          },
    ]),
  );
};

/**
 * Mls: multilevel security; clearances and current levels of subjects, classifications of objects.
 *
 * Source: D. E. Bell and L. J. LaPadula, "Secure Computer System: Unified Exposition and Multics
 *         Interpretation" (1976); spec/models/mls.md.
 */
export const mls: SecurityModel<Known> = {
  name: 'Mls',
  package: 'nk.mls',
  implicitObject: undefined,
  methods,
  check: checkMls,
  audit: [],
  initial: () => new Map(),
  rule: ruleOfMls,
  expression: answerOf,
  fitsCase: (object, method, value, when) =>
    method === 'is_trusted' || method === 'dominates'
      ? yielded(value === when)
      : fitsLevel(latticeOf(object), value, when),
  release: (known, sid: Sid) => (known.has(sid) ? withEntity(known, sid, undefined) : known),
  encode,
  describe,
};
