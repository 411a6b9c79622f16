import { inputOf } from '../../armv8-s2/format.ts';
import { inputBitsOf, isInputSize, outputBitsOf } from '../../arm-long/sizes.ts';
import { addressIn } from '../../layout.ts';
import type { ReadWord } from '../../memory.ts';
import { field, zero } from '../../word.ts';
import type { Word } from '../../word.ts';
import { numberOfRecord } from '../record.ts';
import { outputBits, outputSize } from './control.ts';
import type { SmmuControl } from './control.ts';
import { steLayouts } from './layouts.ts';

/** Bytes of a stream table entry, and of a context descriptor. */
export const entryBytes = 64;

/** The first four words of a structure, which say all that is read of it here. */
export const readStructure = (read: ReadWord, at: number): readonly Word[] | undefined => {
  const words = [0, 8, 16, 24].flatMap((offset) => read(at + offset) ?? []);
  return words.length === 4 ? words : undefined;
};

/** The stream table, aligned to its own size. Source: IHI 0070 6.3: SMMU_STRTAB_BASE.ADDR. */
export const streamTableOf = (base: Word, { log2size }: SmmuControl): number => {
  const low = 6 + log2size;
  return field(base, low, outputBits - 1) * 2 ** low;
};

type SteName =
  | ('V' | 'Config' | 'S1Fmt' | 'S1CDMax' | 'S1DSS' | 'S1STALLD' | 'STRW' | 'S2VMID')
  | ('S2T0SZ' | 'S2SL0' | 'S2TG' | 'S2PS' | 'S2AA64' | 'S2ENDI' | 'S2AFFD')
  | ('S2HD' | 'S2HA' | 'S2S' | 'S2R');

/** A number of a stream table entry. */
export const inSte = (words: readonly Word[], name: SteName): number =>
  numberOfRecord<string>(steLayouts, words, name);

const [pointerLayout, , , rootLayout] = steLayouts;

export const contextPointerOf = ([first = zero]: readonly Word[]): number =>
  addressIn(pointerLayout, first);

export const secondRootOf = (words: readonly Word[]): number =>
  addressIn(rootLayout, words[3] ?? zero);

/** A size of addresses, at most that of memory. Source: IHI 0070 5.2: S2PS; 5.4: IPS. */
export const effectiveSize = (asked: number): number => Math.min(asked, outputSize);

/** Which stages translate. Source: IHI 0070 5.2: Config; S1DSS 0b01: streams without a substream bypass stage 1. */
export const stagesOf = (
  words: readonly Word[],
): { readonly first: boolean; readonly second: boolean } => {
  const config = inSte(words, 'Config');
  const isPast = inSte(words, 'S1CDMax') !== 0 && inSte(words, 'S1DSS') === 1;
  return { first: config % 2 === 1 && !isPast, second: config >= 6 };
};

/** Is what an entry says of stage 1 nothing that hardware can do? */
const isBadFirst = (words: readonly Word[], { s1p, ssidsize }: SmmuControl): boolean => {
  const most = inSte(words, 'S1CDMax');
  const hasWorld = inSte(words, 'Config') === 5 && inSte(words, 'STRW') !== 0;
  return (
    s1p === 0 ||
    most > ssidsize ||
    (most !== 0 && inSte(words, 'S1Fmt') !== 0) ||
    inSte(words, 'S1STALLD') === 1 ||
    hasWorld ||
    contextPointerOf(words) >= 2 ** outputBits
  );
};

/** S2T0SZ within the size of an IPA, and S2SL0 that agrees with it. Source: IHI 0070 5.2: S2T0SZ, S2SL0. */
const isBadInput = (words: readonly Word[]): boolean => {
  const t0sz = inSte(words, 'S2T0SZ');
  return (
    !inputOf(t0sz, inSte(words, 'S2SL0')).agrees ||
    !isInputSize(t0sz) ||
    inputBitsOf(t0sz) > outputBits
  );
};

const isBadSecond = (words: readonly Word[], { s2p }: SmmuControl): boolean =>
  s2p === 0 ||
  inSte(words, 'S2AA64') === 0 ||
  inSte(words, 'S2TG') !== 0 ||
  inSte(words, 'S2ENDI') === 1 ||
  inSte(words, 'S2HA') + inSte(words, 'S2HD') + inSte(words, 'S2S') !== 0 ||
  isBadInput(words) ||
  secondRootOf(words) >= 2 ** outputBitsOf(effectiveSize(inSte(words, 'S2PS')));

/**
 * What an entry comes to: no entry, no good one, an abort, a stream that needs a SubstreamID, or
 * one to go on with.
 *
 * Source: IHI 0070 5.2.
 */
export const judgeSte = (
  words: readonly Word[],
  control: SmmuControl,
): 'noSte' | 'badSte' | 'aborted' | 'streamDisabled' | 'good' => {
  const config = inSte(words, 'Config');
  if (inSte(words, 'V') === 0) return 'noSte';
  if (config < 4) return 'aborted';
  if (config % 2 === 1 && isBadFirst(words, control)) return 'badSte';
  if (config >= 6 && isBadSecond(words, control)) return 'badSte';
  const needsSubstream = inSte(words, 'S1CDMax') !== 0 && [0, 3].includes(inSte(words, 'S1DSS'));
  return config % 2 === 1 && needsSubstream ? 'streamDisabled' : 'good';
};
