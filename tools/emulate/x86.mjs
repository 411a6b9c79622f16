// @ts-check
/** The formats of the x86 family, as a PC has them. */
import { formats } from '../../dist/arch/catalogue.js';
import { permits } from '../../dist/arch/x86-family/access-rights.js';
import { makeX86Format } from '../../dist/arch/x86-family/format.js';
import { x86Parts } from '../../dist/arch/x86/format.js';
import { x86PaeParts } from '../../dist/arch/x86-pae/format.js';
import { x86_64Parts } from '../../dist/arch/x86_64/format.js';
import { binutils, flatImage, imageIn, sourceOf } from './mailbox.mjs';
import { once, tablesAt } from './random.mjs';
import { randomAddress, randomTables, shapes } from './x86-tables.mjs';

/** @typedef {import('../../dist/arch/format.js').Format} Format */
/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Judged} Judged */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./x86-tables.mjs').Shape} Shape */

/** Vectors: what the probe's own actions end with, what tagged code ends with, and faults. */
const vectors = { done: 0x82, executed: 0x81, protection: 13, page: 14 };

/** @param {Random} random */
const randomControl = (random) => ({
  wp: random.below(2),
  nxe: once(random, 4) ? 0 : 1,
  smep: once(random, 4) ? 1 : 0,
  smap: once(random, 4) ? 1 : 0,
  pse: random.below(2),
});

/** CR3, CR4, CR0, and IA32_EFER.NXE in its place. @param {Shape} shape @param {ReturnType<typeof randomControl>} control */
const registersOf = ({ bytes }, { wp, nxe, smep, smap, pse }) => [
  tablesAt.from,
  0,
  (bytes === 8 ? 0x20 : 0) + pse * 0x10 + smep * 2 ** 20 + smap * 2 ** 21,
  0x80000011 + wp * 2 ** 16,
  nxe * 2 ** 11,
];

/** `mov $tag, %eax; int $0x81`. @type {Architecture['code']} */
const code = (tag) => {
  const bytes = Buffer.from([0xb8, 0, 0, 0, 0, 0xcd, vectors.executed]);
  bytes.writeUInt32LE(tag, 1);
  return bytes;
};

/** A word that has bit 5 besides. @param {Shape} shape @returns {Architecture['excuseWord']} */
const excuseWord =
  ({ name, bytes }) =>
  ({ at, is, ought }, onTheWay) => {
    const isMark = at % bytes === 0 && (is ^ ought) === 0x20 && (is & 0x20) !== 0;
    if (!isMark) return undefined;
    if (name === 'x86-pae' && at < tablesAt.from + 32) return 'E2';
    return onTheWay.length > 0 ? 'E3' : undefined;
  };

/** @type {(shape: Shape) => Pick<Architecture, 'tools' | 'steps' | 'machine'>} */
const machineOf = ({ bits }) => ({
  tools: ['qemu-system-x86_64', ...binutils('')],
  steps: flatImage(
    '',
    [`--${bits}`, sourceOf(bits === 32 ? 'x86.s' : 'x86_64.s')],
    ['-m', bits === 32 ? 'elf_i386' : 'elf_x86_64', '-Ttext', '0x100000'],
  ),
  machine: (directory) => [
    ...['-M', 'pc,memory-backend=ram', '-cpu', 'max', '-net', 'none'],
    ...['-kernel', imageIn(directory)],
  ],
});

/** @type {(shape: Shape, format: Format) => Architecture} */
const architectureOf = (shape, format) => ({
  name: shape.name,
  ...machineOf(shape),
  memory: 0,
  mailbox: 0x80000,
  bytes: shape.bytes,
  ...{ done: vectors.done, executed: vectors.executed, code },
  isVoid: () => false,
  draw: (random) => {
    const settings = randomControl(random);
    const mmu = format.under(settings);
    return {
      settings,
      words: randomTables(random, shape, shape.name !== 'x86' || settings.pse === 1),
      registers: registersOf(shape, settings),
      kinds: [0, 1, 2],
      address: () => randomAddress(random, shape),
      walk: (read, access) => mmu.walk(read, { high: 0, low: tablesAt.from }, access),
    };
  },
  tells: ({ raises, code: error }, { va }) => {
    const isPage = raises !== '#GP';
    return {
      vector: isPage ? vectors.page : vectors.protection,
      code: error,
      address: isPage ? va : undefined,
    };
  },
  excuse: ({ walk, asked }, came) => {
    const isReserved = walk.kind === 'faulted' && walk.fault === 'reserved';
    const isPage = came.vector === vectors.page && came.address === asked.va;
    return isReserved && isPage && came.code === (walk.code & ~1) ? 'E1' : undefined;
  },
  excuseWord: excuseWord(shape),
});

/** @type {(shape: Shape, parts: import('../../dist/arch/x86-family/format.js').X86Parts) => Judged} */
const judgedOf = (shape, parts) => ({
  name: shape.name,
  hole: 'a walk that does not see U/S',
  true: architectureOf(shape, formats[shape.name]),
  planted: architectureOf(
    shape,
    makeX86Format({
      ...parts,
      permits: (access, allowed, control) => permits(access, { ...allowed, user: true }, control),
    }),
  ),
});

/** 32-bit, PAE and 4-level paging. @type {readonly Judged[]} */
export const x86Family = [
  judgedOf(shapes.x86, x86Parts),
  judgedOf(shapes['x86-pae'], x86PaeParts),
  judgedOf(shapes.x86_64, x86_64Parts),
];
