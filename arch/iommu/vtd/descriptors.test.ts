import { describe, expect, it } from 'vitest';
import { hex } from '../../test-known-answers.ts';
import { formatWord } from '../../word.ts';
import type { DmaInvalidation } from '../invalidation.ts';
import { commandsFor, interruptEntryInvalidate, meaningOf } from './descriptors.ts';

const wait = ['0x45', '0x0'];

const known: readonly (readonly [what: DmaInvalidation, words: readonly string[]])[] = [
  [{ kind: 'device', requester: 0x110, domain: 5 }, ['0x11000050031', '0x0']],
  [{ kind: 'page', domain: 5, address: 0x8080604000 }, ['0x500f2', '0x8080604000']],
  [{ kind: 'domain', domain: 5 }, ['0x500e2', '0x0']],
  [{ kind: 'devices' }, ['0x11', '0x0']],
  [{ kind: 'domains' }, ['0xd2', '0x0']],
];

describe('descriptors of the invalidation queue', () => {
  it.each(known)(
    'have the words of D51397 6.5.2, and a wait behind them: %j [DMA-2]',
    (what, words) => {
      expect(commandsFor(what).map((one) => one.map(formatWord))).toEqual([words, wait]);
    },
  );

  it.each(known)('mean what they were made for: %j [DMA-2]', (what, words) => {
    expect(meaningOf(words.map(hex))).toEqual([what]);
  });

  it('mean pages by AM, as many as 2 to its power, from a multiple of that [DMA-2]', () => {
    expect(meaningOf([hex('0x50032'), hex('0x7001')])).toEqual([
      { kind: 'page', domain: 5, address: 0x6000 },
      { kind: 'page', domain: 5, address: 0x7000 },
    ]);
  });

  it.each(['0x0', '0x3', '0x1', '0x2', '0xf'])(
    'mean nothing where the type or G is none of these: %s [DMA-2]',
    (low) => {
      expect(meaningOf([hex(low), hex('0x0')])).toEqual([]);
    },
  );

  it('forget interrupt entries, all or one [DMA-2]', () => {
    expect(interruptEntryInvalidate('all').map(formatWord)).toEqual(['0x4', '0x0']);
    expect(interruptEntryInvalidate(0x23).map(formatWord)).toEqual(['0x2300000014', '0x0']);
  });
});
