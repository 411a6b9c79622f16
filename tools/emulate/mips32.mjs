// @ts-check
/** The TLB of a MIPS32, on a 24Kf of 16 entries; the first of them maps the probe's actions, which users execute too. */
import { tlbFormats } from '../../dist/arch/catalogue.js';
import { makeMips32, mips32Parts } from '../../dist/arch/mips32/format.js';
import { accessOf, codeOf } from './architecture.mjs';
import { faultDiffers, placeDiffers } from './difference.mjs';
import { binutils, flatImage, imageIn, missingOf, sourceOf } from './mailbox.mjs';
import { bit, bits, frame, once, pick, tablesAt, taggedAt } from './random.mjs';

/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Judged} Judged */
/** @typedef {import('./architecture.mjs').Plan} Plan */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('../../dist/arch/software-tlb.js').TlbFormat} TlbFormat */
/** Shape: `shift` are the bits of the offset in a page; `words` are EntryHi, EntryLo0, EntryLo1, PageMask. @typedef {{ base: number, shift: number, words: readonly [bigint, bigint, bigint, bigint] }} Entry */

/** What the probe tells besides ExcCode: whether it was the vector of refills. */
const vectors = { refill: 0x100, general: 0x200 };

/** A system call. */
const call = vectors.general + 8 * 4;

/** `lui $2, high; ori $2, $2, low; syscall`. @type {Architecture['code']} */
const code = (tag) => codeOf(0x3c020000 + (tag >>> 16), 0x34420000 + (tag & 0xffff), 0xc);

/** The pair of pages at 0x7fffe000, of all address spaces: the even one is the probe's third. @type {Entry} */
const probeEntry = {
  base: 0x7fffe000,
  shift: 12,
  words: [0x7fffe000n, BigInt((0x102 << 6) | 0x1b), 1n, 0n],
};

const asids = [0, 5, 7, 255];
/** Where pages up to 16 MB are, and larger ones, which reach tagged memory by their second 16 MB: nothing of theirs is below it. */
const areas = [0, 0x400000, 0x10000000, 0x7c000000, 0xc0000000, 0xdffc0000, 0xe0000000, 0xfe000000];
const largeAreas = [0x20000000, 0x40000000];

/** Half an entry; bits of the frame within the page, and those that are ignored, are set now and then. @param {Random} random @param {number} shift */
const half = (random, shift) => {
  const within = shift > 12 && once(random, 3) ? bits(random, 12, shift - 1) : 0n;
  const address = frame(random, shift, 0) | within;
  const flags = BigInt((once(random, 8) ? 0 : 2) | (once(random, 3) ? 0 : 4));
  return (
    (address >> 6n) | flags | bits(random, 3, 5) | (once(random, 8) ? bits(random, 26, 31) : 0n)
  );
};

/** @param {Random} random @returns {Entry} */
const randomEntry = (random) => {
  const shift = pick(random, [12, 12, 12, 12, 14, 16, 18, 20, 22, 24, 26, 28]);
  const pair = 2 ** (shift + 1);
  const area = pick(random, shift > 24 ? largeAreas : areas);
  const base = area - (area % pair) + (shift > 24 ? 0 : (random.below(4) * pair) % 0x2000000);
  const within = once(random, 3) && shift > 12 ? bits(random, 13, shift) : 0n;
  const hi =
    BigInt(base % 2 ** 32) |
    within |
    BigInt(pick(random, asids)) |
    (once(random, 3) ? bits(random, 8, 12) : 0n);
  const isGlobal = once(random, 3) ? 1n : 0n;
  const lo0 = half(random, shift) | isGlobal;
  const lo1 = half(random, shift) | isGlobal | bit(random, 0, 8);
  const mask =
    BigInt((2 ** (shift - 12) - 1) * 2 ** 13) | (once(random, 8) ? bits(random, 29, 31) : 0n);
  return { base: base % 2 ** 32, shift, words: [hi, lo0, lo1, mask] };
};

/** An address in a page of an entry: of large pages, where tagged memory is. @param {Random} random @param {Entry} entry */
const addressIn = (random, { base, shift }) => {
  const size = 2 ** shift;
  const begin = base + random.below(2) * size + (shift > 24 ? taggedAt.from : 0);
  return begin + random.below(Math.min(size, 2 ** 24) / 32) * 32;
};

/** Memory that is tagged, by kseg0 or kseg1. @param {Random} random */
const unmapped = (random) =>
  pick(random, [0x80000000, 0xa0000000]) + taggedAt.from + random.below(2 ** 19) * 32;

