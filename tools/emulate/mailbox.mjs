// @ts-check
/**
 * An emulator that runs a probe, and the mailbox in its memory. Memory is a file that both sides map or read.
 *
 * At 0x80000: how many batches were asked for, how many are done, accesses of the batch, a word that says that the probe
 * runs; at +0x10 CR3, +0x18 CR4, +0x1c CR0, +0x20 IA32_EFER.NXE in its place; from +0x40 accesses of 32 bytes: address, kind
 * (load, store, execute), user, word to store. At 0x84000 results of 32 bytes: vector, error code, CR2, word loaded, EAX.
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

const here = dirname(fileURLToPath(import.meta.url));
const mailbox = 0x80000;
const results = 0x84000;
const magic = 0x1badb002;
const emulator = 'qemu-system-x86_64';

/** Bytes of memory. */
export const memoryBytes = 32 * 1024 * 1024;

/** Most accesses of a batch. */
export const mostAccesses = 64;

/** @typedef {{ va: bigint, kind: 0 | 1 | 2, user: boolean, nonce: number }} Asked */
/** @typedef {{ vector: number, code: number, cr2: bigint, loaded: number, eax: number }} Came */
/** @typedef {{ cr3: number, cr4: number, cr0: number, efer: number, accesses: readonly Asked[] }} Batch */

/** The tools that are not there. @returns {string[]} */
export const missingTools = () =>
  [emulator, 'as', 'ld'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);

export const emulatorVersion = () =>
  spawnSync(emulator, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0] ?? '';

/** @type {(command: string, args: string[]) => void} */
const run = (command, args) => {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
};

/** The probe as a flat image. @type {(bits: 32 | 64, directory: string) => string} */
const build = (bits, directory) => {
  const object = join(directory, 'probe.o');
  const image = join(directory, 'probe.bin');
  run('as', [`--${bits}`, '-o', object, join(here, `probe${bits}.s`)]);
  const emulation = bits === 32 ? 'elf_i386' : 'elf_x86_64';
  run('ld', ['-m', emulation, '-Ttext', '0x100000', '--oformat', 'binary', '-o', image, object]);
  return image;
};

const pause = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);

/** One emulator with a probe that waits for batches. */
export class Emulated {
  #directory = mkdtempSync(join(tmpdir(), 'refmon-emulate-'));
  #file;
  #child;
  #batches = 0;
  #said = '';

  /** @param {32 | 64} bits */
  constructor(bits) {
    const memory = join(this.#directory, 'memory');
    this.#file = openSync(memory, 'w+');
    ftruncateSync(this.#file, memoryBytes);
    const ram = `memory-backend-file,id=ram,size=${memoryBytes},mem-path=${memory},share=on`;
    const image = build(bits, this.#directory);
    const quiet = ['-display', 'none', '-serial', 'none', '-monitor', 'none', '-net', 'none'];
    const machine = ['-M', 'pc,memory-backend=ram', '-cpu', 'max', '-m', '32M', '-object', ram];
    this.#child = spawn(emulator, [...machine, ...quiet, '-no-reboot', '-kernel', image]);
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
    while (this.read(mailbox + at, 4).readUInt32LE() !== value) {
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

  /** @param {Batch} batch @returns {Promise<Came[]>} */
  async ask({ cr3, cr4, cr0, efer, accesses }) {
    const head = Buffer.alloc(0x40 - 8);
    head.writeUInt32LE(accesses.length, 0);
    head.writeUInt32LE(magic, 4);
    head.writeBigUInt64LE(BigInt(cr3), 8);
    head.writeUInt32LE(cr4 >>> 0, 0x10);
    head.writeUInt32LE(cr0 >>> 0, 0x14);
    head.writeUInt32LE(efer >>> 0, 0x18);
    const jobs = Buffer.alloc(accesses.length * 32);
    for (const [index, { va, kind, user, nonce }] of accesses.entries()) {
      jobs.writeBigUInt64LE(va, index * 32);
      jobs.writeUInt32LE(kind, index * 32 + 8);
      jobs.writeUInt32LE(user ? 1 : 0, index * 32 + 12);
      jobs.writeUInt32LE(nonce, index * 32 + 16);
    }
    this.write(mailbox + 8, head);
    this.write(mailbox + 0x40, jobs);
    this.#batches += 1;
    const number = Buffer.alloc(4);
    number.writeUInt32LE(this.#batches);
    this.write(mailbox, number);
    await this.#until(4, this.#batches);
    const came = this.read(results, accesses.length * 32);
    return accesses.map((_, index) => ({
      vector: came.readUInt32LE(index * 32),
      code: came.readUInt32LE(index * 32 + 4),
      cr2: came.readBigUInt64LE(index * 32 + 8),
      loaded: came.readUInt32LE(index * 32 + 16),
      eax: came.readUInt32LE(index * 32 + 20),
    }));
  }

  end() {
    this.#child.kill('SIGKILL');
    closeSync(this.#file);
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
