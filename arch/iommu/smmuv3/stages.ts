import { Defect } from '../../../model/defect.ts';
import type { Format } from '../../format.ts';
import type { ReadWord } from '../../memory.ts';
import { wordOfNumber } from '../../word.ts';
import type { Word } from '../../word.ts';
import { firstRootOf, inCd } from './descriptor.ts';
import { isWalkFault } from './events.ts';
import type { WalkEnd } from './events.ts';
import { effectiveSize, inSte, secondRootOf } from './stream.ts';

/** The walks of the two stages: parts, so that wrong ones can be planted. */
export interface SmmuParts {
  readonly first: Format;
  readonly second: Format;
}

/** What a stage says of an address: where it is, or why it is nowhere. */
export type Staged =
  { readonly kind: 'reached'; readonly address: number } | ({ readonly kind: 'ended' } & WalkEnd);

type Asked = Pick<WalkEnd, 'stage' | 'accessed' | 'address'>;

/** A reader that knows where it found nothing. */
const remembering = (read: ReadWord) => {
  let nowhere = 0;
  const reading: ReadWord = (address) => {
    const word = read(address);
    if (word === undefined) nowhere = address;
    return word;
  };
  return { reading, nowhere: () => nowhere };
};

/** Walks one stage. `address` of what was asked is told of a fault, but where a table could not be read. */
const walkStage = (
  mmu: ReturnType<Format['under']>,
  read: ReadWord,
  root: number,
  [address, kind]: readonly [Word, 'read' | 'write'],
  asked: Asked,
): Staged => {
  const { reading, nowhere } = remembering(read);
  const access = { address, kind: kind === 'read' ? 'load' : 'store', privilege: 'user' } as const;
  const walk = mmu.walk(reading, wordOfNumber(root), access);
  if (walk.kind === 'translated') return { kind: 'reached', address: walk.address };
  if (!isWalkFault(walk.fault)) throw new Defect(`no event for ${walk.fault}`);
  return walk.fault === 'externalOnWalk'
    ? {
        kind: 'ended',
        fault: walk.fault,
        stage: asked.stage,
        accessed: asked.accessed,
        address: nowhere(),
      }
    : { kind: 'ended', fault: walk.fault, ...asked };
};

/**
 * The second stage of an IPA. Hardware writes no access flag; with S2AFFD none is asked for.
 *
 * Source: IHI 0070 5.2; DDI 0487 D4, stage 2.
 */
export const secondStage = (
  { second }: SmmuParts,
  read: ReadWord,
  ste: readonly Word[],
  [ipa, kind]: readonly [number, 'read' | 'write'],
  accessed: WalkEnd['accessed'],
): Staged => {
  const mmu = second.under({
    t0sz: inSte(ste, 'S2T0SZ'),
    sl0: inSte(ste, 'S2SL0'),
    ps: effectiveSize(inSte(ste, 'S2PS')),
    ha: inSte(ste, 'S2AFFD'),
  });
  const asked = { stage: 'second', accessed, address: ipa } as const;
  return walkStage(mmu, read, secondRootOf(ste), [wordOfNumber(ipa), kind], asked);
};

/** Reads of the first stage's tables, which lie where the second stage says. */
const through = (parts: SmmuParts, read: ReadWord, ste: readonly Word[]) => {
  let ended: Staged | undefined;
  const reading: ReadWord = (ipa) => {
    const found = secondStage(parts, read, ste, [ipa, 'read'], 'table');
    if (found.kind === 'reached') return read(found.address);
    ended = found;
    return undefined;
  };
  return { reading, ended: () => ended };
};

/** The first stage of an address, its tables read through the second where there is one. */
export const firstStage = (
  parts: SmmuParts,
  read: ReadWord,
  [ste, cd]: readonly [ste: readonly Word[], cd: readonly Word[]],
  asked: readonly [Word, 'read' | 'write'],
  isNested: boolean,
): Staged => {
  const mmu = parts.first.under({
    t0sz: inCd(cd, 'T0SZ'),
    ips: effectiveSize(inCd(cd, 'IPS')),
    epd0: inCd(cd, 'EPD0'),
    tbi: inCd(cd, 'TBI0'),
    ha: inCd(cd, 'AFFD'),
  });
  const { reading, ended } = isNested
    ? through(parts, read, ste)
    : { reading: read, ended: () => undefined };
  const what = { stage: 'first', accessed: 'input', address: 0 } as const;
  const found = walkStage(mmu, reading, firstRootOf(cd), asked, what);
  return ended() ?? found;
};
