import type { Name } from './name.ts';

export const selectorNames = [
  'src',
  'dst',
  'component',
  'endpoint',
  'interface',
  'method',
] as const;

export type SelectorName = (typeof selectorNames)[number];

/** `src=A dst=B method=M`, in the order written. */
export type Selectors = readonly { readonly name: SelectorName; readonly value: Name }[];
