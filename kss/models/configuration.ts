import type { Span } from '../../model/span.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import { hintNearest } from '../../solution/nearest.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
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

/** The value of a key of a dictionary. */
export const entryOf = (expression: Expression | undefined, key: string): Expression | undefined =>
  expression?.kind === 'dictionary'
    ? expression.entries.find((entry) => entry.key.text === key)?.value
    : undefined;

/** The texts of a list of texts; absent if it is none. */
export const findTexts = (expression: Expression | undefined): readonly string[] | undefined => {
  if (expression?.kind !== 'list') return undefined;
  const texts = expression.elements.flatMap((one) => (one.kind === 'text' ? [one.value] : []));
  return texts.length === expression.elements.length ? texts : undefined;
};

/** The texts that a type of literals has: `"a" | "b"`; absent if it is none. */
export const findLiterals = (type: TypeExpression | undefined): readonly string[] | undefined => {
  if (type?.kind === 'literal') return typeof type.value === 'string' ? [type.value] : undefined;
  if (type?.kind !== 'variant') return undefined;
  const texts = type.alternatives.map(findLiterals);
  return texts.every((one) => one !== undefined) ? texts.flat() : undefined;
};

export const fault = (at: Span, message: string): ConfigurationFault => ({ at, message });

/** Keys that a config must have, all of them and no other. */
export const keyFaults = (
  config: Expression,
  keys: readonly string[],
): readonly ConfigurationFault[] => {
  if (config.kind !== 'dictionary') {
    return [fault(config.at, `config must be a dictionary of ${keys.join(', ')}`)];
  }
  const given = config.entries.map(({ key }) => key);
  const missing = keys.filter((key) => given.every(({ text }) => text !== key));
  const unknown = given.filter(({ text }) => !keys.includes(text));
  return [
    ...missing.map((key) => fault(config.at, `config lacks "${key}"`)),
    ...unknown.map(({ text, at }) => ({
      ...fault(at, `config has no key "${text}"`),
      ...hintNearest(text, keys),
    })),
  ];
};
