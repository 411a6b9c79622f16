import type { Command } from 'commander';
import { wholeNumber } from '../arguments.ts';
import { mostTold, run } from '../commands/run.ts';
import { exits } from '../failure.ts';
import { makeOutput } from '../output.ts';
import { withSolution } from '../with-solution.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

interface RunOptions extends SolutionOptions {
  readonly seed: number;
  readonly steps: number;
  readonly arch?: string;
  readonly board?: string;
  readonly faults?: string;
  readonly trace?: string;
  readonly diagram?: string;
  readonly watch?: boolean;
  readonly delay: number;
}

/** Options that make no sense together, in words. */
const misused = ({ steps, trace, diagram, json }: RunOptions): string | undefined => {
  if (trace !== undefined && trace === diagram) return '--trace and --diagram name one file';
  const isTold = trace !== undefined || diagram !== undefined || json === true;
  return isTold && steps > mostTold
    ? `--trace, --diagram and --json tell of at most ${String(mostTold)} steps`
    : undefined;
};

const more = [
  '',
  `A trace, a diagram or JSON tells of at most ${String(mostTold)} steps.`,
  '',
  'On a board, with faults, drawn, and live:',
  '  $ refmon run example:railway-crossing --board imx6-quad',
  '  $ refmon run example:railway-crossing --faults 3 --trace run.jsonl',
  '  $ refmon run example:railway-crossing --diagram run.svg',
  '  $ refmon run example:railway-crossing --watch --delay 300',
].join('\n');

export const addRun = (program: Command, end: End): void => {
  solutionCommand(program, 'run', 'refmon run example:railway-crossing --seed 3 --steps 40')
    .argument('<solution>')
    .option('--seed <n>', 'of the scheduler', wholeNumber, 1)
    .option('--steps <n>', 'how many actions at most', wholeNumber, 50)
    .option('--arch <name>', 'on one core of an architecture, whose tables translate')
    .option('--board <name>', 'on a board (spec/boards): its cores, its RAM, its architecture')
    .option(
      '--faults <file|n>',
      'faults of processes: a YAML file (spec/formats/faults.md), or N that the seed fixes',
    )
    .option('--trace <file>', 'write the trace as JSON Lines')
    .option('--diagram <file>', 'draw the run as a sequence diagram: FILE.svg or FILE.txt')
    .option('--watch', 'a live view in the terminal')
    .option('--delay <ms>', 'between two steps of the live view', wholeNumber, 200)
    .description('boot and simulate')
    .addHelpText('after', more)
    .action(async (solution: string, options: RunOptions) => {
      const output = makeOutput(options);
      const choice = choiceOf(solution, options);
      const { watch, delay, ...others } = options;
      const wrong = misused(options);
      if (wrong !== undefined) {
        output.note(wrong);
        end(exits.usage);
        return;
      }
      const asked = watch === true ? { ...others, watch: delay } : others;
      end(await withSolution(choice, output, (given) => run(given, asked, output)));
    });
};
