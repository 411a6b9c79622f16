// @ts-check
/** The short descriptors of VMSAv7, on a Cortex-A15 in Secure state: QEMU heeds TTBCR.PD0 and PD1 with the Security Extensions alone. */
import { domainAccess } from '../../dist/arch/arm-short/domains.js';
import { makeShortMmu } from '../../dist/arch/arm-short/format.js';
import { armv7Parts } from '../../dist/arch/armv7/format.js';
import { controlOf } from '../../dist/arch/armv7/control.js';
import { formats } from '../../dist/arch/catalogue.js';
import { asWord } from './architecture.mjs';
import * as short from './arm-short.mjs';
import { virt, virtMachine } from './arm-virt.mjs';
import { bit, bits, frame, once, pick, table } from './random.mjs';

/** @typedef {import('../../dist/arch/format.js').Format} Format */
/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Judged} Judged */
/** @typedef {import('./random.mjs').Random} Random */

const { memory } = virt;
/** The tables of TTBR0 and TTBR1, of 16 KB, and those of the second level, of 1 KB. */
const roots = [memory + table(0), memory + table(4)];
const seconds = [0, 1, 2, 3].map((index) => memory + table(16) + index * 1024);
const firstSlots = [0, 1, 0x10, 0x1f, 0x20, 0x3f, 0x7f, 0x123, 0x400, 0x7ff, 0x800, 0xfff];
const secondSlots = [0, 1, 2, 0x45, 0xf0, 0xff];
const probeAt = 0x40200000;

/** A section or, once in three times, a supersection. @param {Random} random */
const section = (random) => {
  const isSuper = once(random, 3);
  const address = frame(random, isSuper ? 24 : 20, memory);
  const high = isSuper
    ? bits(random, 5, 8) * BigInt(Number(once(random, 10)))
    : short.randomDomain(random);
  const rights =
    bits(random, 10, 11) |
    bit(random, 10, 2) |
    bit(random, 15, 4) |
    bit(random, 4, 6) |
    bit(random, 0, 6);
  const cache =
    bits(random, 2, 3) | bits(random, 12, 14) | bits(random, 16, 17) | bits(random, 19, 19);
  const type = isSuper ? 0x40002n : 2n;
  return address | high | rights | cache | bit(random, 9, 2) | type;
};

/** A reference to a table; now and then where no memory is. @param {Random} random */
const reference = (random) => {
  const address = BigInt(pick(random, seconds));
  return (
    address |
    bit(random, 31, 25) |
    bits(random, 2, 4) |
    bit(random, 9, 2) |
    short.randomDomain(random) |
    1n
  );
};

/** @param {Random} random */
const firstEntry = (random) => {
  if (once(random, 14)) return short.invalid(random);
  return once(random, 3) ? section(random) : reference(random);
};

/** A small page or, once in four times, a large one. @param {Random} random */
const secondEntry = (random) => {
  if (once(random, 14)) return short.invalid(random);
  const isLarge = once(random, 4);
  const rights =
    bits(random, 4, 5) | bit(random, 4, 2) | bit(random, 9, 4) | bit(random, isLarge ? 15 : 0, 6);
  const cache = bits(random, 2, 3) | bits(random, 6, 8) | bits(random, 10, 11);
  const texture = isLarge ? bits(random, 12, 14) | 1n : 2n;
  return frame(random, isLarge ? 16 : 12, memory) | rights | cache | texture;
};

/** The words of all tables. @param {Random} random */
const randomTables = (random) => {
  /** @type {Map<number, bigint>} */
  const words = new Map();
  for (const root of roots) {
    for (const slot of firstSlots) words.set(root + slot * 4, firstEntry(random));
    words.set(root + (probeAt / 2 ** 20) * 4, short.probeSection(probeAt));
  }
  for (const second of seconds) {
    for (const slot of secondSlots) words.set(second + slot * 4, secondEntry(random));
  }
  return words;
};

