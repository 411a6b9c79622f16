#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { check } from './commands/check.ts';
import { decide } from './commands/decide.ts';
import { explain } from './commands/explain.ts';
import { explore } from './commands/explore.ts';
import { run } from './commands/run.ts';
import { test } from './commands/test.ts';
import { isTier, twins } from './commands/twins.ts';
import { verify } from './commands/verify.ts';
import { exits } from './failure.ts';
import type { Exit } from './failure.ts';
import { makeOutput } from './output.ts';
import type { OutputOptions } from './output.ts';
import { readLimits } from './read-solution.ts';
import type { SolutionChoice } from './read-solution.ts';
import { version } from './version.ts';
import { withSolution } from './with-solution.ts';

/** Options that every command on a solution has. */
interface SolutionOptions extends OutputOptions {
  readonly policy?: string;
  readonly init?: string;
  readonly include?: readonly string[];
}

const choiceOf = (
  solution: string,
  { policy, init, include = [] }: SolutionOptions,
): SolutionChoice => ({
  solution,
  ...(policy === undefined ? {} : { policy }),
  ...(init === undefined ? {} : { init }),
  include,
});

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('a whole number is asked for.');
  return number;
};

const names = (text: string): readonly string[] => text.split(',').filter((name) => name !== '');

const limits =
  `Limits: ${String(readLimits.files)} files, ${String(readLimits.bytes >> 20)} MiB in all, ` +
  `${String(readLimits.depth)} directories deep; 200 levels of nesting in a file.`;

const withOutput = (command: Command): Command =>
  command
    .option('--json', 'one JSON document on standard output')
    .option('--quiet', 'results only: no warnings, no progress')
    .option('--no-color', 'no colours (also NO_COLOR)');

const solutionCommand = (program: Command, name: string, example: string): Command =>
  withOutput(program.command(name))
    .option('--policy <file>', 'the root policy, where several could be')
    .option('--init <file>', 'the init description')
    .option('-I, --include <directory...>', 'where policy packages are looked for')
    .addHelpText('after', `\nExample:\n  $ ${example}\n\n${limits}`);

/** Adds every command; each tells its exit status by `end`. */
const addCommands = (program: Command, end: (exit: Exit) => void): void => {
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

  solutionCommand(program, 'decide', 'refmon decide example:railway-crossing < events.jsonl')
    .argument('<solution>')
    .description('events as JSON Lines in, verdicts as JSON Lines out')
    .action(async (solution: string, options: SolutionOptions) => {
      end(await withSolution(choiceOf(solution, options), makeOutput(options), decide));
    });

  const request = "'request src=Gateway dst=Barrier endpoint=mech.motor.drive method=Command { action : 1 }'";
  solutionCommand(program, 'explain', `refmon explain example:railway-crossing ${request}`)
    .argument('<solution>')
    .argument('<request>', 'an event as in a test of a policy')
    .description('the verdict of one event, with every rule that was asked')
    .action(async (solution: string, text: string, options: SolutionOptions) => {
      const output = makeOutput(options);
      const choice = choiceOf(solution, options);
      end(await withSolution(choice, output, (given) => explain(given, text, output)));
    });

  interface RunOptions extends SolutionOptions {
    readonly seed: number;
    readonly steps: number;
    readonly trace?: string;
  }
  solutionCommand(program, 'run', 'refmon run example:railway-crossing --seed 3 --steps 40')
    .argument('<solution>')
    .option('--seed <n>', 'of the scheduler', wholeNumber, 1)
    .option('--steps <n>', 'how many actions at most', wholeNumber, 50)
    .option('--trace <file>', 'write the trace as JSON Lines')
    .description('boot and simulate')
    .action(async (solution: string, options: RunOptions) => {
      const output = makeOutput(options);
      end(
        await withSolution(choiceOf(solution, options), output, (given) =>
          run(given, options, output),
        ),
      );
    });

  interface ExploreOptions extends SolutionOptions {
    readonly untrusted?: readonly string[];
    readonly maxStates: number;
    readonly services?: string;
    readonly requireComplete?: boolean;
  }
  solutionCommand(program, 'explore', 'refmon explore example:railway-crossing --untrusted Gateway,Panel')
    .argument('<solution>')
    .option('--untrusted <names>', 'processes that may do anything, comma-separated', names)
    .option('--max-states <n>', 'where the search ends', wholeNumber, 200_000)
    .option('--services <all>', 'with "all": most general processes call kernel services too')
    .option('--require-complete', 'exit 1 unless everything that can happen was searched')
    .description('all reachable states within bounds; shortest violation')
    .action(async (solution: string, options: ExploreOptions) => {
      const output = makeOutput(options);
      const choice = {
        untrusted: options.untrusted ?? [],
        states: options.maxStates,
        services: options.services === 'all',
        requireComplete: options.requireComplete === true,
      };
      end(
        await withSolution(choiceOf(solution, options), output, (given) =>
          explore(given, choice, output),
        ),
      );
    });

  interface TwinOptions extends OutputOptions {
    readonly tier: string;
  }
  withOutput(program.command('twins'))
    .argument('[names...]', 'in any case; all if none is named')
    .option('--tier <small|full>', 'how large a system', 'small')
    .description('equality of state graphs with TLC (needs Java)')
    .addHelpText('after', '\nExample:\n  $ refmon twins Ipc --tier full')
    .action(async (chosen: readonly string[], options: TwinOptions) => {
      const { tier } = options;
      const output = makeOutput(options);
      if (isTier(tier)) end(await twins(chosen, tier, output));
      else {
        output.note('--tier is small or full');
        end(exits.usage);
      }
    });

  interface VerifyOptions extends SolutionOptions {
    readonly out: string;
  }
  for (const name of ['verify', 'report'] as const) {
    const about =
      name === 'verify'
        ? 'check, test, explore, properties and twins: one verdict, and the evidence'
        : 'write the evidence: result files, report.html, report.json';
    solutionCommand(program, name, `refmon ${name} example:railway-crossing --out build/report`)
      .argument('<solution>')
      .option('--out <directory>', 'where results and report go', 'build/report')
      .description(about)
      .action(async (solution: string, options: VerifyOptions) => {
        const choice = { ...choiceOf(solution, options), out: options.out };
        end(await verify(choice, makeOutput(options)));
      });
  }
};

const parse = async (program: Command, argv: readonly string[]): Promise<Exit | undefined> => {
  try {
    await program.parseAsync([...argv]);
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.fine : exits.usage;
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`refmon: a defect of refmon itself, please report it\n${said}\n`);
    return exits.defect;
  }
};

const main = async (): Promise<void> => {
  let exit: Exit = exits.fine;
  const program = new Command('refmon')
    .description('reference model of a separation microkernel and its security engine')
    .version(version)
    .exitOverride()
    .addHelpText('after', '\nExit: 0 fine, 1 input or promise at fault, 2 usage, 3 defect, 4 tool missing.');
  addCommands(program, (code) => {
    exit = code;
  });
  const failed = await parse(program, process.argv);
  process.exitCode = failed ?? exit;
};

process.stdout.on('error', () => {
  process.exit(exits.fine);
});
await main();
