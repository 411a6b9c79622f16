import type { Command } from 'commander';
import { Option } from 'commander';
import { defined, listed, read } from '../arguments.ts';
import type { Switches } from '../../spec/switches.ts';
import type { OutputOptions } from '../output.ts';
import { readLimits } from '../../library/node/read-solution.ts';
import type { SolutionChoice } from '../solution-choice.ts';

/** Options that every command on a solution has. */
export interface SolutionOptions extends OutputOptions {
  readonly policy?: string;
  readonly init?: string;
  readonly include?: readonly string[];
  readonly define?: ReadonlyMap<string, string>;
  readonly strict?: boolean;
  readonly model?: readonly string[];
  readonly read?: Switches;
}

/** Which solution the options choose. */
export const choiceOf = (
  solution: string,
  { policy, init, include = [], define = new Map(), strict = false, model, read }: SolutionOptions,
): SolutionChoice => ({
  solution,
  ...(policy === undefined ? {} : { policy }),
  ...(init === undefined ? {} : { init }),
  include,
  definitions: define,
  strict,
  ...(model === undefined ? {} : { models: model }),
  ...(read === undefined ? {} : { switches: read }),
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

/** With `--model`: a command for which users' own models may load. */
export const withModels = (command: Command): Command =>
  command.option(
    '--model <file>',
    'an ES module with a security model of your own; may be repeated',
    listed,
  );

/** With `--read`: a command whose verdicts may follow the other reading of a choice. */
export const withReadings = (command: Command): Command =>
  command.addOption(
    new Option(
      '--read <choice=reading>',
      'read a choice of spec/choices.md the other way: C-20=reversed, C-24=shortCircuit, C-26=wraps; may be repeated',
    ).argParser(read),
  );
