import { byText } from '../model/by-text.ts';

/**
 * A TLA+ value, as views give it and as TLC prints it.
 *
 * Shape: an array is a sequence; `set` and `function` are tagged; a function over strings is a
 *        `record`, and one over 1 … n is a sequence, as TLC prints them.
 */
export type TlaValue =
  | string
  | number
  | boolean
  | readonly TlaValue[]
  | { readonly kind: 'set'; readonly elements: readonly TlaValue[] }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, TlaValue>> }
  | {
      readonly kind: 'function';
      readonly pairs: readonly (readonly [key: TlaValue, value: TlaValue])[];
    };

/** A state: the value of each variable. */
export type TlaState = Readonly<Record<string, TlaValue>>;

export const tlaRecord = (fields: Readonly<Record<string, TlaValue>>): TlaValue => ({
  kind: 'record',
  fields,
});

/** A set. */
export const setValue = (elements: readonly TlaValue[]): TlaValue => ({ kind: 'set', elements });

const isSequence = (value: TlaValue): value is readonly TlaValue[] => Array.isArray(value);

/** The values of 1 … n in order, if the keys are just those. */
const findSequence = (
  pairs: readonly (readonly [TlaValue, TlaValue])[],
): readonly TlaValue[] | undefined => {
  const sorted = [...pairs].sort(([left], [right]) => Number(left) - Number(right));
  return sorted.every(([key], index) => key === index + 1)
    ? sorted.map(([, value]) => value)
    : undefined;
};

/** One text for equal values: sets, records and functions sorted; no white space. */
export const canonical = (value: TlaValue): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value).toUpperCase();
  if (isSequence(value)) return `<<${value.map(canonical).join()}>>`;
  switch (value.kind) {
    case 'set':
      return `{${[...new Set(value.elements.map(canonical))].sort(byText).join()}}`;
    case 'record': {
      const names = Object.keys(value.fields).sort(byText);
      const parts = names.map((name) => `${name}|->${canonical(value.fields[name] ?? false)}`);
      return names.length === 0 ? '<<>>' : `[${parts.join()}]`;
    }
    case 'function': {
      const sequence = findSequence(value.pairs);
      if (sequence !== undefined) return canonical(sequence);
      const parts = value.pairs.map(([key, one]) => `${canonical(key)}:>${canonical(one)}`);
      return `(${parts.sort(byText).join('@@')})`;
    }
  }
};

/** One text for equal states. */
export const canonicalState = (state: TlaState): string =>
  Object.keys(state)
    .sort(byText)
    .map((name) => `${name}=${canonical(state[name] ?? false)}`)
    .join(';');
