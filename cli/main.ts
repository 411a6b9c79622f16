#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { exits } from './failure.ts';
import type { Exit } from './failure.ts';
import { addBench } from './program/bench.ts';
import { addChecks } from './program/checks.ts';
import { addReport, addVerify } from './program/evidence.ts';
import { addDiff } from './program/diff.ts';
import { addExplore } from './program/explore.ts';
import { addReplay } from './program/replay.ts';
import { addRun } from './program/run.ts';
import { addTwins } from './program/twins.ts';
import { addVerdicts } from './program/verdicts.ts';
import { unreadable } from '../library/node/unreadable.ts';
import { makeOutput } from './output.ts';
import { addWalk } from './program/walk.ts';
import { version } from './version.ts';

/** What the machine refuses, as a full disk does, is no defect. */
const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

const parse = async (program: Command, argv: readonly string[]): Promise<Exit | undefined> => {
  try {
    await program.parseAsync([...argv]);
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.fine : exits.usage;
    if (isOfSystem(error)) {
      const { path = 'output', code } = error;
      const { diagnostics } = unreadable(
        path,
        `it cannot be read or written: ${code ?? 'unknown'}`,
      );
      makeOutput({}).tell(diagnostics, new Map());
      return exits.fault;
    }
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
  for (const add of [
    addChecks,
    addVerdicts,
    addDiff,
    addRun,
    addReplay,
    addExplore,
    addWalk,
    addTwins,
    addVerify,
    addReport,
    addBench,
  ]) {
    add(program, (code) => {
      exit = code;
    });
  }
  const failed = await parse(program, process.argv);
  process.exitCode = failed ?? exit;
};

/** As a shell tells of a program that SIGPIPE has ended: whoever reads has gone, and nothing was found out. */
const brokenPipe = 141;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(brokenPipe);
  process.stderr.write(`refmon: standard output cannot be written: ${error.code ?? 'unknown'}\n`);
  process.exit(exits.fault);
});
// What cannot be told beside the result changes nothing of it.
process.stderr.on('error', () => undefined);
await main();
