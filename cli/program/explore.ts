import { Option } from 'commander';
import type { Command } from 'commander';
import { names, wholeNumber } from '../arguments.ts';
import { explore } from '../commands/explore.ts';
import { makeOutput } from '../output.ts';
import { withSolution } from '../with-solution.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand, withModels, withReadings } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

interface ExploreOptions extends SolutionOptions {
  readonly untrusted?: readonly string[];
  readonly maxStates: number;
  readonly services?: string;
  readonly requireComplete?: boolean;
  readonly symmetry?: boolean;
}

export const addExplore = (program: Command, end: End): void => {
  const example = 'refmon explore example:railway-crossing --untrusted Gateway';
  withReadings(withModels(solutionCommand(program, 'explore', example)))
    .argument('<solution>')
    .option('--untrusted <names>', 'processes that may do anything, comma-separated', names)
    .option('--max-states <n>', 'where the search ends', wholeNumber, 200_000)
    .addOption(
      new Option('--services <which>', 'most general processes call kernel services too').choices([
        'all',
      ]),
    )
    .option('--no-symmetry', 'count states that differ only in who is who one by one')
    .option('--require-complete', 'exit 1 unless everything that can happen was searched')
    .description('all reachable states within bounds; shortest violation')
    .action(async (solution: string, options: ExploreOptions) => {
      const output = makeOutput(options);
      const choice = {
        untrusted: options.untrusted ?? [],
        states: options.maxStates,
        services: options.services === 'all',
        requireComplete: options.requireComplete === true,
        ...(options.symmetry === false ? ({ symmetry: 'none' } as const) : {}),
      };
      const chosen = choiceOf(solution, options);
      end(await withSolution(chosen, output, (given) => explore(given, choice, output)));
    });
};
