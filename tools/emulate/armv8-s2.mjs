// @ts-check
/** Stage 2 of VMSAv8-64. The probe runs at EL2; the guest's stage 1 is off, and its page 0 holds the actions. */
import { makeArmv8SecondStage, secondStageRights } from '../../dist/arch/armv8-s2/format.js';
import { formats } from '../../dist/arch/catalogue.js';
import { asWord, codeOf, halves } from './architecture.mjs';
import {
  firstBit,
  isBlockAtLevel0,
  isTakenForBlock,
  longAddress,
  longTables,
} from './arm-long.mjs';
import { virt, virtMachine } from './arm-virt.mjs';
import { loadTag } from './armv8.mjs';
import { bit, bits, once, pick, table, tablesAt } from './random.mjs';

/** @typedef {import('../../dist/arch/format.js').Format} Format */
/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Judged} Judged */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./arm-long.mjs').LevelNumber} LevelNumber */

/** ESR_EL2 of `brk #2`, with which the probe's own actions end, and of `brk #1`. */
const ends = { done: 0xf2000002, executed: 0xf2000001 };

/** @type {Architecture['code']} */
const code = (tag) => codeOf(...loadTag(tag), 0xd4200020);

/** Bit 53 is never set: with FEAT_XNX, which `-cpu max` has, it is of XN. @type {import('./arm-long.mjs').LongShape} */
const shape = {
  memory: virt.memory,
  top: 47,
  limits: (random) => bits(random, 59, 62),
  rights: (random) =>
    bits(random, 6, 7) | bit(random, 6, 3) | bit(random, 51, 2) | bit(random, 54, 4),
  never: 1n << 53n,
};

/** SL0, with T0SZ that agree with it. */
const sizes = [
  { sl0: 0, t0szs: [30, 31, 34, 38, 39] },
  { sl0: 1, t0szs: [21, 24, 25, 30, 33] },
  { sl0: 2, t0szs: [16, 17, 20, 24] },
];

/** @param {Random} random */
const randomSizes = (random) => {
  const { sl0, t0szs } = pick(random, sizes);
  const isOdd = once(random, 20);
  return { sl0, t0sz: isOdd ? pick(random, [0, 15, 16, 24, 34, 39, 49, 63]) : pick(random, t0szs) };
};

/** Have addresses more bits than PS gives, or does the walk start at level 0 for PS of 42 bits or less? @param {Readonly<Record<string, number>>} control */
const isBeyondPs = ({ t0sz = 0, sl0 = 0, ps = 0 }) => {
  const outputBits = [32, 36, 40, 42, 44][ps] ?? 48;
  return 64 - t0sz > outputBits || (sl0 === 2 && outputBits <= 42);
};

/** PS that the emulator takes with the sizes, but for once in 20 times. @param {Random} random */
const randomControl = (random) => {
  const control = {
    ...randomSizes(random),
    ps: once(random, 2) ? 5 : random.below(8),
    ha: random.below(2),
    hd: random.below(2),
  };
  return isBeyondPs(control) && !once(random, 20) ? { ...control, ps: 5 } : control;
};

/** VTCR_EL2; bit 31 is 1. @param {ReturnType<typeof randomControl>} control */
const vtcrOf = ({ sl0, t0sz, ps, ha, hd }) =>
  BigInt(0x80000000 + t0sz + sl0 * 2 ** 6 + ps * 2 ** 16 + ha * 2 ** 21 + hd * 2 ** 22);

/** Tables of the levels 1 to 3 whose first entries lead to page 0: the third of the probe, to be read and executed. */
const [level1, level2, level3] = [24, 25, 26].map((index) => virt.memory + table(index));
const actions = 0x40202000n + 0x77fn;

/** Entries that lead from the start to page 0. @param {LevelNumber} start @returns {[number, bigint][]} */
const toActions = (start) => {
  /** @type {number[]} */
  const chain = [virt.memory + tablesAt.from, level1 ?? 0, level2 ?? 0, level3 ?? 0];
  const [root = 0, ...tables] = [...chain.slice(0, 1), ...chain.slice(start + 1)];
  const all = [root, ...tables];
  return all.map((at, index) => [
    at,
    index + 1 < all.length ? BigInt((all[index + 1] ?? 0) + 3) : actions,
  ]);
};

