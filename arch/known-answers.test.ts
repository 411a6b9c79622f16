import { describe, expect, it } from 'vitest';
import type { FormatName, TlbName } from './names.ts';
import type { KnownAnswer, KnownTlbAnswer } from './known-answer.ts';
import { answered, answeredByTlb } from './test-known-answers.ts';
import { armv5KnownAnswers } from './armv5/known-answers.ts';
import { armv7KnownAnswers } from './armv7/known-answers.ts';
import { armv8KnownAnswers } from './armv8/known-answers.ts';
import { formats, tlbFormats } from './catalogue.ts';
import { lpaeKnownAnswers } from './armv7-lpae/known-answers.ts';
import { mips32KnownAnswers } from './mips32/known-answers.ts';
import { secondStageKnownAnswers } from './armv8-s2/known-answers.ts';
import { eptKnownAnswers } from './ept/known-answers.ts';
import { x86KnownAnswers } from './x86/known-answers.ts';
import { x86PaeKnownAnswers } from './x86-pae/known-answers.ts';
import { x86_64KnownAnswers } from './x86_64/known-answers.ts';

const known: Readonly<Record<FormatName, readonly KnownAnswer[]>> = {
  x86: x86KnownAnswers,
  'x86-pae': x86PaeKnownAnswers,
  x86_64: x86_64KnownAnswers,
  ept: eptKnownAnswers,
  armv5: armv5KnownAnswers,
  armv7: armv7KnownAnswers,
  'armv7-lpae': lpaeKnownAnswers,
  armv8: armv8KnownAnswers,
  'armv8-s2': secondStageKnownAnswers,
};

const knownByTlb: Readonly<Record<TlbName, readonly KnownTlbAnswer[]>> = {
  mips32: mips32KnownAnswers,
};

const everyRow = Object.entries({ ...known, ...knownByTlb });

const all = Object.values(formats).flatMap((format) =>
  known[format.name].map((answer) => [format.name, answer.shows, format, answer] as const),
);

const allByTlb = Object.values(tlbFormats).flatMap((format) =>
  knownByTlb[format.name].map((answer) => [format.name, answer.shows, format, answer] as const),
);

describe('known answers', () => {
  it.each(all)('of %s: %s [ARCH-3]', (_name, _shows, format, known) => {
    expect(answered(format, known)).toEqual(known.answer);
  });

  it.each(allByTlb)('of %s: %s [ARCH-3]', (_name, _shows, format, known) => {
    expect(answeredByTlb(format, known)).toEqual(known.answer);
  });

  it.each(everyRow)('of %s are at least 30, and cite a manual [ARCH-3]', (_, rows) => {
    expect(rows.length).toBeGreaterThanOrEqual(30);
    expect(new Set(rows.map(({ shows }) => shows)).size).toBe(rows.length);
    expect(rows.filter(({ cites }) => !/^(SDM|APM|DDI|MD00090) \d/.test(cites))).toEqual([]);
  });
});
