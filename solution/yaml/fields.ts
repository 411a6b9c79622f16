import type { Span } from '../../model/span.ts';
import { hintNearest } from '../nearest.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { Complain, MapEntry, Node } from './document.ts';

/** The entries of a map; a fault and none for another node. */
export const entriesOf = (node: Node, what: string, complain: Complain): readonly MapEntry[] => {
  if (node.kind === 'map') return node.entries;
  complain('YAML-003', node.at, `${what} must be a map of keys and values`);
  return [];
};

/** The items of a list; a fault and none for another node. */
export const itemsOf = (node: Node, what: string, complain: Complain): readonly Node[] => {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'nothing') return [];
  complain('YAML-003', node.at, `${what} must be a list`);
  return [];
};

export const textOf = (node: Node, what: string, complain: Complain): string => {
  if (node.kind === 'text') return node.text;
  complain('YAML-003', node.at, `${what} must be a text`);
  return '';
};

/** Looks keys of a map up, once each. */
export interface Fields {
  readonly at: Span;
  readonly find: (key: string) => Node | undefined;
  /** The text of a key that must be there. */
  readonly need: (key: string) => Name;
}

/** The keys of one map; those that the format does not have are faults. */
export const fieldsOf = (
  node: Node,
  what: string,
  keys: readonly string[],
  complain: Complain,
): Fields => {
  const entries = entriesOf(node, what, complain);
  for (const { key } of entries) {
    if (keys.includes(key.text)) continue;
    complain('YAML-004', key.at, `${what} has no key "${key.text}"`, hintNearest(key.text, keys));
  }
  const find = (key: string): Node | undefined =>
    entries.find((entry) => entry.key.text === key)?.value;
  return {
    at: node.at,
    find,
    need: (key) => {
      const value = find(key);
      if (value !== undefined) return { text: textOf(value, `"${key}"`, complain), at: value.at };
      if (node.kind === 'map') complain('YAML-005', node.at, `${what} needs the key "${key}"`);
      return { text: '', at: node.at };
    },
  };
};

/** The items of the one key that a file has; a fault if the key is not there. */
export const listOf = (
  root: Node,
  file: string,
  key: string,
  complain: Complain,
): readonly Node[] => {
  const list = fieldsOf(root, file, [key], complain).find(key);
  if (list === undefined && root.kind === 'map') {
    complain('YAML-005', root.at, `${file} needs the key "${key}"`);
  }
  return list === undefined ? [] : itemsOf(list, `"${key}"`, complain);
};
