import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeWord } from '../memory.ts';
import { wordOf } from '../word.ts';
import { translators } from './catalogue.ts';
import { machineOf } from './make-machine.ts';
import { findLeak, stateAfter } from './test-isolation.ts';
import { anyRun, sizeOf } from './test-law-runs.ts';
import type { Translator } from './translator.ts';

const seeded = { seed: 1, numRuns: 40 };
const tables = 4;

const isolation = (translator: Translator) =>
  fc.property(anyRun, ({ shootdown, commands }) => {
    const machine = machineOf(translator, sizeOf(tables, shootdown));

    expect(findLeak(translator, machine, stateAfter(machine, commands))).toBeUndefined();
  });

const subjects = Object.entries(translators);

/** Takes frames of programs for tables. */
const inFrames = (translator: Translator): Translator => ({
  ...translator,
  open: (root, frames) =>
    translator.open(
      root,
      frames.map((frame) => frame + frames.length * translator.pageBytes),
    ),
});

/** Leaves something in a table that it takes away. */
const untidy = (translator: Translator): Translator => ({
  ...translator,
  unmap: (memory, space, number, address) => {
    const done = translator.unmap(memory, space, number, address);
    if (typeof done === 'string' || done.space.kind !== 'tables') return done;
    return done.space.retired.reduce(
      (now, frame) => ({ ...now, memory: writeWord(now.memory, frame, 4, wordOf(0, 1)) }),
      done,
    );
  },
});

describe('the walks of a space', () => {
  it.each(subjects)('read and write its own tables alone: %s [MEM-2]', (_, translator) => {
    fc.assert(isolation(translator), seeded);
  });

  it.each(subjects)('are found to read what is not theirs: %s [GATE-1]', (_, translator) => {
    const { failed } = fc.check(isolation(inFrames(translator)), { ...seeded, endOnFailure: true });

    expect(failed).toBe(true);
  });

  it.each(subjects)('are found to leave something in tables: %s [GATE-1]', (_, translator) => {
    const { failed } = fc.check(isolation(untidy(translator)), { ...seeded, endOnFailure: true });

    expect(failed).toBe(true);
  });
});
