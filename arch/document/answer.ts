import type { Access } from '../access.ts';
import type { Format } from '../format.ts';
import type { TlbFormat } from '../software-tlb.ts';
import { reading } from '../memory.ts';
import type { Walk } from '../walk.ts';
import { formatWord, wordOfNumber } from '../word.ts';
import type { TlbTest } from './tlb-test.ts';
import type { WalkTest } from './walk-test.ts';

const textOf = (number: number): string => formatWord(wordOfNumber(number));

const answerOf = (walk: Walk, { address }: Access): object => {
  if (walk.kind === 'faulted') {
    const { fault, raises, level, code } = walk;
    const told = level === undefined ? {} : { level };
    return { ok: false, fault, raises, ...told, code: textOf(code), addr: formatWord(address) };
  }
  const updates = walk.updates.map(({ address: at, word }) => ({
    addr: textOf(at),
    value: formatWord(word),
  }));
  const pa = textOf(walk.address);
  return updates.length === 0 ? { ok: true, pa } : { ok: true, pa, updates };
};

/**
 * The document that answers the tests: each access is made on the words as they were given, with
 * nothing cached.
 */
export const answerWalks = (format: Format, tests: readonly WalkTest[]): object => ({
  arch: format.name,
  answers: tests.map(({ name, base, settings, memory, accesses }) => {
    const { walk } = format.under(settings);
    const read = reading(memory, format.bytes);
    return { name, accesses: accesses.map((one) => answerOf(walk(read, base, one), one)) };
  }),
});

/** The same of an architecture whose TLB software fills: each access is made by the entries as given. */
export const answerTlbWalks = (format: TlbFormat, tests: readonly TlbTest[]): object => ({
  arch: format.name,
  answers: tests.map(({ name, tlb, accesses }) => ({
    name,
    accesses: accesses.map((one) => answerOf(format.walk(tlb, one), one)),
  })),
});
