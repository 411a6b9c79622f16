// @ts-check
/** Stage 1 of VMSAv8-64. The probe runs at EL1 by TTBR1, where the format has no tables; FEAT_HAFDBS is that of `-cpu max`. */
import { armv8Rights, makeArmv8 } from '../../dist/arch/armv8/format.js';
import { formats } from '../../dist/arch/catalogue.js';
import { asWord, codeOf, halves } from './architecture.mjs';
import { isBlockAtLevel0, isTakenForBlock, longAddress, longTables, startOf } from './arm-long.mjs';
import { virt, virtMachine } from './arm-virt.mjs';
import { bit, bits, once, pick, tablesAt } from './random.mjs';

/** @typedef {import('../../dist/arch/format.js').Format} Format */
/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Judged} Judged */
/** @typedef {import('./random.mjs').Random} Random */

/** ESR_EL1 of `svc #2`, with which the probe's own actions end, and of `svc #1`. */
const ends = { done: 0x56000002, executed: 0x56000001 };

/** `movz w0, #low; movk w0, #high, lsl #16`. @param {number} tag */
export const loadTag = (tag) => [0x52800000 + (tag & 0xffff) * 32, 0x72a00000 + (tag >>> 16) * 32];

/** The tag, `svc #1`. @type {Architecture['code']} */
const code64 = (tag) => codeOf(...loadTag(tag), 0xd4000021);

/** @type {import('./arm-long.mjs').LongShape} */
const shape = {
  memory: virt.memory,
  top: 47,
  limits: (random) =>
    bit(random, 59, 15) | bit(random, 60, 15) | bit(random, 61, 15) | bit(random, 62, 15),
  rights: (random) =>
    bits(random, 6, 7) | bit(random, 51, 2) | bit(random, 53, 6) | bit(random, 54, 6),
  never: 0n,
};

/** T0SZ of all levels that a walk may start at, and now and then one out of its range. @param {Random} random */
const randomT0sz = (random) =>
  once(random, 30)
    ? pick(random, [0, 15, 49, 63])
    : pick(random, [16, 16, 16, 17, 20, 24, 25, 25, 32, 33, 34, 39]);

/** @param {Random} random */
const randomControl = (random) => ({
  t0sz: randomT0sz(random),
  ips: once(random, 2) ? 5 : random.below(8),
  epd0: once(random, 30) ? 1 : 0,
  tbi: once(random, 4) ? 1 : 0,
  ha: random.below(2),
  hd: random.below(2),
});

/** T1SZ is 39, TG1 4 KB. @param {ReturnType<typeof randomControl>} control */
const tcrOf = ({ t0sz, ips, epd0, tbi, ha, hd }) =>
  (2n << 30n) |
  (39n << 16n) |
  BigInt(t0sz) |
  (BigInt(epd0) << 7n) |
  (BigInt(ips) << 32n) |
  (BigInt(tbi) << 37n) |
  (BigInt(ha) << 39n) |
  (BigInt(hd) << 40n);

/** TTBR0_EL1 with an ASID, CnP, and now and then an address that is too high. @param {Random} random */
const randomBase = (random) => {
  const tooHigh = once(random, 25) ? 1n << BigInt(32 + random.below(16)) : 0n;
  return BigInt(virt.memory + tablesAt.from) | tooHigh | bits(random, 48, 63) | bit(random, 0, 4);
};

/** An address of TTBR0: bit 55 is 0. @param {Random} random @param {number} inputBits @param {number} tbi */
const randomAddress = (random, inputBits, tbi) => {
  const inside = longAddress(random, startOf(inputBits), inputBits);
  const tag = tbi === 1 ? bits(random, 56, 63) : 0n;
  const outside = once(random, 30) ? 1n << BigInt(inputBits + random.below(55 - inputBits)) : 0n;
  const untagged = once(random, 60) ? 1n << BigInt(56 + random.below(8)) : 0n;
  return inside | tag | outside | untagged;
};

/** A fetch has no tag: a branch takes it from the address. Source: DDI 0487 D4.1.1. */
const withoutTag = (1n << 56n) - 1n;

/** Is it a permission fault by an instruction fetch? @param {number} code */
const isForbiddenFetch = (code) => code >>> 26 === 0x21 && (code & 0x3c) === 0b001100;

/** A fetch by EL1 from a page of EL0 that a store would make writable: AP is 0b11, DBM 1. @type {(plan: import('./architecture.mjs').Plan, settings: import('./architecture.mjs').Drawn['settings']) => boolean} */
const isFetchOfClean = ({ asked, walk, reads }, settings) => {
  const leaf = reads.at(-1)?.word ?? { high: 0, low: 0 };
  const isClean = (leaf.low & 0xc0) === 0xc0 && (leaf.high & 0x80000) !== 0;
  const isManaged = settings['ha'] === 1 && settings['hd'] === 1;
  const isForbidden = walk.kind === 'faulted' && walk.fault === 'permission';
  return isForbidden && asked.kind === 2 && !asked.user && isManaged && isClean;
};

/** @type {(format: Format) => Architecture} */
const architectureOf = (format) => ({
  name: 'armv8',
  ...virt,
  ...virtMachine('qemu-system-aarch64', 'aarch64-linux-gnu-', 'armv8.s', '0xfffffffffe000000', [
    ...['-M', 'virt,highmem=off,memory-backend=ram', '-cpu', 'max'],
  ]),
  bytes: 8,
  ...ends,
  code: code64,
  draw: (random) => {
    const settings = randomControl(random);
    const mmu = format.under(settings);
    const inputBits = Math.min(Math.max(64 - settings.t0sz, 25), 48);
    const base = randomBase(random);
    return {
      settings,
      words: longTables(random, shape, startOf(inputBits), inputBits),
      registers: [...halves(base), ...halves(tcrOf(settings))],
      kinds: [0, 1, 2],
      address: () => randomAddress(random, inputBits, settings.tbi),
      walk: (read, access) => mmu.walk(read, asWord(base), access),
    };
  },
  tells: ({ code }, { va, kind }, settings) => ({
    vector: code,
    code,
    address: kind === 2 && settings['tbi'] === 1 ? va & withoutTag : va,
  }),
  excuse: (plan, came, settings) => {
    if (isBlockAtLevel0(plan) && isTakenForBlock(came)) return 'E4';
    return !isForbiddenFetch(came.code) && isFetchOfClean(plan, settings) ? 'E5' : undefined;
  },
  excuseWord: ({ at, is, ought }, onTheWay, settings) => {
    const isFlagged = (is ^ ought) === 0x400 && (is & 0x400) !== 0;
    const isClean = onTheWay.some(
      (plan) => plan.reads.at(-1)?.at === at && isFetchOfClean(plan, settings),
    );
    return isFlagged && isClean ? 'E5' : undefined;
  },
});

/** Stage 1 of VMSAv8-64, 4 KB granule. @type {Judged} */
export const armv8 = {
  name: 'armv8',
  hole: 'a walk that does not see UXN',
  true: architectureOf(formats.armv8),
  planted: architectureOf(
    makeArmv8({
      ...armv8Rights,
      permits: (access, bearers) =>
        (access.kind === 'execute' && access.privilege === 'user') ||
        armv8Rights.permits(access, bearers),
    }),
  ),
};
