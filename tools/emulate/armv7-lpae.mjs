// @ts-check
/**
 * Stage 1 of long descriptors of ARMv7, on a Cortex-A15. The probe runs by TTBR1, whose addresses are the top 32 MB. It is
 * the emulator of AArch64 that runs it: that of AArch32 reads tables at addresses of 32 bits alone.
 */
import { lpaeRights, makeArmv7Lpae } from '../../dist/arch/armv7-lpae/format.js';
import { formats } from '../../dist/arch/catalogue.js';
import { asWord, halves } from './architecture.mjs';
import { longAddress, longTables, startOf } from './arm-long.mjs';
import { code32, ends, tells } from './arm-short.mjs';
import { virt, virtMachine } from './arm-virt.mjs';
import { bit, bits, once, pick, tablesAt } from './random.mjs';

/** @typedef {import('../../dist/arch/format.js').Format} Format */
/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Judged} Judged */
/** @typedef {import('./random.mjs').Random} Random */

/** @type {import('./arm-long.mjs').LongShape} */
const shape = {
  memory: virt.memory,
  top: 39,
  limits: (random) =>
    bit(random, 59, 15) | bit(random, 60, 15) | bit(random, 61, 15) | bit(random, 62, 15),
  rights: (random) => bits(random, 6, 7) | bit(random, 53, 6) | bit(random, 54, 6),
  never: 0n,
};

/** @param {Random} random */
const randomControl = (random) => ({
  t0sz: once(random, 2) ? 0 : random.below(8),
  epd0: once(random, 30) ? 1 : 0,
});

/** EAE, and T1SZ of 7. @param {ReturnType<typeof randomControl>} control */
const ttbcrOf = ({ t0sz, epd0 }) => 0x80070000 + t0sz + epd0 * 0x80;

/** An address of TTBR0, or of neither. @param {Random} random @param {number} inputBits */
const randomAddress = (random, inputBits) => {
  const inside = longAddress(random, startOf(inputBits), inputBits);
  const outside = once(random, 20) ? bits(random, inputBits - 1, 31) : 0n;
  const address = (inside | outside) & 0xffffffffn;
  const isOfProbe = address >= 0xfe000000n;
  return isOfProbe ? address - 0x80000000n : address;
};

/** TTBR0 with an ASID. @param {Random} random */
const randomBase = (random) =>
  BigInt(virt.memory + tablesAt.from) |
  bits(random, 48, 55) |
  bit(random, pick(random, [0, 1, 2]), 4);

/** @type {(format: Format) => Architecture} */
const architectureOf = (format) => ({
  name: 'armv7-lpae',
  ...virt,
  ...virtMachine('qemu-system-aarch64', 'arm-none-eabi-', 'armv7-lpae.s', '0xfe000000', [
    ...['-M', 'virt,highmem=off,memory-backend=ram', '-cpu', 'cortex-a15'],
  ]),
  bytes: 8,
  ...ends,
  code: code32,
  draw: (random) => {
    const settings = randomControl(random);
    const mmu = format.under(settings);
    const inputBits = 32 - settings.t0sz;
    const base = randomBase(random);
    return {
      settings,
      words: longTables(random, shape, startOf(inputBits), inputBits),
      registers: [...halves(base), ttbcrOf(settings)],
      kinds: [0, 1, 2],
      address: () => randomAddress(random, inputBits),
      walk: (read, access) => mmu.walk(read, asWord(base), access),
    };
  },
  tells,
  excuse: () => undefined,
  excuseWord: () => undefined,
});

/** Long descriptors of ARMv7. @type {Judged} */
export const armv7Lpae = {
  name: 'armv7-lpae',
  hole: 'a walk that does not see XN and PXN',
  true: architectureOf(formats['armv7-lpae']),
  planted: architectureOf(
    makeArmv7Lpae({
      ...lpaeRights,
      permits: (access, bearers) =>
        lpaeRights.permits(
          access.kind === 'execute' ? { ...access, kind: 'load' } : access,
          bearers,
        ),
    }),
  ),
};
