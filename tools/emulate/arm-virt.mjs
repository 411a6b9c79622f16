// @ts-check
/** The machine `virt` of QEMU, on which probes of ARM run. Memory begins at 1 GB, and nothing is above it. */
import { binutils, flatImage, imageIn, memoryBytes, sourceOf } from './mailbox.mjs';

/** @typedef {import('./architecture.mjs').Architecture} Architecture */

const memory = 0x40000000;

/** Where the image of the probe is loaded: the machine puts its device tree before it. */
const loadedAt = 0x40200000;

/** @type {Pick<Architecture, 'memory' | 'mailbox' | 'isVoid'>} */
export const virt = {
  memory,
  mailbox: 0x280000,
  isVoid: (at) => at >= memory + memoryBytes,
};

/** @type {(emulator: string, prefix: string, source: string, linkedAt: string, options: readonly string[]) => Pick<Architecture, 'tools' | 'steps' | 'machine'>} */
export const virtMachine = (emulator, prefix, source, linkedAt, options) => ({
  tools: [emulator, ...binutils(prefix)],
  steps: flatImage(prefix, [sourceOf(source)], ['-Ttext', linkedAt]),
  machine: (directory) => [
    ...options,
    ...['-net', 'none'],
    ...['-device', `loader,file=${imageIn(directory)},addr=${loadedAt},force-raw=on,cpu-num=0`],
  ],
});
