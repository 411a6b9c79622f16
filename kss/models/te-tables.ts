import type { ConfigurationFault } from '../../solution/catalogue.ts';
import { fault, onceForEach } from './configuration.ts';
import { readTe } from './te-configuration.ts';
import type { AccessRule, TeConfiguration, TransitionRule } from './te-configuration.ts';
import { eachCell } from './te-names.ts';

/** A class of objects, and the bit of each of its permissions. */
export interface TeClass {
  readonly name: string;
  readonly bits: ReadonlyMap<string, number>;
}

/**
 * What a Te's config says, in numbers, attributes put for their types: for engines.
 *
 * Shape: types and classes are numbered from 0, in the order of the config. The access vector of a
 *        source type on a target type in a class is word `cellOf(tables, source, target, class)` of
 *        `allowed`; bit n of it is the nth permission of the class. `transitions` has the new type
 *        by the same number, where there is one.
 * Source: SELinux Notebook, "Access Vector Rules", "Type Enforcement Rules"; spec/models/te.md.
 */
export interface TeTables {
  readonly types: readonly string[];
  readonly typeNumbers: ReadonlyMap<string, number>;
  readonly classes: readonly TeClass[];
  readonly classNumbers: ReadonlyMap<string, number>;
  readonly allowed: Uint32Array;
  readonly transitions: ReadonlyMap<number, number>;
  /** Most SIDs that have a label at a time. */
  readonly labels: number;
}

/** The place of a triple in the tables. */
export const cellOf = (
  { types, classes }: Pick<TeTables, 'types' | 'classes'>,
  source: number,
  target: number,
  ofClass: number,
): number => (source * types.length + target) * classes.length + ofClass;

/** Has a source type all permissions of a mask on a target type? Constant time. */
export const isAllowed = (
  tables: TeTables,
  source: number,
  target: number,
  ofClass: number,
  mask: number,
): boolean => {
  const allowed = tables.allowed[cellOf(tables, source, target, ofClass)] ?? 0;
  return (~allowed & mask) === 0;
};

/** The type of what a source type makes of a class on a target type; absent without a rule. */
export const findTransition = (
  tables: TeTables,
  source: number,
  target: number,
  ofClass: number,
): number | undefined => tables.transitions.get(cellOf(tables, source, target, ofClass));

interface Compiled {
  readonly tables: TeTables;
  readonly faults: readonly ConfigurationFault[];
}

const allowAll = ({ names, allow }: TeConfiguration, tables: TeTables): void => {
  const { allowed } = tables;
  for (const rule of allow) {
    eachCell(names, rule, (source, target, ofClass, index) => {
      const cell = cellOf(tables, source, target, ofClass);
      allowed[cell] = (allowed[cell] ?? 0) | (rule.masks[index] ?? 0);
    });
  }
};

/** One triple on which a rule is broken, and the bits of the permissions. */
interface Breach {
  readonly source: number;
  readonly target: number;
  readonly ofClass: number;
  readonly bits: number;
}

const nameBreach = ({ types, classes }: TeTables, breach: Breach): string => {
  const { name = '', bits = [] } = classes[breach.ofClass] ?? {};
  const broken = [...bits].filter(([, bit]) => (bit & breach.bits) !== 0);
  const permissions = broken.map(([permission]) => `"${permission}"`).join(', ');
  const [source = '', target = ''] = [types[breach.source], types[breach.target]];
  return `"${source}" is allowed ${permissions} on "${target}" of class "${name}"`;
};

/** The first triple that is allowed what the rule forbids. */
const findBreach = (
  { names }: TeConfiguration,
  tables: TeTables,
  rule: AccessRule,
): Breach | undefined => {
  let found: Breach | undefined;
  eachCell(names, rule, (source, target, ofClass, index) => {
    if (found !== undefined) return;
    const allowed = tables.allowed[cellOf(tables, source, target, ofClass)] ?? 0;
    const bits = allowed & (rule.masks[index] ?? 0);
    if (bits !== 0) found = { source, target, ofClass, bits };
  });
  return found;
};

/** For how many broken rules the place of what allows it is looked for: that takes long. */
const mostHints = 20;

/** Does a rule allow some of what is forbidden on a triple? */
const isCause = (
  { names: { findTypes } }: TeConfiguration,
  rule: AccessRule,
  { source, target, ofClass, bits }: Breach,
): boolean => {
  const index = rule.classes.indexOf(ofClass);
  if (index === -1 || ((rule.masks[index] ?? 0) & bits) === 0) return false;
  if (!rule.sources.some(({ text }) => findTypes(text)?.includes(source))) return false;
  const isSelf = rule.withSelf && source === target;
  return isSelf || rule.targets.some(({ text }) => findTypes(text)?.includes(target));
};

const neverallowFaults = (
  read: TeConfiguration,
  tables: TeTables,
): readonly ConfigurationFault[] => {
  const faults: ConfigurationFault[] = [];
  for (const rule of read.neverallow) {
    const breach = findBreach(read, tables, rule);
    if (breach === undefined) continue;
    const cause =
      faults.length < mostHints ? read.allow.find((one) => isCause(read, one, breach)) : undefined;
    const hint =
      cause === undefined ? {} : { hint: `it is allowed in line ${String(cause.at.line)}` };
    faults.push({ ...fault(rule.at, `this is broken: ${nameBreach(tables, breach)}`), ...hint });
  }
  return faults;
};

/** Fills in the transitions of a rule; a fault if one of them is there with another type. */
const transit = (
  { names }: TeConfiguration,
  tables: TeTables,
  transitions: Map<number, number>,
  rule: TransitionRule,
): readonly ConfigurationFault[] => {
  const type = names.typeNumbers.get(rule.type?.text ?? '') ?? 0;
  let clash: string | undefined;
  eachCell(names, rule, (source, target, ofClass) => {
    const cell = cellOf(tables, source, target, ofClass);
    const other = transitions.get(cell);
    if (other === undefined) transitions.set(cell, type);
    else if (other !== type) {
      const { types, classes } = tables;
      clash ??= `"${types[source] ?? ''}" on "${types[target] ?? ''}" of class "${classes[ofClass]?.name ?? ''}" has the transition to "${types[other] ?? ''}" already`;
    }
  });
  return clash === undefined ? [] : [fault(rule.at, clash)];
};

/** Tables of an object, made once, and what only they show to be wrong; only of a config that was read without faults. */
const compileTe = onceForEach((object): Compiled => {
  const read = readTe(object);
  const { names, labels } = read;
  const types = names.types.map(({ text }) => text);
  const transitions = new Map<number, number>();
  const tables: TeTables = {
    types,
    typeNumbers: names.typeNumbers,
    classes: names.classes.map(({ name, bits }) => ({ name, bits })),
    classNumbers: names.classNumbers,
    allowed: new Uint32Array(types.length ** 2 * names.classes.length),
    transitions,
    labels,
  };
  allowAll(read, tables);
  const faults = [
    ...neverallowFaults(read, tables),
    ...read.transitions.flatMap((rule) => transit(read, tables, transitions, rule)),
  ];
  return { tables, faults };
});

/** The tables of an object without faults. */
export const teTablesOf = (object: Parameters<typeof compileTe>[0]): TeTables =>
  compileTe(object).tables;

/** What is wrong with a Te's config. */
export const checkTe = (object: Parameters<typeof compileTe>[0]): readonly ConfigurationFault[] => {
  const { faults } = readTe(object);
  return faults.length > 0 ? faults : compileTe(object).faults;
};
