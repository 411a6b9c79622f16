import { describe, expect, it } from 'vitest';
import { iommus } from './catalogue.ts';
import type { TableIommuName } from './catalogue.ts';
import type { KnownDmaAnswer } from './known-answer.ts';
import { answeredDma } from './test-known-answers.ts';
import { smmuKnownAnswers } from './smmuv3/known-answers.ts';
import { vtdKnownAnswers } from './vtd/known-answers.ts';

const known: Readonly<Record<TableIommuName, readonly KnownDmaAnswer[]>> = {
  vtd: vtdKnownAnswers,
  smmuv3: smmuKnownAnswers,
};

const rows = Object.entries(iommus).flatMap(([, format]) =>
  Object.entries(known).flatMap(([name, answers]) =>
    name === format.name
      ? answers.map((answer) => [name, answer.shows, format, answer] as const)
      : [],
  ),
);

describe('known answers of IOMMUs', () => {
  it.each(rows)('of %s: %s [DMA-2]', (_name, _shows, format, answer) => {
    expect(answeredDma(format, answer)).toEqual(answer.answer);
  });

  it.each(Object.entries(known))('of %s are at least 30, and cite a manual [DMA-2]', (_, all) => {
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(new Set(all.map(({ shows }) => shows)).size).toBe(all.length);
    expect(all.filter(({ cites }) => !/^(D51397|IHI 0070) /.test(cites))).toEqual([]);
  });
});
