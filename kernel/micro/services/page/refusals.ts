import type { Refusal } from '../../../../model/step.ts';
import type { NamedRefusal } from './read-docstring.ts';

/** Of what the kernel refuses, when it does: the third column of spec/retcodes.md. */
export const readWhen = (retcodes: string): ReadonlyMap<string, string> =>
  new Map(
    [...retcodes.matchAll(/^\| ([a-z]\w+) \| rc\w+ \| ([^|]+) \|/gmu)].map(
      ([, name = '', when = '']) => [name, when],
    ),
  );

/** What is narrower of a service than of any action. */
const inServices: Partial<Record<Refusal, string>> = {
  badHandle:
    'the handle is null; a number that names nothing is refused before anything is judged (C-67)',
};

/**
 * When a service refuses: what its docstring says of the refusal, and where it says nothing, or what
 * holds of several or in addition, the general meaning.
 */
export const whenOf = (
  { name, when, group }: NamedRefusal,
  general: ReadonlyMap<string, string>,
): string => {
  const narrower: Readonly<Record<string, string>> = inServices;
  const meaning = narrower[name] ?? general.get(name) ?? '';
  if (when === '') return meaning;
  if (when.startsWith('(')) return `${meaning} ${when}`;
  return group > 1 || when.startsWith('also ') ? `${meaning}; ${when}` : when;
};
