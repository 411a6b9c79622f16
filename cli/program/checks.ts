import type { Command } from 'commander';
import { check } from '../commands/check.ts';
import { test } from '../commands/test.ts';
import { testThroughSystem } from '../commands/test-system.ts';
import { makeOutput } from '../output.ts';
import { readEngine } from '../read-engine.ts';
import { refuse, withSolution } from '../with-solution.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand, withModels, withReadings } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

interface CheckOptions extends SolutionOptions {
  readonly analyse?: boolean;
  readonly board?: string;
}

interface TestOptions extends SolutionOptions {
  readonly filter?: string;
  readonly coverage?: boolean;
  readonly system?: boolean;
}

export const addChecks = (program: Command, end: End): void => {
  withModels(solutionCommand(program, 'check', 'refmon check example:railway-crossing'))
    .argument('<solution...>', 'a directory, a .psl file, or example:NAME')
    .description('load, link and type-check solutions')
    .option(
      '--analyse',
      'what in the policy is dead, shadowed, vacuous or unusable (spec/analysis.md)',
    )
    .option('--board <name>', 'the memory budget beside the memory of a board (spec/budget.md)')
    .action(async (solutions: readonly string[], options: CheckOptions) => {
      const output = makeOutput(options);
      const choices = solutions.map((solution) => choiceOf(solution, options));
      const engine = await readEngine(choices[0] ?? {});
      if (engine.kind === 'unreadable') end(refuse(output, engine.diagnostics, new Map()));
      else {
        const { analyse = false, board } = options;
        const checks = { analyse, ...(board === undefined ? {} : { board }) };
        end(check(choices, output, engine.options, checks));
      }
    });
  const testing = solutionCommand(program, 'test', 'refmon test example:railway-crossing --json');
  withReadings(withModels(testing))
    .argument('<solution>')
    .option('--filter <text>', "only sequences that have the text in their title or in their set's")
    .option('--coverage', 'what of the policy no expectation touches, each with its place')
    .option('--system', 'each expectation as a call, answer or start on the kernel (C-51)')
    .addHelpText(
      'after',
      '\nThrough the kernel:\n  $ refmon test example:railway-crossing --system',
    )
    .description("run the policy's own expectations (PAL); how much of the policy they cover")
    .action(async (solution: string, options: TestOptions) => {
      const output = makeOutput(options);
      const { filter = '', coverage } = options;
      const choice = { filter, coverage: coverage === true ? 'detail' : 'figures' } as const;
      const chosen = choiceOf(solution, options);
      end(
        await withSolution(chosen, output, (given) =>
          options.system === true
            ? testThroughSystem(given, filter, output)
            : test(given, choice, output),
        ),
      );
    });
};
