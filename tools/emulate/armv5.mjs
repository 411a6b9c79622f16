// @ts-check
/** VMSAv5, on an ARM926EJ-S. Memory begins at 0, and nothing is between it and 256 MB. */
import { makeShortMmu } from '../../dist/arch/arm-short/format.js';
import { controlOf } from '../../dist/arch/armv5/control.js';
import { armv5Parts } from '../../dist/arch/armv5/format.js';
import { formats } from '../../dist/arch/catalogue.js';
import { asWord } from './architecture.mjs';
import * as short from './arm-short.mjs';
import { binutils, flatImage, imageIn, memoryBytes, sourceOf } from './mailbox.mjs';
import { bit, bits, frame, once, pick, table } from './random.mjs';

/** @typedef {import('../../dist/arch/format.js').Format} Format */
/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Judged} Judged */
/** @typedef {import('./random.mjs').Random} Random */

/** The table of the first level, and coarse and fine ones of the second. */
const root = table(0);
const coarse = [0, 1, 2].map((index) => table(16) + index * 1024);
const fine = [table(17), table(18)];
/** The first section is the probe's. */
const firstSlots = [1, 2, 0x10, 0x123, 0x7ff, 0x800, 0xfff];
const secondSlots = [0, 1, 2, 0x45, 0xf0, 0xff];

/** A section. @param {Random} random */
const section = (random) =>
  frame(random, 20, 0) |
  (once(random, 5) ? bits(random, 12, 19) : 0n) |
  bits(random, 10, 11) |
  bit(random, 9, 2) |
  bits(random, 2, 4) |
  short.randomDomain(random) |
  2n;

/** A reference to a table; now and then where no memory is. @param {Random} random */
const reference = (random) => {
  const isFine = once(random, 2);
  const address = BigInt(pick(random, isFine ? fine : coarse)) | bit(random, 27, 25);
  const ignored = bits(random, 2, 4) | bit(random, 9, 2) | (isFine ? bits(random, 10, 11) : 0n);
  return address | ignored | short.randomDomain(random) | (isFine ? 3n : 1n);
};

/** @param {Random} random */
const firstEntry = (random) => {
  if (once(random, 14)) return short.invalid(random);
  return once(random, 3) ? section(random) : reference(random);
};

/** A large, small or tiny page. @param {Random} random @param {'coarse' | 'fine'} where */
const secondEntry = (random, where) => {
  if (once(random, 14)) return short.invalid(random);
  const type =
    where === 'fine' || once(random, 12) ? pick(random, [1, 2, 3]) : pick(random, [1, 2]);
  const shift = type === 1 ? 16 : type === 2 ? 12 : 10;
  const beneath = type === 1 ? bits(random, 12, 15) : 0n;
  const permissions = type === 3 ? bits(random, 4, 9) : bits(random, 4, 11);
  return frame(random, shift, 0) | beneath | permissions | bits(random, 2, 3) | BigInt(type);
};

/** The words of all tables. @param {Random} random */
const randomTables = (random) => {
  const words = new Map([[root, short.probeSection(0)]]);
  for (const slot of firstSlots) words.set(root + slot * 4, firstEntry(random));
  for (const slot of secondSlots) {
    for (const at of coarse) words.set(at + slot * 4, secondEntry(random, 'coarse'));
    for (const at of fine) {
      for (let quarter = slot * 4; quarter < slot * 4 + 4; quarter += 1)
        words.set(at + quarter * 4, secondEntry(random, 'fine'));
    }
  }
  return words;
};

/** @param {Random} random */
const randomControl = (random) => ({
  dacr: short.randomDacr(random),
  s: random.below(2),
  r: random.below(2),
});

/** The control register with M, and bits that are 1; S and R. @param {{ s: number, r: number }} control */
const controlWord = ({ s, r }) => 0x50079 + s * 0x100 + r * 0x200;

/** @type {Pick<Architecture, 'tools' | 'steps' | 'machine' | 'memory' | 'mailbox' | 'isVoid'>} */
const machine = {
  tools: ['qemu-system-arm', ...binutils('arm-none-eabi-')],
  steps: flatImage('arm-none-eabi-', ['-march=armv5te', sourceOf('armv5.s')], ['-Ttext', '0']),
  machine: (directory) => [
    ...['-M', 'versatilepb,memory-backend=ram', '-cpu', 'arm926', '-net', 'none'],
    ...['-device', `loader,file=${imageIn(directory)},addr=0,force-raw=on,cpu-num=0`],
  ],
  memory: 0,
  mailbox: 0x80000,
  isVoid: (at) => at >= memoryBytes && at < 0x10000000,
};

/** A translation fault of the first level, with what the descriptor has where others name a domain. @param {import('./architecture.mjs').Plan} plan @param {import('./architecture.mjs').Came} came */
const isDomainOfNothing = ({ asked, walk, reads }, came) => {
  if (walk.kind !== 'faulted' || walk.fault !== 'notPresent' || walk.level !== 1) return false;
  const { vector, code, address } = short.tells(walk, asked, {});
  const domain = ((reads[0]?.word.low ?? 0) >>> 1) & 0xf0;
  return came.vector === vector && came.code === (code | domain) && came.address === address;
};

/** @type {(format: Pick<Format, 'under'>) => Architecture} */
const architectureOf = (format) => ({
  name: 'armv5',
  ...machine,
  bytes: 4,
  ...short.ends,
  code: short.code32,
  draw: (random) => {
    const settings = randomControl(random);
    const mmu = format.under(settings);
    const base = root + random.below(2 ** 14);
    return {
      settings,
      words: randomTables(random),
      registers: [base, settings.dacr, controlWord(settings)],
      kinds: [0, 1, 2],
      address: () => short.shortAddress(random, firstSlots, secondSlots),
      walk: (read, access) => mmu.walk(read, asWord(BigInt(base)), access),
    };
  },
  tells: short.tells,
  excuse: (plan, came, { dacr = 0 }) => {
    if (short.isDomainFirst(plan, came, dacr)) return 'E6';
    return isDomainOfNothing(plan, came) ? 'E9' : undefined;
  },
  excuseWord: () => undefined,
});

/** VMSAv5. @type {Judged} */
export const armv5 = {
  name: 'armv5',
  hole: 'a walk that does not see users',
  true: architectureOf(formats.armv5),
  planted: architectureOf({
    under: (settings) => {
      const parts = armv5Parts(controlOf(settings));
      return makeShortMmu({
        ...parts,
        permits: (found, access) => parts.permits(found, { ...access, privilege: 'kernel' }),
      });
    },
  }),
};
