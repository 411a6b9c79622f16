import { noEnd, operations, stride, windowWords } from './temporal-formula.ts';
import type { Formula, Formulas } from './temporal-formula.ts';

/**
 * What an SID's history comes to: the words that `Formulas` describes.
 *
 * Why memory is constant. Let i be the last step and c the present tick. What a formula is worth, now
 * and ever after, depends on the past only through the words kept, whose number its text fixes:
 *
 * - An atom, and a Boolean of parts: nothing but the atoms of step i.
 * - `previously[a,b] f`: how many ticks ago step i was, if f held at it (for the step to come), and how
 *   many ago step i − 1 was, if f held there (for now).
 * - `f since[a,b] g`: call j a witness if g held at it and f at every step after it. A step at which f
 *   does not hold leaves no witness but, if g holds, itself: that is all that a step does to the set. So
 *   all witnesses up to now have one fate, and a question about the set is one about their ages:
 *   - without b: is one of age a or more? The oldest answers; ages above a are as good as a.
 *   - a = 0: is one of age b or less? The youngest answers; one older than b never answers again.
 *   - else: is one of an age from a to b? A bit for each age up to b, whether there is a witness of it;
 *     of one age any number are as good as one, and one older than b never answers again.
 *
 * An age is kept as age + 1, and 0 stands for none. It is at most b + 1, or a + 1 where there is no b: no
 * word outgrows 32 bits, however many ticks pass, as bounds are less than 2³¹.
 *
 * Shape:  never changed in place, but by the function that made it.
 */
export type Memory = readonly number[];

export const emptyMemory = ({ words }: Pick<Formulas, 'words'>): Memory =>
  Array.from({ length: words }, () => 0);

const word = (words: readonly number[], index: number): number => words[index] ?? 0;

const bitOf = (words: Memory, bit: number): number => (word(words, bit >>> 5) >>> (bit & 31)) & 1;

/** Is there a witness of an age from `from` on? Bits beyond `to` are never set. */
const hasOlder = (words: Memory, register: number, from: number, to: number): number => {
  const first = from >>> 5;
  if (word(words, register + first) >>> (from & 31) !== 0) return 1;
  for (let index = first + 1; index < windowWords(to); index += 1) {
    if (word(words, register + index) !== 0) return 1;
  }
  return 0;
};

/** The value now of the instruction at an offset of the code, those of its parts given. Hot. */
const valueAt = (
  code: readonly number[],
  at: number,
  words: Memory,
  values: Uint8Array,
): number => {
  const left = word(code, at + 1);
  const register = word(code, at + 3);
  const from = word(code, at + 4);
  switch (code[at]) {
    case operations.constant:
      return left;
    case operations.atom:
      return bitOf(words, left);
    case operations.not:
      return 1 - (values[left] ?? 0);
    case operations.and:
      return (values[left] ?? 0) & (values[word(code, at + 2)] ?? 0);
    case operations.or:
      return (values[left] ?? 0) | (values[word(code, at + 2)] ?? 0);
    case operations.previously:
      return word(words, register + 1) > from ? 1 : 0;
    case operations.sinceWindow:
      return hasOlder(words, register, from, word(code, at + 5));
    default:
      return word(words, register) > from ? 1 : 0;
  }
};

/** Does a formula hold now? */
export const holdsNow = ({ code }: Formula, memory: Memory): boolean => {
  const count = code.length / stride;
  const values = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    values[index] = valueAt(code, index * stride, memory, values);
  }
  return values[count - 1] === 1;
};

/** Takes a step into the registers of the instruction at an offset: what its parts are worth at it. */
const stepAt = (code: readonly number[], at: number, words: number[], values: Uint8Array): void => {
  const left = values[word(code, at + 1)] === 1;
  const right = values[word(code, at + 2)] === 1;
  const register = word(code, at + 3);
  const now = word(words, register);
  switch (code[at]) {
    case operations.previously:
      words[register + 1] = now;
      words[register] = left ? 1 : 0;
      return;
    case operations.sinceOpen:
      if (right && !(left && now !== 0)) words[register] = 1;
      else if (!left) words[register] = 0;
      return;
    case operations.sinceRecent:
      if (right) words[register] = 1;
      else if (!left) words[register] = 0;
      return;
    case operations.sinceWindow:
      if (!left) words.fill(0, register, register + windowWords(word(code, at + 5)));
      if (right) words[register] = (word(words, register) | 1) >>> 0;
      return;
    default:
  }
};

/** The memory after one step more, at the present tick; `atoms` are the words of those that hold. */
export const afterStep = (
  { formulas, atomWords }: Formulas,
  memory: Memory,
  atoms: readonly number[],
): Memory => {
  const words = [...memory];
  for (let index = 0; index < atomWords; index += 1) words[index] = word(atoms, index);
  for (const { code } of formulas.values()) {
    const count = code.length / stride;
    const values = new Uint8Array(count);
    for (let index = 0; index < count; index += 1) {
      stepAt(code, index * stride, words, values);
      values[index] = valueAt(code, index * stride, words, values);
    }
  }
  return words;
};

/** An age, kept as age + 1, some ticks later: none beyond an end, and saturated where there is none. */
const aged = (age: number, ticks: number, from: number, to: number): number => {
  if (age === 0) return 0;
  if (to === noEnd) return Math.min(age + ticks, from + 1);
  return age + ticks > to + 1 ? 0 : age + ticks;
};

/** Moves the bits of a window up by some ticks; those beyond its end are dropped. */
const shift = (words: number[], register: number, to: number, ticks: number): void => {
  const count = windowWords(to);
  const [whole, part] = [Math.floor(ticks / 32), ticks % 32];
  for (let index = count - 1; index >= 0; index -= 1) {
    const low = index < whole ? 0 : word(words, register + index - whole);
    const lower = index < whole + 1 ? 0 : word(words, register + index - whole - 1);
    const carried = part === 0 ? 0 : lower >>> (32 - part);
    words[register + index] = ((low << part) | carried) >>> 0;
  }
  const last = register + count - 1;
  words[last] = (word(words, last) & (0xffff_ffff >>> (31 - (to & 31)))) >>> 0;
};

/** The memory some ticks later, no step having happened. */
export const afterTicks = ({ formulas }: Formulas, memory: Memory, ticks: number): Memory => {
  const words = [...memory];
  for (const { code } of formulas.values()) {
    for (let at = 0; at < code.length; at += stride) {
      const operation = word(code, at);
      if (operation < operations.previously) continue;
      const [register, from, to] = [word(code, at + 3), word(code, at + 4), word(code, at + 5)];
      if (operation === operations.sinceWindow) {
        shift(words, register, to, ticks);
        continue;
      }
      words[register] = aged(word(words, register), ticks, from, to);
      if (operation !== operations.previously) continue;
      words[register + 1] = aged(word(words, register + 1), ticks, from, to);
    }
  }
  return words;
};
