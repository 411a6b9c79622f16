import { page, table } from '../spec/markdown.ts';
import { budgetParts } from './budget.ts';
import { budgetCodes } from './budget-codes.ts';
import { running } from './kernel.ts';
import { objectSizes } from './object-sizes.ts';

const rowsOf = (of: Readonly<Record<string, string>>): readonly (readonly string[])[] =>
  Object.entries(of).map(([name, says]) => [name, says]);

/** spec/budget.md. */
export const budgetPage = (): string =>
  page(
    '# Memory budget',
    'The source is `kernel/budget.ts` and `kernel/object-sizes.ts`; a test keeps this page equal to them.',
    `What a solution is promised is laid out before it runs: each process of the init description has a share, and so has each
process that it may create. \`refmon check SOLUTION --board NAME\` adds all of it up, each limit in full, and compares it with the
memory of the board (MEM-1). A program that stays within its share cannot be short of memory, whatever others do (MEM-6).`,
    '```\nrefmon check example:railway-crossing --board am335x\n```',
    '## What is counted',
    table(['part', 'holds'], rowsOf(budgetParts)),
    `Frames, tables and alignment are as the machine lays them out (\`arch/machine/ranges.ts\`, \`arch/machine/device-room.ts\`), and what runs is what was counted. The
kernel's own objects are no bytes in a model: their sizes are those that a kernel in C or C++ would have, each with its reason.`,
    '## Sizes of objects',
    table(
      ['object', 'bytes', 'why'],
      Object.entries(objectSizes).map(([name, { bytes, why }]) => [name, String(bytes), why]),
    ),
    '## Limits',
    `Those of \`refmon run\` (\`running\` in \`kernel/kernel.ts\`). A solution of many processes has fewer resources a process, as SIDs
end at 65535.`,
    table(
      ['limit', 'of each process'],
      Object.entries(running).map(([name, value]) => [name, String(value)]),
    ),
    '## What it says',
    table(['code', 'says'], rowsOf(budgetCodes)),
    'BGT-001 is an error, and `check` exits with 1; the others are warnings. MB are of 2^20 bytes.',
    '```\ninit.yaml:1:1: error BGT-001: the budget is 141.0 MB, and imx27 has 128.0 MB\n```',
  );
