import type { Command } from 'commander';
import { check } from '../commands/check.ts';
import { test } from '../commands/test.ts';
import { makeOutput } from '../output.ts';
import { withSolution } from '../with-solution.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

export const addChecks = (program: Command, end: End): void => {
  solutionCommand(program, 'check', 'refmon check example:railway-crossing')
    .argument('<solution...>', 'a directory, a .psl file, or example:NAME')
    .description('load, link and type-check solutions')
    .action((solutions: readonly string[], options: SolutionOptions) => {
      const choices = solutions.map((solution) => choiceOf(solution, options));
      end(check(choices, makeOutput(options)));
    });
  solutionCommand(program, 'test', 'refmon test example:railway-crossing --json')
    .argument('<solution>')
    .description("run the policy's own expectations (PAL)")
    .action(async (solution: string, options: SolutionOptions) => {
      const output = makeOutput(options);
      end(await withSolution(choiceOf(solution, options), output, (given) => test(given, output)));
    });
};
