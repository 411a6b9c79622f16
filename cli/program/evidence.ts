import { Option } from 'commander';
import type { Command } from 'commander';
import { verify } from '../commands/verify.ts';
import { makeOutput } from '../output.ts';
import type { End } from './end.ts';
import { choiceOf, solutionCommand } from './solution-command.ts';
import type { SolutionOptions } from './solution-command.ts';

interface VerifyOptions extends SolutionOptions {
  readonly out: string;
  readonly board?: string;
}

const boardOption = 'also what a board lets happen, by name, and the memory budget on it';

const ofBoard = ({ board }: VerifyOptions) => (board === undefined ? {} : { board });

export const addVerify = (program: Command, end: End): void => {
  solutionCommand(program, 'verify', 'refmon verify example:railway-crossing')
    .argument('<solution>')
    .option('--out <directory>', 'where results and report go', 'build/report')
    .option('--board <name>', boardOption)
    .description('check, test, explore, properties and twins: one verdict, and the evidence')
    .action(async (solution: string, options: VerifyOptions) => {
      const choice = choiceOf(solution, options);
      const { out } = options;
      const output = makeOutput(options);
      const more = { ...ofBoard(options), out, demand: undefined };
      end(await verify({ ...choice, ...more, results: 'run' }, output));
    });
};

interface ReportOptions extends VerifyOptions {
  readonly reuse?: boolean;
  readonly demand?: 'solution' | 'project';
}

export const addReport = (program: Command, end: End): void => {
  solutionCommand(program, 'report', 'refmon report example:railway-crossing --out build/report')
    .argument('<solution>')
    .requiredOption('--out <directory>', 'where results and report go')
    .addOption(new Option('--board <name>', boardOption).conflicts('reuse'))
    .option('--reuse', 'run nothing: report what the result files there say')
    .addOption(
      new Option('--demand <profile>', 'exit 1 unless all that refmon claims is supported').choices(
        ['solution', 'project'],
      ),
    )
    .description('write the evidence: result files, report.html, report.json')
    .action(async (solution: string, options: ReportOptions) => {
      const { out, reuse, demand: profile } = options;
      const skipped = process.env['CI'] === 'true' ? 'fault' : 'allowed';
      const choice = {
        ...choiceOf(solution, options),
        ...ofBoard(options),
        out,
        results: reuse === true ? 'reused' : 'run',
        demand: profile === undefined ? undefined : ({ profile, skipped } as const),
      } as const;
      end(await verify(choice, makeOutput(options)));
    });
};
