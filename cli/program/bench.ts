import type { Command } from 'commander';
import { bench } from '../commands/bench.ts';
import type { BenchChoice } from '../commands/bench.ts';
import type { End } from './end.ts';

export const addBench = (program: Command, end: End): void => {
  program
    .command('bench')
    .argument('[name]', 'one of te, rbac, scale, stateful, compile, decide, load; all, if absent')
    .description('decisions a second, side by side with peers; all answers are checked equal first')
    .option('--json', 'one JSON document on standard output')
    .option('--quick', 'measure a moment: figures are rough')
    .addHelpText(
      'after',
      '\nExample:\n  $ refmon bench te --quick\n\nPeers that are not installed are skipped, and said to be: "npm ci" in bench/ installs them.',
    )
    .action(async (name: string | undefined, choice: BenchChoice) => {
      end(await bench(name, choice));
    });
};
