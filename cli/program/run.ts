import type { Command } from 'commander';
import { wholeNumber } from '../arguments.ts';
import { run } from '../commands/run.ts';
import { makeOutput } from '../output.ts';
import { withSolution } from '../with-solution.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

interface RunOptions extends SolutionOptions {
  readonly seed: number;
  readonly steps: number;
  readonly trace?: string;
}

export const addRun = (program: Command, end: End): void => {
  solutionCommand(program, 'run', 'refmon run example:railway-crossing --seed 3 --steps 40')
    .argument('<solution>')
    .option('--seed <n>', 'of the scheduler', wholeNumber, 1)
    .option('--steps <n>', 'how many actions at most', wholeNumber, 50)
    .option('--trace <file>', 'write the trace as JSON Lines')
    .description('boot and simulate')
    .action(async (solution: string, options: RunOptions) => {
      const output = makeOutput(options);
      const choice = choiceOf(solution, options);
      end(await withSolution(choice, output, (given) => run(given, options, output)));
    });
};
