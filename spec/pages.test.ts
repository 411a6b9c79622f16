import { describe, it, expect } from 'vitest';
import { assumptionsPage, choicesPage, requirementsPage, risksPage } from './pages.ts';

// After a change of the data, `npx vitest run -u spec` writes the pages again.
describe('the pages of the specification', () => {
  it('has the page of requirements as the data says it [EVD-1]', async () => {
    await expect(requirementsPage()).toMatchFileSnapshot('requirements.md');
  });

  it('has the page of assumptions as the data says it [EVD-1]', async () => {
    await expect(assumptionsPage()).toMatchFileSnapshot('assumptions.md');
  });

  it('has the page of choices as the data says it [EVD-1]', async () => {
    await expect(choicesPage()).toMatchFileSnapshot('choices.md');
  });

  it('has the page of residual risks as the data says it [BOARD-4]', async () => {
    await expect(risksPage()).toMatchFileSnapshot('risks.md');
  });
});
