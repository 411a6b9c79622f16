import type { Command } from 'commander';
import { architectures, findArchitecture } from '../../arch/document/architectures.ts';
import { archNames } from '../../arch/names.ts';
import { deepestJsonLine } from '../../simulator/json-fault.ts';
import { walk } from '../commands/walk.ts';
import { exits } from '../failure.ts';
import { makeOutput } from '../output.ts';
import type { OutputOptions } from '../output.ts';
import { readStandardInput } from '../read-standard-input.ts';
import { refuse } from '../with-solution.ts';
import type { End } from './end.ts';
import { withOutput } from './solution-command.ts';

const mostBytes = 64 * 1024 * 1024;

const there = architectures.map(({ name }) => name).join(', ');

/** Why a name chooses no format. */
const missing = (arch: string): string => {
  const isReserved = Object.hasOwn(archNames, arch);
  return `${isReserved ? `"${arch}" is not there yet` : `no architecture is named "${arch}"`}: there is ${there}`;
};

/** A small number as it is, another in hexadecimal digits. */
const textOf = (number: number): string =>
  number < 10 ? String(number) : `0x${number.toString(16)}`;

const widest = Math.max(...architectures.map(({ name }) => name.length));

const controls = architectures.map(({ name, controlBits }) => {
  const bits = controlBits.map(({ name: bit, usual }) => `${bit} (${textOf(usual)})`);
  return `  ${name.padEnd(widest)} ${bits.length === 0 ? 'none' : bits.join(', ')}`;
});

const test =
  '{"name":"t","base":"0x1000","memory":[{"addr":"0x1000","value":"0x1007"}],"accesses":[{"va":"0x10","kind":"load","privilege":"user"}]}';

const more = [
  '',
  'Example:',
  `  $ echo '{"arch":"x86_64","tests":[${test}]}' | refmon walk x86_64`,
  '',
  'Control bits, and what they are where "control" does not say:',
  ...controls,
  '',
  'mips32 takes "asid" and "tlb" in place of "base", "control" and "memory".',
  'Numbers are JSON numbers or "0x…" texts. Each access starts from the words as given and an empty TLB.',
  'The document is written on one line; with --json it is indented.',
  `Limits: ${String(mostBytes >> 20)} MiB, ${String(deepestJsonLine)} levels of nesting.`,
  'Exit: 0 whatever the accesses come to; 1 if the document cannot be read; 2 if the architecture is not there.',
].join('\n');

export const addWalk = (program: Command, end: End): void => {
  withOutput(program.command('walk'))
    .argument('<arch>', `one of ${there}`)
    .description('page tables and accesses in, translations or faults out, as one JSON document')
    .addHelpText('after', more)
    .action(async (arch: string, options: OutputOptions) => {
      const output = makeOutput(options);
      const architecture = findArchitecture(arch);
      if (architecture === undefined) {
        output.note(missing(arch));
        end(exits.usage);
        return;
      }
      const read = await readStandardInput(process.stdin, mostBytes);
      end(
        read.kind === 'text'
          ? walk(architecture, read.text, output)
          : refuse(output, read.diagnostics, new Map()),
      );
    });
};