/** TTBCR: the walks that the probe itself needs, by TTBR0 up to N 1 and by TTBR1 above, are not switched off. @param {Random} random */
const randomTtbcr = (random) => {
  const n = once(random, 3) ? 0 : random.below(8);
  return n + (once(random, 8) ? (n < 2 ? 0x20 : 0x10) : 0);
};

/** @param {Random} random */
const randomControl = (random) => ({
  dacr: short.randomDacr(random),
  afe: random.below(2),
  tre: random.below(2),
  ttbcr: randomTtbcr(random),
  ttbr1: (roots[1] ?? 0) + random.below(128),
  asid: random.below(256),
});

/** SCTLR with M, and bits that are 1; TRE and AFE. @param {{ tre: number, afe: number }} control */
const sctlrOf = ({ tre, afe }) => 0xc50079 + tre * 2 ** 28 + afe * 2 ** 29;

/** Statuses of a domain fault, of a permission fault, and of no memory where a manager is let through. */
const statuses = { domain: [0b1001, 0b1011], permission: [0b1101, 0b1111], external: 0b1000 };

/**
 * An access flag fault, where the domain, or XN of a client, has been looked at first.
 *
 * @param {import('./architecture.mjs').Plan} plan @param {import('./architecture.mjs').Came} came @param {number} dacr
 */
const isFlagLast = ({ walk, asked, reads }, { vector, code }, dacr) => {
  if (walk.kind !== 'faulted' || walk.fault !== 'accessFlag') return false;
  const first = reads[0]?.word.low ?? 0;
  const status = short.statusIn(code);
  const isSuper = (first & 0x40002) === 0x40002;
  switch (domainAccess(dacr, isSuper ? 0 : (first >>> 5) & 0xf)) {
    case 'none':
      return vector !== short.vectors.call && statuses.domain.includes(status);
    case 'manager':
      return vector === short.vectors.call || status === statuses.external;
    case 'client':
      return asked.kind === 2 && statuses.permission.includes(status);
  }
};

/** @type {(format: Pick<Format, 'under'>) => Architecture} */
const architectureOf = (format) => ({
  name: 'armv7',
  ...virt,
  ...virtMachine('qemu-system-arm', 'arm-none-eabi-', 'armv7.s', '0x40200000', [
    ...['-M', 'virt,secure=on,highmem=off,memory-backend=ram', '-cpu', 'cortex-a15'],
  ]),
  bytes: 4,
  ...short.ends,
  code: short.code32,
  draw: (random) => {
    const settings = randomControl(random);
    const mmu = format.under(settings);
    const base = (roots[0] ?? 0) + random.below(2 ** (14 - (settings.ttbcr & 7)));
    const { ttbr1, ttbcr, dacr, asid } = settings;
    return {
      settings,
      words: randomTables(random),
      registers: [base, ttbr1, ttbcr, dacr, asid, sctlrOf(settings)],
      kinds: [0, 1, 2],
      address: () => short.shortAddress(random, firstSlots, secondSlots),
      walk: (read, access) => mmu.walk(read, asWord(BigInt(base)), access),
    };
  },
  tells: short.tells,
  excuse: (plan, came, { dacr = 0 }) => {
    if (short.isDomainFirst(plan, came, dacr)) return 'E6';
    return isFlagLast(plan, came, dacr) ? 'E7' : undefined;
  },
  excuseWord: () => undefined,
});

/** Short descriptors of VMSAv7. @type {Judged} */
export const armv7 = {
  name: 'armv7',
  hole: 'a walk that does not see XN',
  true: architectureOf(formats.armv7),
  planted: architectureOf({
    under: (settings) => {
      const parts = armv7Parts(controlOf(settings));
      return makeShortMmu({
        ...parts,
        permits: (found, access) =>
          parts.permits(found, access.kind === 'execute' ? { ...access, kind: 'load' } : access),
      });
    },
  }),
};
