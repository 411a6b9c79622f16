import type { JsonValue } from './json-value.ts';

/**
 * The fields of a JSON object, read one by one.
 * A field that is absent or of another kind is noted, and a neutral value stands for it, so that one
 * reading finds every fault.
 */
export interface Fields {
  readonly text: (name: string) => string;
  /** An integer from 0 up. */
  readonly count: (name: string) => number;
  readonly flag: (name: string) => boolean;
  readonly word: <Word extends string>(name: string, words: readonly [Word, ...Word[]]) => Word;
  readonly texts: (name: string) => readonly string[];
  readonly list: <Item>(name: string, read: (fields: Fields) => Item) => readonly Item[];
  readonly object: <Item>(name: string, read: (fields: Fields) => Item) => Item;
  /** The field, or undefined where it is absent or null. */
  readonly optional: <Item>(name: string, read: (name: string) => Item) => Item | undefined;
  /** An object whose values are all texts, or all counts; in the order of its names. */
  readonly textsByName: (name: string) => Readonly<Record<string, string>>;
  readonly countsByName: (name: string) => Readonly<Record<string, number>>;
  readonly json: (name: string) => JsonValue;
}

export type Decoded<Item> =
  | { readonly kind: 'decoded'; readonly value: Item }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

type JsonObject = Readonly<Record<string, JsonValue>>;

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  Array.isArray(value);

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

const isCount = (value: JsonValue | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string';

const byName = (left: readonly [string, unknown], right: readonly [string, unknown]): number =>
  Number(left[0] > right[0]) - Number(left[0] < right[0]);

/** In the order of the names, so that equal records are written alike. */
export const sortedByName = <Item>(
  values: Readonly<Record<string, Item>>,
): Readonly<Record<string, Item>> => Object.fromEntries(Object.entries(values).sort(byName));

const fieldsOf = (value: JsonValue | undefined, path: string, faults: string[]): Fields => {
  const object = isObject(value) ? value : {};
  if (!isObject(value)) faults.push(`${path === '' ? 'the document' : path} is no object`);
  const pathOf = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const find = (name: string): JsonValue | undefined =>
    Object.hasOwn(object, name) ? object[name] : undefined;
  const want = <Item>(name: string, found: Item | undefined, what: string, neutral: Item): Item => {
    if (found === undefined) faults.push(`${pathOf(name)} is no ${what}`);
    return found ?? neutral;
  };
  const whole = <Item extends JsonValue>(
    name: string,
    is: (item: JsonValue | undefined) => item is Item,
    what: string,
  ): readonly Item[] => {
    const found = find(name);
    const items = isList(found) ? found : undefined;
    const fitting = (items ?? []).filter(is);
    const isWhole = fitting.length === items?.length;
    return want(name, isWhole ? fitting : undefined, `list of ${what}s`, []);
  };
  const record = <Item extends JsonValue>(
    name: string,
    is: (item: JsonValue | undefined) => item is Item,
    what: string,
  ): Readonly<Record<string, Item>> => {
    const found = find(name);
    const entries = isObject(found) ? Object.entries(found) : undefined;
    const fitting = (entries ?? []).flatMap(([key, item]) =>
      is(item) ? [[key, item] as const] : [],
    );
    const isWhole = fitting.length === entries?.length;
    const good = isWhole ? Object.fromEntries(fitting) : undefined;
    return sortedByName(want(name, good, `object of ${what}s`, {}));
  };
  return {
    text: (name) => {
      const found = find(name);
      return want(name, isText(found) ? found : undefined, 'text', '');
    },
    count: (name) => {
      const found = find(name);
      return want(name, isCount(found) ? found : undefined, 'count', 0);
    },
    flag: (name) => {
      const found = find(name);
      return want(name, typeof found === 'boolean' ? found : undefined, 'Boolean', false);
    },
    word: (name, words) => {
      const found = find(name);
      return want(
        name,
        words.find((word) => word === found),
        words.join(' or '),
        words[0],
      );
    },
    texts: (name) => whole(name, isText, 'text'),
    list: (name, read) =>
      whole(name, isObject, 'object').map((item, index) =>
        read(fieldsOf(item, `${pathOf(name)}[${String(index)}]`, faults)),
      ),
    object: (name, read) => read(fieldsOf(find(name), pathOf(name), faults)),
    optional: (name, read) => ((find(name) ?? null) === null ? undefined : read(name)),
    textsByName: (name) => record(name, isText, 'text'),
    countsByName: (name) => record(name, isCount, 'count'),
    json: (name) => find(name) ?? null,
  };
};

/** Reads an object; all faults are told. */
export const decode = <Item>(
  value: JsonValue | undefined,
  read: (fields: Fields) => Item,
): Decoded<Item> => {
  const faults: string[] = [];
  const item = read(fieldsOf(value, '', faults));
  return faults.length === 0 ? { kind: 'decoded', value: item } : { kind: 'faulty', faults };
};
