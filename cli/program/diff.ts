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

/** The warnings of two solutions are not what is asked for. */
const errorsOnly = (output: Output): Output => ({
  ...output,
  tell: (diagnostics, files) => {
    output.tell(
      diagnostics.filter(({ severity }) => severity === 'error'),
      files,
    );
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
      const output = errorsOnly(makeOutput(options));
      const choice = { requireComplete: options.requireComplete ?? false };
      const faulty: string[] = [`A, ${nameA},`];
      const exit = await withSolution(choiceOf(nameA, options), output, (a) => {
        faulty[0] = `B, ${nameB},`;
        return withSolution(choiceOf(nameB, options), output, (b) => {
          faulty.pop();
          return diff(a, b, choice, output);
        });
      });
      for (const one of faulty) output.note(`${one} does not load`);
      end(exit);
    });
};