/** VTTBR_EL2 with a VMID, CnP, and now and then an address that is too high. @param {Random} random */
const randomBase = (random) => {
  const tooHigh = once(random, 25) ? 1n << BigInt(32 + random.below(16)) : 0n;
  return {
    tooHigh,
    base: BigInt(virt.memory + tablesAt.from) | tooHigh | bits(random, 48, 63) | bit(random, 0, 4),
  };
};

/** The start of a walk by SL0, and the bits of an address that its tables may have. @param {ReturnType<typeof randomControl>} control */
const inputOf = ({ sl0, t0sz }) => {
  const start = pick({ below: () => sl0 }, /** @type {const} */ ([2, 1, 0]));
  const [least, most] = [Math.max(firstBit(start) + 1, 25), Math.min(firstBit(start) + 13, 48)];
  const inputBits = Math.min(Math.max(64 - t0sz, least), most);
  return { start, inputBits, agrees: inputBits === 64 - t0sz };
};

/** @param {Random} random @param {LevelNumber} start @param {number} inputBits */
const randomAddress = (random, start, inputBits) => {
  const isOutside = once(random, 30) && inputBits < 48;
  const outside = isOutside ? 1n << BigInt(inputBits + random.below(48 - inputBits)) : 0n;
  return longAddress(random, start, inputBits) | outside;
};

/** ESR_EL2 of `brk #3`, which the guest's vectors hold: an external abort by memory that is not there is EL1's in QEMU. */
const takenToEl1 = 0xf2000003;

const accessFlag = 0x400;

/** ESR_EL2 of a fetch that has no translation at level 0. */
const translationFault = 0x82000004;

/** @type {(format: Format) => Architecture} */
const architectureOf = (format) => ({
  name: 'armv8-s2',
  ...virt,
  ...virtMachine('qemu-system-aarch64', 'aarch64-linux-gnu-', 'armv8-s2.s', '0x40200000', [
    ...['-M', 'virt,virtualization=on,highmem=off,memory-backend=ram', '-cpu', 'max'],
  ]),
  bytes: 8,
  ...ends,
  code,
  draw: (random) => {
    const settings = randomControl(random);
    const mmu = format.under(settings);
    const { start, inputBits, agrees } = inputOf(settings);
    const { base, tooHigh } = randomBase(random);
    const words = longTables(random, shape, start, inputBits);
    for (const [at, word] of toActions(start)) words.set(at, word);
    return {
      settings,
      words,
      registers: [...halves(base), ...halves(vtcrOf(settings))],
      // Where nothing is mapped, the actions are not.
      kinds: agrees && tooHigh === 0n && !isBeyondPs(settings) ? [0, 1, 2] : [2],
      address: () => randomAddress(random, start, inputBits),
      walk: (read, access) => mmu.walk(read, asWord(base), access),
    };
  },
  tells: ({ code: syndrome }, { va }) => ({ vector: syndrome, code: syndrome, address: va }),
  excuse: (plan, came, settings) => {
    const isBlock = isTakenForBlock(came) || came.code === takenToEl1;
    if (isBlockAtLevel0(plan) && isBlock) return 'E4';
    const isAtLevel0 = came.code === translationFault && came.address === plan.asked.va;
    return isAtLevel0 && isBeyondPs(settings) ? 'E10' : undefined;
  },
  // Nor does it set the access flag then.
  excuseWord: ({ is, ought }, _onTheWay, settings) =>
    (is | accessFlag) === ought && isBeyondPs(settings) ? 'E10' : undefined,
});

/** Stage 2 of VMSAv8-64, 4 KB granule. @type {Judged} */
export const armv8SecondStage = {
  name: 'armv8-s2',
  hole: 'a walk that does not see XN',
  true: architectureOf(formats['armv8-s2']),
  planted: architectureOf(
    makeArmv8SecondStage({
      ...secondStageRights,
      permits: (access, bearers) =>
        access.kind === 'execute' || secondStageRights.permits(access, bearers),
    }),
  ),
};
