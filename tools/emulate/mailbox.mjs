// @ts-check
/**
 * An emulator that runs a probe, and the mailbox in its memory. Memory is a file that both sides map or read.
 *
 * The mailbox: how many batches were asked for, how many are done, accesses of the batch, a word that says that the probe
 * runs; from +0x10 registers, 12 words; from +0x40 accesses of 32 bytes: address, kind (load, store, execute), user, word to
 * store. From +0x4000 results of 32 bytes: vector, code, address, word loaded, what executed code has told.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Asked} Asked */
/** @typedef {import('./architecture.mjs').Came} Came */

const magic = 0x1badb002;
const results = 0x4000;

/** Bytes of memory. */
export const memoryBytes = 32 * 1024 * 1024;

/** Most accesses of a batch. */
export const mostAccesses = 64;

/** The source of a probe. @param {string} name */
export const sourceOf = (name) => join(dirname(fileURLToPath(import.meta.url)), name);

/** The image that the last step of an architecture makes. @param {string} directory */
export const imageIn = (directory) => join(directory, 'probe.bin');

/** The programs that make a flat image. @param {string} prefix */
export const binutils = (prefix) => [`${prefix}as`, `${prefix}ld`, `${prefix}objcopy`];

/** Steps that assemble, link, and make a flat image. @param {string} prefix @param {readonly string[]} assembler @param {readonly string[]} linker @returns {Architecture['steps']} */
export const flatImage = (prefix, assembler, linker) => (directory) => {
  const [object, linked] = [join(directory, 'probe.o'), join(directory, 'probe.elf')];
  const [as = '', ld = '', objcopy = ''] = binutils(prefix);
  return [
    [as, '-I', sourceOf('.'), '-o', object, ...assembler],
    [ld, '-o', linked, ...linker, object],
    [objcopy, '-O', 'binary', '-j', '.text', linked, imageIn(directory)],
  ];
};

/** The programs that are not there. @param {readonly string[]} tools @returns {string[]} */
export const missingOf = (tools) =>
  tools.filter((tool) => spawnSync(tool, ['--version']).status !== 0);

/** @param {string} [emulator] */
export const versionOf = (emulator = '') =>
  spawnSync(emulator, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0] ?? '';

/** @param {readonly string[]} step */
const run = ([command = '', ...args]) => {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
};

const pause = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);

const quiet = ['-display', 'none', '-serial', 'none', '-monitor', 'none', '-no-reboot'];

/** An access as the probe reads it. @param {Asked} asked */
const jobOf = ({ va, kind, user, nonce }) => {
  const job = Buffer.alloc(32);
  job.writeBigUInt64LE(va);
  job.writeUInt32LE(kind, 8);
  job.writeUInt32LE(user ? 1 : 0, 12);
  job.writeUInt32LE(nonce, 16);
  return job;
};

/** @param {Buffer} bytes @param {number} at @returns {Came} */
const cameAt = (bytes, at) => ({
  vector: bytes.readUInt32LE(at),
  code: bytes.readUInt32LE(at + 4),
  address: bytes.readBigUInt64LE(at + 8),
  loaded: bytes.readUInt32LE(at + 16),
  executed: bytes.readUInt32LE(at + 20),
});

/** One emulator with a probe that waits for batches. */
export class Emulated {
  #directory = mkdtempSync(join(tmpdir(), 'refmon-emulate-'));
  #mailbox;
  #file;
  #child;
  #batches = 0;
  #said = '';

  /** @param {Architecture} architecture */
  constructor({ tools: [emulator = ''], steps, machine, mailbox }) {
    this.#mailbox = mailbox;
    const memory = join(this.#directory, 'memory');
    this.#file = openSync(memory, 'w+');
    ftruncateSync(this.#file, memoryBytes);
    for (const step of steps(this.#directory)) run(step);
    const ram = `memory-backend-file,id=ram,size=${memoryBytes},mem-path=${memory},share=on`;
    const sized = ['-m', '32M', '-object', ram];
    this.#child = spawn(emulator, [...sized, ...quiet, ...machine(this.#directory)]);
    this.#child.stderr.on('data', (chunk) => (this.#said += chunk));
  }

  /** @param {number} at @param {number} bytes */
  read(at, bytes) {
    const buffer = Buffer.alloc(bytes);
    readSync(this.#file, buffer, 0, bytes, at);
    return buffer;
  }

  /** @param {number} at @param {Buffer} bytes */
  write(at, bytes) {
    writeSync(this.#file, bytes, 0, bytes.length, at);
  }

  /** Waits until a word of the mailbox has a value. @param {number} at @param {number} value */
  async #until(at, value) {
    const started = performance.now();
    while (this.read(this.#mailbox + at, 4).readUInt32LE() !== value) {
      if (performance.now() - started > 30_000)
        throw new Error(`the probe is silent ${this.#said}`);
      pause();
      // The end of the emulator is told between two turns.
      if ((performance.now() - started) % 100 < 2)
        await new Promise((resolve) => setImmediate(resolve));
      if (this.#child.exitCode !== null) throw new Error(`the emulator ended ${this.#said}`);
    }
  }

  async ready() {
    await this.#until(12, magic);
  }

  /** @param {readonly number[]} registers @param {readonly Asked[]} accesses @returns {Promise<Came[]>} */
  async ask(registers, accesses) {
    const head = Buffer.alloc(0x40 - 8);
    head.writeUInt32LE(accesses.length, 0);
    head.writeUInt32LE(magic, 4);
    for (const [index, word] of registers.entries()) head.writeUInt32LE(word >>> 0, 8 + index * 4);
    this.write(this.#mailbox + 8, head);
    this.write(this.#mailbox + 0x40, Buffer.concat(accesses.map(jobOf)));
    this.#batches += 1;
    const number = Buffer.alloc(4);
    number.writeUInt32LE(this.#batches);
    this.write(this.#mailbox, number);
    await this.#until(4, this.#batches);
    const came = this.read(this.#mailbox + results, accesses.length * 32);
    return accesses.map((_, index) => cameAt(came, index * 32));
  }

  end() {
    this.#child.kill('SIGKILL');
    closeSync(this.#file);
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
