import type { Command } from 'commander';
import { wholeNumber } from '../arguments.ts';
import { replay } from '../commands/replay.ts';
import type { ForkChoice } from '../commands/replay.ts';
import { exits } from '../failure.ts';
import { makeOutput } from '../output.ts';
import { readText } from '../read-text.ts';
import { refuse, withSolution } from '../with-solution.ts';
import { traceLimits } from '../../simulator/read-trace.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

interface ReplayOptions extends SolutionOptions {
  readonly solution: string;
  readonly to?: number;
  readonly fork?: number;
  readonly seed?: number;
  readonly steps?: number;
  readonly trace?: string;
}

const forkOf = ({ fork, seed, steps, trace }: ReplayOptions): ForkChoice | undefined =>
  fork === undefined || seed === undefined ? undefined : { after: fork, seed, steps, trace };

/** Options that make no sense together, in words. */
const misused = ({ fork, seed, to, steps, trace }: ReplayOptions): string | undefined => {
  if (fork !== undefined && seed === undefined) return '--fork asks for another --seed';
  if (fork !== undefined && to !== undefined) return '--fork and --to exclude each other';
  const isOfFork = [seed, steps, trace].some((given) => given !== undefined);
  return fork === undefined && isOfFork
    ? '--seed, --steps and --trace belong to --fork'
    : undefined;
};

const more = [
  '',
  `Limits of a trace: ${String(traceLimits.units >> 20)} MiB, ${String(traceLimits.line >> 20)} MiB a line, 64 levels of nesting.`,
  'Exit: 1 if the run differs from the trace, or the trace cannot be read.',
].join('\n');

export const addReplay = (program: Command, end: End): void => {
  const example = 'refmon replay run.jsonl --solution example:railway-crossing';
  solutionCommand(program, 'replay', example)
    .argument('<trace>', 'what "refmon run --trace" has written')
    .requiredOption('--solution <solution>', 'a directory, a .psl file, or example:NAME')
    .option('--to <n>', 'stop after step N, and show the state', wholeNumber)
    .option('--fork <n>', 'go on from step N with another seed', wholeNumber)
    .option('--seed <n>', 'of the fork', wholeNumber)
    .option(
      '--steps <n>',
      'how many actions the fork has at most, those before it too',
      wholeNumber,
    )
    .option('--trace <file>', "write the fork's trace")
    .description('run a trace again, and compare step by step')
    .addHelpText('after', more)
    .action(async (file: string, options: ReplayOptions) => {
      const output = makeOutput(options);
      const wrong = misused(options);
      if (wrong !== undefined) {
        output.note(wrong);
        end(exits.usage);
        return;
      }
      const read = readText(file);
      if (read.kind === 'unreadable') {
        end(refuse(output, read.diagnostics, new Map()));
        return;
      }
      const choice = { file, text: read.text, to: options.to, fork: forkOf(options) };
      const chosen = choiceOf(options.solution, options);
      end(await withSolution(chosen, output, (given) => replay(given, choice, output)));
    });
};
