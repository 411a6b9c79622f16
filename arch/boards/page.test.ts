import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boards } from './catalogue.ts';
import { boardNames } from './names.ts';
import { boardPage, boardsPage } from './page.ts';

const root = new URL('../../', import.meta.url);

// After a change of the data, `npx vitest run arch/boards/page -u` writes the pages again.
describe('the pages of boards', () => {
  it.each(boardNames)('say what the data says: %s [BOARD-2]', async (name) => {
    await expect(boardPage(boards[name])).toMatchFileSnapshot(`../../spec/boards/${name}.md`);
  });

  it('have an overview [BOARD-2]', async () => {
    const all = boardNames.map((name) => boards[name]);

    await expect(boardsPage(all)).toMatchFileSnapshot('../../spec/boards/README.md');
  });

  it('name files of data that exist [BOARD-2]', () => {
    const missing = boardNames.filter(
      (name) => !existsSync(new URL(`arch/boards/data/${name}.ts`, root)),
    );

    expect(missing).toEqual([]);
  });

  it.each(boardNames)('have a source for each part: %s [BOARD-2]', (name) => {
    const { source, map, interrupts, devices } = boards[name];
    const sources = [source, interrupts.source, ...[...map, ...devices].map((one) => one.source)];

    expect(sources.filter((one) => one === '')).toEqual([]);
  });
});
