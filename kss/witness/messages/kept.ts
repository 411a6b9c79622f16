import type { MessageType } from '../../../solution/data-type.ts';
import { subExpressions } from '../../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../../solution/syntax/tree/expression.ts';
import type { Solution } from '../../../solution/solution.ts';
import { configurationOf, entryOf, findInteger } from '../../models/configuration.ts';
import { entryType } from '../../models/hashset.ts';
import type { PslType } from '../../../solution/psl-type.ts';
import type { Atom } from '../atoms-of-call.ts';
import { findPath, findScalar, leastOf, variablesIn } from '../variables.ts';
import type { IntegerVariable } from '../variables.ts';
import { substituted } from './substituted.ts';
import type { EntryUse, StateUses } from './uses.ts';

/** A slot with what it tests: its plain atoms, and what it reads for the sake of a state. */
export interface Tested {
  readonly type: MessageType;
  readonly atoms: readonly Atom[];
  readonly uses: StateUses;
}

/** What all slots together ask of the parts of messages that stand at one place of a HashSet's entries. */
export interface Place {
  /** Conditions on it; in each `part` stands for the part of the message. */
  readonly conditions: readonly Expression[];
  readonly constants: ReadonlySet<bigint>;
  /** Is nothing else asked of it, so that values that satisfy the same conditions are alike? */
  readonly isEqualityOnly: boolean;
}

const isIt = (expression: Expression, key: string, type: MessageType): boolean => {
  const path = findPath(expression, type);
  return path?.kind === 'place' && findScalar(path)?.key === key;
};

const standIn = 'part';

/** An expression of the part alone, or absent if it is more: of a width, an SID, or another part. */
const asCondition = (atom: Atom, key: string, type: MessageType): Expression | undefined => {
  if (atom.test.kind !== 'expression') return undefined;
  const { expression } = atom.test;
  const replaced = substituted(expression, (part) =>
    isIt(part, key, type) ? { kind: 'variable', name: standIn, at: part.at } : undefined,
  );
  const isPlain = (part: Expression): boolean => {
    if (part.kind === 'variable') return part.name === standIn;
    if (part.kind === 'unary' && part.operator === '~') return false;
    return part.kind !== 'call' && subExpressions(part).every(isPlain);
  };
  return isPlain(replaced) ? replaced : undefined;
};

/** The condition, asked of the part of a message that a path leads to. */
export const conditionOn = (condition: Expression, path: Expression): Expression =>
  substituted(condition, (part) =>
    part.kind === 'variable' && part.name === standIn ? path : undefined,
  );

const typeWithin = (type: PslType | undefined, parts: readonly string[]): PslType | undefined => {
  const [first, ...rest] = parts;
  if (first === undefined || type === undefined) return type;
  if (type.kind === 'tuple') return typeWithin(type.elements[Number(first)], rest);
  return type.kind === 'dictionary' ? typeWithin(type.fields.get(first), rest) : undefined;
};

/** Can every value of the part be an entry? What cannot makes a call fail, which is one more thing asked. */
const alwaysFits = (solution: Solution, { place, variable }: EntryUse): boolean => {
  const [name, ...parts] = place.split('.');
  const object = solution.policy.objects.find((one) => one.name.text === name);
  const type = object === undefined ? undefined : typeWithin(entryType(object), parts);
  if (type?.kind !== 'integer') return false;
  const { width } = type;
  if (width === undefined) return true;
  const { bits, signed } = variable;
  const isSameSign = width.signed === signed && width.bits >= bits;
  return isSameSign || (width.signed && !signed && width.bits > bits);
};

/**
 * The places of entries, and what is asked of the parts of messages that stand there.
 *
 * Shape: `others` is what all other slots read and keep, `values` what their messages may have there.
 */
export const placesOf = (
  solution: Solution,
  all: readonly Tested[],
  others: readonly StateUses[],
  values: readonly bigint[] | 'any',
): ReadonlyMap<string, Place> => {
  const places = new Map<
    string,
    { conditions: Expression[]; constants: Set<bigint>; isEqualityOnly: boolean }
  >();
  const at = (place: string) => {
    const known = places.get(place) ?? {
      conditions: [],
      constants: new Set(values === 'any' ? [] : values),
      isEqualityOnly: values !== 'any',
    };
    places.set(place, known);
    return known;
  };
  for (const { type, atoms, uses } of all) {
    for (const place of uses.strange) at(place).isEqualityOnly = false;
    for (const [place, value] of uses.constants) at(place).constants.add(value);
    for (const use of uses.entries) {
      const { key } = use.variable;
      const place = at(use.place);
      if (uses.wholes.has(key) || !alwaysFits(solution, use)) place.isEqualityOnly = false;
      for (const atom of atoms) {
        const read = atom.reads.flatMap((one) => variablesIn(one, type));
        if (read.every((one) => one.key !== key)) continue;
        const condition = asCondition(atom, key, type);
        if (condition === undefined) place.isEqualityOnly = false;
        else place.conditions.push(condition);
      }
    }
  }
  for (const { strange, constants } of others) {
    for (const place of strange) if (places.has(place)) at(place).isEqualityOnly = false;
    for (const [place, value] of constants) places.get(place)?.constants.add(value);
  }
  return places;
};

/** How many entries a solution's HashSets can hold of messages at once. */
export const roomOf = (solution: Solution, places: ReadonlyMap<string, Place>): number => {
  const names = new Set([...places.keys()].map((place) => place.split('.')[0]));
  return solution.policy.objects
    .filter(({ name }) => names.has(name.text))
    .map((object) => {
      const { config } = configurationOf(object);
      const size = (key: string): number => Number(findInteger(entryOf(config, key)) ?? 0n);
      return size('set_size') * size('pool_size');
    })
    .reduce((sum, one) => sum + one, 0);
};

/** Is a value one of the variable's? */
export const isValueOf = (variable: IntegerVariable, value: bigint): boolean =>
  leastOf(variable) <= value && value <= variable.most;
