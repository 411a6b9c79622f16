import type { Format } from './format.ts';
import type { KnownAnswer, KnownTlbAnswer, Words } from './known-answer.ts';
import { emptyMemory, reading, writeWord } from './memory.ts';
import type { PhysicalMemory } from './memory.ts';
import type { TlbFormat } from './software-tlb.ts';
import type { Update, Walk } from './walk.ts';
import { Defect } from '../model/defect.ts';
import { findWord, formatWord, numberOf, wordOfNumber } from './word.ts';
import type { Word } from './word.ts';

/**
 * The word of a hexadecimal text of the tests.
 *
 * Throws: `Defect`, if it is none.
 */
export const hex = (text: string): Word => {
  const word = findWord(text);
  if (word === undefined) throw new Defect(`no word: ${text}`);
  return word;
};

/** Memory of 2^40 bytes with some words in it. */
export const memoryOf = (words: Words, bytes: 4 | 8): PhysicalMemory =>
  Object.entries(words).reduce(
    (memory, [at, word]) => writeWord(memory, numberOf(hex(at)), bytes, hex(word)),
    emptyMemory(2 ** 40),
  );

const textOf = (number: number): string => formatWord(wordOfNumber(number));

const wordsOf = (updates: readonly Update[]): Words =>
  Object.fromEntries(updates.map(({ address, word }) => [textOf(address), formatWord(word)]));

/** A walk in the form of a known answer. */
const answerOf = (walk: Walk): KnownAnswer['answer'] =>
  walk.kind === 'translated'
    ? { pa: textOf(walk.address), updates: wordsOf(walk.updates) }
    : {
        fault: walk.fault,
        raises: walk.raises,
        code: textOf(walk.code),
        ...(walk.level === undefined ? {} : { level: walk.level }),
      };

/** What a format answers where the answer is known. */
export const answered = (
  format: Format,
  { base, control = {}, memory, access: [privilege, kind, address] }: KnownAnswer,
): KnownAnswer['answer'] => {
  const read = reading(memoryOf(memory, format.bytes), format.bytes);
  const access = { address: hex(address), kind, privilege };
  return answerOf(format.under(control).walk(read, hex(base), access));
};

/** What an architecture answers whose TLB software fills, where the answer is known. */
export const answeredByTlb = (
  format: TlbFormat,
  { asid, tlb, access: [privilege, kind, address] }: KnownTlbAnswer,
): KnownTlbAnswer['answer'] => {
  const entries = tlb.map(([hi, lo0, lo1, mask]) => ({
    entryHi: hex(hi),
    entryLo0: hex(lo0),
    entryLo1: hex(lo1),
    pageMask: hex(mask),
  }));
  return answerOf(format.walk({ asid, entries }, { address: hex(address), kind, privilege }));
};
