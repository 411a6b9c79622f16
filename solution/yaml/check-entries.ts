import type { Span } from '../../model/span.ts';
import { check } from '../link/check-expression.ts';
import type { Environment } from '../link/environment.ts';
import { near } from '../nearest.ts';
import type { PslType } from '../psl-type.ts';
import type { Expression } from '../syntax/tree/expression.ts';
import { reportTwice } from '../twice.ts';

/** What may stand in a dictionary, and which of it must. */
export interface Entries {
  readonly types: ReadonlyMap<string, PslType>;
  readonly needed: readonly string[];
}

/** Checks the dictionary that a word of programs asks for: `lend { handle : kept.file }`. */
export const checkEntries = (
  word: string,
  argument: Expression,
  { types, needed }: Entries,
  at: Span,
  environment: Environment,
): void => {
  const { report } = environment;
  if (argument.kind !== 'dictionary') {
    report.error('PSL-018', at, `"${word}" asks for a dictionary`);
    return;
  }
  const keys = argument.entries.map(({ key }) => key);
  reportTwice(keys, ({ text, at: there }, first) => {
    report.error('PSL-019', there, `"${text}" stands here twice`, first);
  });
  for (const { key, value } of argument.entries) {
    const type = types.get(key.text);
    if (type !== undefined) check(value, type, environment);
    else {
      const names = [...types.keys()];
      const message = `there is no entry "${key.text}" here, but ${names.join(', ')}`;
      report.error('PSL-019', key.at, message, near(key.text, names));
    }
  }
  for (const name of needed)
    if (keys.every(({ text }) => text !== name))
      report.error('PSL-019', at, `the entry "${name}" is missing`);
};
