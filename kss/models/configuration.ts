import type { Span } from '../../model/span.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import { hintNearest } from '../../solution/nearest.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Name } from '../../solution/syntax/tree/name.ts';
import type { PolicyObject, TypeExpression } from '../../solution/syntax/tree/psl.ts';

/** The parameters of a policy object, as its model reads them. */
export interface Configuration {
  /** The type named so; the first of several names that is there. */
  readonly type: (...names: readonly string[]) => TypeExpression | undefined;
  readonly config: Expression | undefined;
}

export const configurationOf = ({ parameters }: PolicyObject): Configuration => ({
  type: (...names) => {
    for (const parameter of parameters) {
      if (parameter.kind === 'type' && names.includes(parameter.name.text)) return parameter.type;
    }
    return undefined;
  },
  config: parameters.flatMap((parameter) =>
    parameter.kind === 'config' ? [parameter.value] : [],
  )[0],
});

/** Computes a thing of each object once: objects never change. */
export const onceForEach = <Result extends object>(
  make: (object: PolicyObject) => Result,
): ((object: PolicyObject) => Result) => {
  const made = new WeakMap<PolicyObject, Result>();
  return (object) => {
    const known = made.get(object) ?? make(object);
    made.set(object, known);
    return known;
  };
};

/** The value of a key of a dictionary. */
export const entryOf = (expression: Expression | undefined, key: string): Expression | undefined =>
  expression?.kind === 'dictionary'
    ? expression.entries.find((entry) => entry.key.text === key)?.value
    : undefined;

/** The integer that a constant is; absent if it is none. */
export const findInteger = (expression: Expression | undefined): bigint | undefined => {
  if (expression?.kind === 'integer') return expression.value;
  if (expression?.kind !== 'unary' || expression.operator !== '-') return undefined;
  return expression.operand.kind === 'integer' ? -expression.operand.value : undefined;
};

/** The texts that a type of literals has, `"a" | "b"`, each at its place; absent if it is none. */
export const findLiterals = (type: TypeExpression | undefined): readonly Name[] | undefined => {
  if (type?.kind === 'literal') {
    return typeof type.value === 'string' ? [{ text: type.value, at: type.at }] : undefined;
  }
  if (type?.kind !== 'variant') return undefined;
  const texts = type.alternatives.map(findLiterals);
  return texts.every((one) => one !== undefined) ? texts.flat() : undefined;
};

export const fault = (at: Span, message: string): ConfigurationFault => ({ at, message });

/** Names that stand a second time. */
export const twiceFaults = (names: readonly Name[]): readonly ConfigurationFault[] => {
  const seen = new Set<string>();
  return names.flatMap(({ text, at }) => {
    if (seen.has(text)) return [fault(at, `"${text}" stands here twice`)];
    seen.add(text);
    return [];
  });
};

/** To how many unknown names of one kind the nearest is looked for: that takes long. */
const mostHints = 20;

/** Names that are none of those known. */
export const unknownFaults = (
  names: readonly Name[],
  known: readonly string[],
  what: string,
): readonly ConfigurationFault[] => {
  const all = new Set(known);
  return names
    .filter(({ text }) => !all.has(text))
    .map(({ text, at }, index) => ({
      ...fault(at, `there is no ${what} "${text}"`),
      ...(index < mostHints ? hintNearest(text, known) : {}),
    }));
};

/** Those of the names needed that are not given. */
export const missingNames = (
  needed: readonly string[],
  given: readonly Name[],
): readonly string[] => {
  const all = new Set(given.map(({ text }) => text));
  return needed.filter((name) => !all.has(name));
};

/**
 * Parameters that an object of a model must have, each once and no other: its config, and types.
 *
 * Shape: each of `types` is the name of one type, and other names that are accepted for it.
 */
export const parameterFaults = (
  { parameters, model, at: whole }: PolicyObject,
  types: readonly (readonly [string, ...string[]])[],
): readonly ConfigurationFault[] => {
  const given: readonly Name[] = parameters.map((parameter) => {
    if (parameter.kind === 'config') return { text: 'config', at: parameter.at };
    const { text, at } = parameter.name;
    const [name = text] = types.find((names) => names.includes(text)) ?? [];
    return { text: `type ${name}`, at };
  });
  const needed = [...types.map(([name]) => `type ${name}`), 'config'];
  return [
    ...missingNames(needed, given).map((name) =>
      fault(whole, `a ${model.text} needs \`${name} = …\``),
    ),
    ...unknownFaults(given, needed, 'parameter'),
    ...twiceFaults(given),
  ];
};

/** Keys that a dictionary must have, all of them, once, and no other. */
export const keyFaults = (
  dictionary: Expression,
  keys: readonly string[],
): readonly ConfigurationFault[] => {
  if (dictionary.kind !== 'dictionary') {
    return [fault(dictionary.at, `a dictionary of ${keys.join(', ')} is asked for`)];
  }
  const given = dictionary.entries.map(({ key }) => key);
  return [
    ...missingNames(keys, given).map((key) => fault(dictionary.at, `the key "${key}" is missing`)),
    ...unknownFaults(given, keys, 'key'),
    ...twiceFaults(given),
  ];
};

/** Sizes that a config must give: integers from 1. */
export const sizeFaults = (
  config: Expression,
  keys: readonly string[],
): readonly ConfigurationFault[] =>
  keys.flatMap((key) => {
    const size = entryOf(config, key);
    if (size === undefined) return [];
    const isSize = size.kind === 'integer' && size.value >= 1n && size.value <= 0xffff_ffffn;
    return isSize ? [] : [fault(size.at, `${key} must be a positive integer`)];
  });

/** The size that a key gives, of an object without faults. */
export const sizeOf = (object: PolicyObject, key: string): number =>
  Number(findInteger(entryOf(configurationOf(object).config, key)) ?? 0n);

/** A list of texts, each once. */
export const textListFaults = (list: Expression, what: string): readonly ConfigurationFault[] => {
  if (list.kind !== 'list') return [fault(list.at, `a list of ${what} is asked for`)];
  const strange = list.elements.filter(({ kind }) => kind !== 'text');
  return [
    ...strange.map(({ at }) => fault(at, 'a text is asked for')),
    ...twiceFaults(textsIn(list)),
  ];
};

/** The texts of a list, each at its place. */
export const textsIn = (list: Expression | undefined): readonly Name[] =>
  list?.kind === 'list'
    ? list.elements.flatMap((one) => (one.kind === 'text' ? [{ text: one.value, at: one.at }] : []))
    : [];
