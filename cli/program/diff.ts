import type { Command } from 'commander';
import { diff } from '../commands/diff.ts';
import { makeOutput } from '../output.ts';
import type { Output } from '../output.ts';
import { withSolution } from '../with-solution.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

interface DiffOptions extends SolutionOptions {
  readonly requireComplete?: boolean;
}

/** For one of the two: its warnings are not what is asked for, and its errors are told as its own. */
const outputOf = (output: Output, who: string): Output => ({
  ...output,
  tell: (diagnostics, files) => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    output.tell(errors, files);
    if (errors.length > 0) output.note(`${who} does not load`);
  },
});

export const addDiff = (program: Command, end: End): void => {
  solutionCommand(program, 'diff', 'refmon diff before/ after/')
    .argument('<a>', 'a directory, a .psl file, or example:NAME')
    .argument('<b>', 'the same components under another policy')
    .description('the verdicts that differ between two policies for the same components')
    .option('--require-complete', 'an end by bounds, or what was not decided, is a failure')
    .addHelpText(
      'after',
      '\nExit: 1 if B grants what A denies, 0 if not. --policy and --init are of both.',
    )
    .action(async (nameA: string, nameB: string, options: DiffOptions) => {
      const output = makeOutput(options);
      const choice = { requireComplete: options.requireComplete ?? false };
      const [ofA, ofB] = [outputOf(output, `A, ${nameA},`), outputOf(output, `B, ${nameB},`)];
      const exit = await withSolution(choiceOf(nameA, options), ofA, (a) =>
        withSolution(choiceOf(nameB, options), ofB, (b) => diff(a, b, choice, output)),
      );
      end(exit);
    });
};
