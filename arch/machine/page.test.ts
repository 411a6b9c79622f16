import { describe, expect, it } from 'vitest';
import { machinePage } from './page.ts';

// After a change of the data, `npx vitest run arch/machine/page -u` writes the page again.
describe('the page of machines', () => {
  it('says what the settings say [ARCH-3]', async () => {
    await expect(machinePage()).toMatchFileSnapshot('../../spec/arch/machine.md');
  });
});
