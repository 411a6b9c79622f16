import { audit } from './audit.ts';
import { bindings } from './bindings.ts';
import { components } from './components.ts';
import type { Construct } from './construct.ts';
import { expressions } from './expressions.ts';
import { idl } from './idl.ts';
import { initDescription } from './init.ts';
import { lexical } from './lexical.ts';
import { objects } from './objects.ts';
import { pal } from './pal.ts';
import { structure } from './structure.ts';
import { templates } from './templates.ts';

/** Every construct of the languages, in the order of their sections. */
export const constructs: readonly Construct[] = [
  ...lexical,
  ...templates,
  ...idl,
  ...components,
  ...initDescription,
  ...structure,
  ...bindings,
  ...expressions,
  ...objects,
  ...audit,
  ...pal,
];
