import type { Command } from 'commander';
import { decide } from '../commands/decide.ts';
import { explain } from '../commands/explain.ts';
import type { ExplainOptions } from '../commands/explain.ts';
import { listed } from '../arguments.ts';
import { makeOutput } from '../output.ts';
import { withSolution } from '../with-solution.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

export const addVerdicts = (program: Command, end: End): void => {
  solutionCommand(program, 'decide', 'refmon decide example:railway-crossing < events.jsonl')
    .argument('<solution>')
    .description('events as JSON Lines in, verdicts as JSON Lines out')
    .action(async (solution: string, options: SolutionOptions) => {
      end(await withSolution(choiceOf(solution, options), makeOutput(options), decide));
    });
  const request =
    "'request src=Gateway dst=Barrier endpoint=mech.motor.drive method=Command { action : 1 }'";
  solutionCommand(program, 'explain', `refmon explain example:railway-crossing ${request}`)
    .argument('<solution>')
    .argument('<request>', 'an event as in a test of a policy')
    .description('the verdict of one event: every rule that was asked, and what would change it')
    .option('--booted', 'after the execute events of a boot')
    .option(
      '--after <events>',
      'after an event in the same words, or a file of events as for decide; may be repeated',
      listed,
    )
    .action(async (solution: string, text: string, options: SolutionOptions & ExplainOptions) => {
      const output = makeOutput(options);
      const choice = choiceOf(solution, options);
      end(await withSolution(choice, output, (given) => explain(given, text, options, output)));
    });
};