/** @param {Random} random @param {readonly Entry[]} entries */
const randomAddress = (random, entries) => {
  if (once(random, 6)) return BigInt(unmapped(random));
  if (once(random, 12)) return BigInt(random.below(2 ** 27) * 32);
  return BigInt(addressIn(random, pick(random, entries)) % 2 ** 32);
};

/** @typedef {(at: number) => import('./architecture.mjs').Word | undefined} ReadEntry */

/** The TLB as the probe loads it, and the ASID. @param {ReadEntry} read @param {number} asid */
const tlbOf = (read, asid) => {
  /** @type {(index: number, of: number) => import('./architecture.mjs').Word} */
  const word = (index, of) => read(tablesAt.from + index * 16 + of * 4) ?? { high: 0, low: 0 };
  const entries = Array.from({ length: 16 }, (_, index) => ({
    entryHi: word(index, 0),
    entryLo0: word(index, 1),
    entryLo1: word(index, 2),
    pageMask: word(index, 3),
  }));
  return { asid, entries };
};

/** @type {Architecture['tells']} */
const tells = ({ raises, code: cause }, { va }) => ({
  vector: (raises === 'TLB Refill' ? vectors.refill : vectors.general) + cause,
  code: cause,
  address: va,
});

/** Has an access come to what the first entry that matches says alone? Of memory that is not tagged nothing is known. @param {Plan} plan @param {import('./architecture.mjs').Came} came @param {number} asid */
const isByFirst = ({ asked, reads }, came, asid) => {
  const words = new Map(reads.map(({ at, word }) => [at, word]));
  const access = accessOf(asked);
  const first = tlbOf((at) => words.get(at), asid)
    .entries.map((entry) => tlbFormats.mips32.walk({ asid, entries: [entry] }, access))
    .find((walk) => walk.kind === 'translated' || walk.fault !== 'notPresent');
  if (first === undefined) return false;
  if (first.kind === 'faulted') return faultDiffers(tells(first, asked, {}), came) === undefined;
  const isTagged = first.address >= taggedAt.from && first.address < taggedAt.to;
  const ends = { done: call, executed: call };
  return !isTagged || placeDiffers(ends, first.address, asked, came, () => true) === undefined;
};

/** Binutils of either order of bytes make what is asked for: those that are there. */
const prefix =
  ['mips-linux-gnu-', 'mipsel-linux-gnu-'].find((one) => missingOf(binutils(one)).length === 0) ??
  'mips-linux-gnu-';

/** @type {Pick<Architecture, 'tools' | 'steps' | 'machine'>} */
const machine = {
  tools: ['qemu-system-mipsel', ...binutils(prefix)],
  steps: flatImage(
    prefix,
    ['-EL', '-march=24kf', '-mno-pdr', sourceOf('mips32.s')],
    ['-EL', '-Ttext', '0x80100000', '-e', '_start'],
  ),
  machine: (directory) => [
    ...['-M', 'mipssim,memory-backend=ram', '-cpu', '24Kf', '-net', 'none'],
    ...['-device', `loader,file=${imageIn(directory)},addr=0x100000,force-raw=on,cpu-num=0`],
  ],
};

/** @type {(format: TlbFormat) => Architecture} */
const architectureOf = (format) => ({
  name: 'mips32',
  ...machine,
  memory: 0,
  mailbox: 0x280000,
  bytes: 4,
  ...{ done: call, executed: call, code },
  isVoid: () => false,
  draw: (random) => {
    const drawn = Array.from({ length: 15 }, () => randomEntry(random));
    const entries = [probeEntry, ...drawn];
    const asid = pick(random, asids);
    return {
      settings: { asid },
      words: new Map(
        entries.flatMap(({ words }, index) =>
          words.map((word, of) => [tablesAt.from + index * 16 + of * 4, word]),
        ),
      ),
      registers: [asid],
      kinds: [0, 1, 2],
      address: () => randomAddress(random, drawn),
      walk: (read, access) => format.walk(tlbOf(read, asid), access),
    };
  },
  tells,
  excuse: (plan, came, { asid = 0 }) => {
    const { walk } = plan;
    const isDouble = walk.kind === 'faulted' && walk.fault === 'machineCheck';
    return isDouble && isByFirst(plan, came, asid) ? 'E8' : undefined;
  },
  excuseWord: () => undefined,
});

/** A TLB that software fills. @type {Judged} */
export const mips32 = {
  name: 'mips32',
  hole: 'a TLB that does not see D',
  true: architectureOf(tlbFormats.mips32),
  planted: architectureOf(makeMips32({ ...mips32Parts, permits: () => true })),
};
