import { describe, expect, it } from 'vitest';
import { tierNames } from './definition.ts';
import { generatedFiles, readReached, shippedFiles } from './generate.ts';
import { twinDefinitions } from './twins.ts';

const tiers = twinDefinitions.flatMap((twin) =>
  tierNames.map((tier) => [twin.tiers[tier].module, twin, twin.tiers[tier]] as const),
);

// After a change, `npx vitest run tla/generate -u` writes the modules again, and `npm run embed` embeds them.
describe('generatedFiles', () => {
  it.each(tiers)('has made %s as it is committed [TLA-1]', async (_, twin, tier) => {
    for (const [name, text] of generatedFiles(twin, tier)) {
      await expect(text).toMatchFileSnapshot(`${twin.folder}/${name}`);
    }
  });

  it.each(tiers)('has made %s as it is embedded [TLA-1]', (_, twin, tier) => {
    const embedded = shippedFiles(twin);

    for (const [name, text] of generatedFiles(twin, tier)) expect(embedded.get(name)).toBe(text);
  });
});

describe('readReached', () => {
  it('reads what a run has told, among the lines of the parser [TLA-2]', () => {
    const printed = 'Parsing file M.tla\n"violated: ReachMoved"\n"violated: ReachNesting"\n';

    expect([...readReached(printed)]).toEqual(['ReachMoved', 'ReachNesting']);
  });
});

describe.each(twinDefinitions)('$name.tla', (twin) => {
  // Its parts too, which it extends; the generated modules are for machines.
  const own = [...shippedFiles(twin)].filter(([name]) => /^(?!MC).*\.tla$/.test(name));
  const text = own.map(([, one]) => one).join('\n');

  it.each(own)('has %s, short enough to be read in one sitting [TLA-1]', (_, one) => {
    expect(one.split('\n').length).toBeLessThanOrEqual(200);
  });

  it('defines all that is checked of it [TLA-1]', () => {
    const checked = [...twin.invariants, ...twin.reaches];

    expect(checked.filter((name) => new RegExp(`^${name}\\s*==`, 'm').test(text))).toEqual(checked);
  });

  it('defines no predicate on reaching that is not checked [TLA-2]', () => {
    const defined = [...text.matchAll(/^(Reach\w+)\s*==/gm)].map(([, name]) => name);

    expect(defined).toEqual(twin.reaches);
  });

  it('names each of its operators in every tier [TLA-1]', () => {
    const [small, full] = tierNames.map((tier) => [
      ...new Set(twin.tiers[tier].operators.map(([name]) => name)),
    ]);

    expect(small).toEqual(full);
    for (const name of small ?? []) expect(text).toMatch(new RegExp(`^${name}\\(`, 'm'));
  });
});
