import { Option } from 'commander';
import type { Command } from 'commander';
import { tierNames } from '../../tla/definition.ts';
import type { Tier } from '../../tla/definition.ts';
import { twins } from '../commands/twins.ts';
import { makeOutput } from '../output.ts';
import type { OutputOptions } from '../output.ts';
import type { End } from './end.ts';
import { withOutput } from './solution-command.ts';

interface TwinOptions extends OutputOptions {
  readonly tier: Tier;
}

export const addTwins = (program: Command, end: End): void => {
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
