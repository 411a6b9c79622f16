import type { Command } from 'commander';
import { defined, listed } from '../arguments.ts';
import type { OutputOptions } from '../output.ts';
import { readLimits } from '../read-solution.ts';
import type { SolutionChoice } from '../read-solution.ts';

/** Options that every command on a solution has. */
export interface SolutionOptions extends OutputOptions {
  readonly policy?: string;
  readonly init?: string;
  readonly include?: readonly string[];
  readonly define?: ReadonlyMap<string, string>;
  readonly strict?: boolean;
}

/** Which solution the options choose. */
export const choiceOf = (
  solution: string,
  { policy, init, include = [], define = new Map(), strict = false }: SolutionOptions,
): SolutionChoice => ({
  solution,
  ...(policy === undefined ? {} : { policy }),
  ...(init === undefined ? {} : { init }),
  include,
  definitions: define,
  strict,
});

const limits =
  `Limits: ${String(readLimits.files)} files, ${String(readLimits.bytes >> 20)} MiB in all, ` +
  `${String(readLimits.depth)} directories deep; 200 levels of nesting and 1 MiB a line in a file.`;

/** A command with the options on what it prints. */
export const withOutput = (command: Command): Command =>
  command
    .option('--json', 'one JSON document on standard output')
    .option('--quiet', 'results only: no warnings, no progress')
    .option('--no-color', 'no colours (also NO_COLOR)');

/** A command on a solution. */
export const solutionCommand = (program: Command, name: string, example: string): Command =>
  withOutput(program.command(name))
    .option('--policy <file>', 'the root policy, where several could be')
    .option('--init <file>', 'the init description')
    .option('-I, --include <directory>', 'where dotted names are looked for first: an SDK', listed)
    .option(
      '-D, --define <name=value>',
      'what templates put for @NAME@ and test in {% if %}',
      defined,
    )
    .option('--strict', 'lenient readings are errors: unknown classes, missing files')
    .addHelpText('after', `\nExample:\n  $ ${example}\n\n${limits}`);
