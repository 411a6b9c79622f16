import { Option } from 'commander';
import type { Command } from 'commander';
import { usualAuditSize } from '../../kss/decide/decider.ts';
import { decide } from '../commands/decide.ts';
import type { DecideChoice } from '../commands/decide.ts';
import { explain } from '../commands/explain.ts';
import type { ExplainOptions } from '../commands/explain.ts';
import { listed, wholeNumber } from '../arguments.ts';
import { makeOutput } from '../output.ts';
import { withSolution } from '../with-solution.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand, withModels, withReadings } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

export const addVerdicts = (program: Command, end: End): void => {
  const deciding = 'refmon decide example:railway-crossing < events.jsonl';
  withReadings(withModels(solutionCommand(program, 'decide', deciding)))
    .argument('<solution>')
    .option('--audit <file>', 'write the audit records there as they are made')
    .addOption(
      new Option('--audit-format <form>', 'of that file').choices(['json', 'text']).default('json'),
    )
    .option(
      '--audit-size <n>',
      'records held until a line {"audit":true} reads them; older ones are lost, and counted',
      wholeNumber,
      usualAuditSize,
    )
    .description('events as JSON Lines in, verdicts as JSON Lines out')
    .action(async (solution: string, options: SolutionOptions & DecideChoice) => {
      const output = makeOutput(options);
      const choice = choiceOf(solution, options);
      end(await withSolution(choice, output, (given) => decide(given, options, output)));
    });
  const request =
    "'request src=Gateway dst=Barrier endpoint=mech.motor.drive method=Command { action : 1 }'";
  const explaining = `refmon explain example:railway-crossing ${request}`;
  withReadings(withModels(solutionCommand(program, 'explain', explaining)))
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
