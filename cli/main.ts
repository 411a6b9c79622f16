#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { tierNames } from '../tla/ipc/tiers.ts';
import type { Tier } from '../tla/ipc/tiers.ts';
import { check } from './commands/check.ts';
import { decide } from './commands/decide.ts';
import { explain } from './commands/explain.ts';
import { explore } from './commands/explore.ts';
import { run } from './commands/run.ts';
import { test } from './commands/test.ts';
import { twins } from './commands/twins.ts';
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
  readonly define?: ReadonlyMap<string, string>;
  readonly strict?: boolean;
}

const choiceOf = (
  solution: string,
  { policy, init, include = [], define = new Map(), strict = false }: SolutionOptions,
): SolutionChoice => ({
  solution,
  ...(policy === undefined ? {} : { policy }),
  ...(init === undefined ? {} : { init }),
  include,
  definitions: define,
  strict,
});

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new InvalidArgumentError('a whole number is asked for.');
  return number;
};

const listed = (directory: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  directory,
];

const defined = (
  text: string,
  before: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> => {
  const [, name, value = ''] = /^([A-Za-z_][A-Za-z0-9_.+-]*)(?:=([\s\S]*))?$/.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('NAME=VALUE is asked for.');
  return new Map([...(before ?? []), [name, value]]);
};

const names = (text: string): readonly string[] => text.split(',').filter((name) => name !== '');

const limits =
  `Limits: ${String(readLimits.files)} files, ${String(readLimits.bytes >> 20)} MiB in all, ` +
  `${String(readLimits.depth)} directories deep; 200 levels of nesting and 1 MiB a line in a file.`;

const withOutput = (command: Command): Command =>
  command
    .option('--json', 'one JSON document on standard output')
    .option('--quiet', 'results only: no warnings, no progress')
    .option('--no-color', 'no colours (also NO_COLOR)');

const solutionCommand = (program: Command, name: string, example: string): Command =>
  withOutput(program.command(name))
    .option('--policy <file>', 'the root policy, where several could be')
    .option('--init <file>', 'the init description')
    .option('-I, --include <directory>', 'where dotted names are looked for first: an SDK', listed)
    .option(
      '-D, --define <name=value>',
      'what templates put for @NAME@ and test in {% if %}',
      defined,
    )
    .option('--strict', 'lenient readings are errors: unknown classes, missing files')
    .addHelpText('after', `\nExample:\n  $ ${example}\n\n${limits}`);

type End = (exit: Exit) => void;

const addChecks = (program: Command, end: End): void => {
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

const addVerdicts = (program: Command, end: End): void => {
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
    .description('the verdict of one event, with every rule that was asked')
    .action(async (solution: string, text: string, options: SolutionOptions) => {
      const output = makeOutput(options);
      const choice = choiceOf(solution, options);
      end(await withSolution(choice, output, (given) => explain(given, text, output)));
    });
};

interface RunOptions extends SolutionOptions {
  readonly seed: number;
  readonly steps: number;
  readonly trace?: string;
}

const addRun = (program: Command, end: End): void => {
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

interface ExploreOptions extends SolutionOptions {
  readonly untrusted?: readonly string[];
  readonly maxStates: number;
  readonly services?: string;
  readonly requireComplete?: boolean;
}

const addExplore = (program: Command, end: End): void => {
  const example = 'refmon explore example:railway-crossing --untrusted Gateway';
  solutionCommand(program, 'explore', example)
    .argument('<solution>')
    .option('--untrusted <names>', 'processes that may do anything, comma-separated', names)
    .option('--max-states <n>', 'where the search ends', wholeNumber, 200_000)
    .addOption(
      new Option('--services <which>', 'most general processes call kernel services too').choices([
        'all',
      ]),
    )
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
      const chosen = choiceOf(solution, options);
      end(await withSolution(chosen, output, (given) => explore(given, choice, output)));
    });
};

interface TwinOptions extends OutputOptions {
  readonly tier: Tier;
}

const addTwins = (program: Command, end: End): void => {
  withOutput(program.command('twins'))
    .argument('[names...]', 'in any case; all if none is named')
    .addOption(
      new Option('--tier <tier>', 'how large a system').choices(tierNames).default('small'),
    )
    .description('equality of state graphs with TLC (needs Java)')
    .addHelpText('after', '\nExample:\n  $ refmon twins Ipc --tier full')
    .action(async (chosen: readonly string[], options: TwinOptions) => {
      end(await twins(chosen, options.tier, makeOutput(options)));
    });
};

interface VerifyOptions extends SolutionOptions {
  readonly out: string;
}

const addVerify = (program: Command, end: End): void => {
  solutionCommand(program, 'verify', 'refmon verify example:railway-crossing')
    .argument('<solution>')
    .option('--out <directory>', 'where results and report go', 'build/report')
    .description('check, test, explore, properties and twins: one verdict, and the evidence')
    .action(async (solution: string, options: VerifyOptions) => {
      const choice = choiceOf(solution, options);
      const { out } = options;
      const output = makeOutput(options);
      end(await verify({ ...choice, out, results: 'run', demand: undefined }, output));
    });
};

interface ReportOptions extends VerifyOptions {
  readonly reuse?: boolean;
  readonly demand?: 'solution' | 'project';
}

const addReport = (program: Command, end: End): void => {
  solutionCommand(program, 'report', 'refmon report example:railway-crossing --out build/report')
    .argument('<solution>')
    .requiredOption('--out <directory>', 'where results and report go')
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
        out,
        results: reuse === true ? 'reused' : 'run',
        demand: profile === undefined ? undefined : ({ profile, skipped } as const),
      } as const;
      end(await verify(choice, makeOutput(options)));
    });
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
    .addHelpText(
      'after',
      '\nExit: 0 fine, 1 input or promise at fault, 2 usage, 3 defect, 4 tool missing.',
    );
  for (const add of [addChecks, addVerdicts, addRun, addExplore, addTwins, addVerify, addReport]) {
    add(program, (code) => {
      exit = code;
    });
  }
  const failed = await parse(program, process.argv);
  process.exitCode = failed ?? exit;
};

process.stdout.on('error', () => {
  process.exit(exits.fine);
});
await main();
