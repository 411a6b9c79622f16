// @ts-check
/** Batches of random accesses, made by `walk` on a copy of the memory and by an emulator's MMU on its own. */
import { wordOf } from '../../dist/arch/word.js';
import { randomStream } from '../../dist/simulator/random.js';
import { Emulated, memoryBytes, mostAccesses } from './mailbox.mjs';
import { randomAddress, randomTables, tablesAt, taggedAt } from './tables.mjs';

/** @typedef {import('./tables.mjs').Shape} Shape */
/** @typedef {import('./mailbox.mjs').Came} Came */
/** @typedef {import('../../dist/arch/walk.js').Walk} Walk */
/** @typedef {import('../../dist/arch/format.js').Format} Format */
/** @typedef {{ asked: import('./mailbox.mjs').Asked, walk: Walk, reads: readonly number[] }} Plan */
/** @typedef {Record<string, number>} Control */
/** @typedef {{ compared: number, ends: Map<string, number>, excused: Map<string, number>, differences: string[] }} Counts */

const kinds = /** @type {const} */ (['load', 'store', 'execute']);
/** Where in its 32 bytes an access is made: a load of the tag, a store beside it, the code that tells the tag. */
const offsets = /** @type {const} */ ([8, 16, 0]);
const numbers = /** @type {const} */ ([0, 1, 2]);
/** Vectors: what the probe's own actions end with, what tagged code ends with, and faults. */
const vectors = { done: 0x82, executed: 0x81, protection: 13, page: 14 };

/** @type {(map: Map<string, number>, key: string) => void} */
const count = (map, key) => void map.set(key, (map.get(key) ?? 0) + 1);

/** Memory with tags: every 32 bytes say where they are, as code (`mov $at, %eax; int $0x81`) and as a word. */
const taggedMemory = () => {
  const memory = Buffer.alloc(memoryBytes);
  for (let at = taggedAt.from; at < taggedAt.to; at += 32) {
    memory.writeUInt8(0xb8, at);
    memory.writeUInt32LE(at, at + 1);
    memory.writeUInt16LE(0x81cd, at + 5);
    memory.writeUInt32LE(at, at + 8);
  }
  return memory;
};

/** @type {(range: { from: number, to: number }, at: number) => boolean} */
const isIn = ({ from, to }, at) => at >= from && at < to;

/** A fault, as the emulator told it, against the one of `walk`. @type {(walk: any, va: bigint, came: Came, excused: Map<string, number>) => string | undefined} */
const faultDiffers = (walk, va, { vector, code, cr2 }, excused) => {
  const told = `the emulator raised ${String(vector)} with ${String(code)}`;
  if (walk.raises === '#GP') {
    return vector === vectors.protection && code === walk.code ? undefined : told;
  }
  if (vector !== vectors.page) return told;
  if (cr2 !== va) return `the emulator told of ${cr2.toString(16)}`;
  if (code === walk.code) return undefined;
  if (walk.fault !== 'reserved' || code !== (walk.code & ~1)) return told;
  count(excused, 'E1');
  return undefined;
};

/** One architecture: the emulator, and a copy of its memory that `walk` reads and updates. */
export class Comparison {
  #memory = taggedMemory();
  #emulated;
  #shape;
  #format;
  #random;
  #nonce = 0x40000000;
  /** @type {Counts} */
  counts = { compared: 0, ends: new Map(), excused: new Map(), differences: [] };

  /** @param {Shape} shape @param {Format} format @param {number} seed */
  constructor(shape, format, seed) {
    this.#shape = shape;
    this.#format = format;
    this.#random = randomStream(seed);
    this.#emulated = new Emulated(shape.bits);
  }

  async start() {
    await this.#emulated.ready();
    this.#emulated.write(taggedAt.from, this.#memory.subarray(taggedAt.from, taggedAt.to));
  }

  end() {
    this.#emulated.end();
  }

  /** @param {number} at */
  #word(at) {
    const low = this.#memory.readUInt32LE(at);
    return wordOf(this.#shape.bytes === 4 ? 0 : this.#memory.readUInt32LE(at + 4), low);
  }

  /** @param {number} at @param {bigint} word */
  #put(at, word) {
    if (this.#shape.bytes === 4) this.#memory.writeUInt32LE(Number(word), at);
    else this.#memory.writeBigUInt64LE(word, at);
  }

  #randomControl() {
    const { below } = this.#random;
    return {
      wp: below(2),
      nxe: below(4) === 0 ? 0 : 1,
      smep: below(4) === 0 ? 1 : 0,
      smap: below(4) === 0 ? 1 : 0,
      pse: below(2),
    };
  }

  /** One random access by `walk`; nothing, where it reads or reaches what is no table and not tagged. @param {any} mmu @returns {Plan | undefined} */
  #planOne(mmu) {
    const kind = numbers[this.#random.below(3)] ?? 0;
    const va = randomAddress(this.#random, this.#shape) + BigInt(offsets[kind]);
    const user = this.#random.below(2) === 1;
    const address = wordOf(Number(va >> 32n), Number(va & 0xffffffffn));
    /** @type {number[]} */
    const reads = [];
    /** @type {(at: number) => import('../../dist/arch/word.js').Word} */
    const read = (at) => {
      reads.push(at);
      return isIn(tablesAt, at) ? this.#word(at) : wordOf(0, 0);
    };
    const access = { address, kind: kinds[kind], privilege: user ? 'user' : 'kernel' };
    /** @type {Walk} */
    const walk = mmu.walk(read, wordOf(0, tablesAt.from), access);
    const isKnown = walk.kind === 'faulted' || isIn(taggedAt, walk.address);
    if (!isKnown || reads.some((at) => !isIn(tablesAt, at))) return undefined;
    this.#nonce += 1;
    return { asked: { va, kind, user, nonce: this.#nonce }, walk, reads };
  }

  /** A batch of accesses; each is made on what those before it have left. @param {Control} control */
  #plan(control) {
    const mmu = this.#format.under(control);
    /** @type {Plan[]} */
    const plans = [];
    // Tables by which nothing is reached that could be compared are left after a while.
    for (let drawn = 0; plans.length < mostAccesses && drawn < mostAccesses * 8; drawn += 1) {
      const plan = this.#planOne(mmu);
      if (plan === undefined) continue;
      plans.push(plan);
      for (const { address, word } of plan.walk.kind === 'translated' ? plan.walk.updates : []) {
        this.#put(address, (BigInt(word.high) << 32n) | BigInt(word.low));
      }
    }
    return plans;
  }

  /** Why an access did not come to what `walk` says. @param {Plan} plan @param {Came} came @param {Map<number, number>} stored */
  #differs({ asked: { kind, va }, walk }, came, stored) {
    if (walk.kind === 'faulted') return faultDiffers(walk, va, came, this.counts.excused);
    const { vector, code, loaded, eax } = came;
    if (vector !== (kind === 2 ? vectors.executed : vectors.done)) {
      return `the emulator raised ${String(vector)} with ${String(code)}`;
    }
    const tag = walk.address - (walk.address % 32);
    if (kind === 0) return loaded === tag ? undefined : `loaded from ${loaded.toString(16)}`;
    if (kind === 2) return eax === tag ? undefined : `executed at ${eax.toString(16)}`;
    const held = this.#emulated.read(walk.address, 4).readUInt32LE();
    return held === stored.get(walk.address) ? undefined : 'stored elsewhere';
  }

  /** Words of tables that are not as `walk` has left them. @param {readonly Plan[]} plans @returns {string[]} */
  #tablesDiffer(plans) {
    const { from, to } = tablesAt;
    const { name, bytes } = this.#shape;
    const onTheWay = new Set(
      plans.flatMap(({ walk, reads }) => (walk.kind === 'faulted' ? reads : [])),
    );
    const now = this.#emulated.read(from, to - from);
    /** @type {string[]} */
    const different = [];
    for (let at = from; at < to; at += 4) {
      const is = now.readUInt32LE(at - from);
      const ought = this.#memory.readUInt32LE(at);
      if (is === ought) continue;
      const isMark = at % bytes === 0 && (is ^ ought) === 0x20 && (is & 0x20) !== 0;
      if (isMark && name === 'x86-pae' && at < from + 32) count(this.counts.excused, 'E2');
      else if (isMark && onTheWay.has(at)) count(this.counts.excused, 'E3');
      else
        different.push(
          `the word at ${at.toString(16)}: ${is.toString(16)}, not ${ought.toString(16)}`,
        );
    }
    return different;
  }

  /** @param {Control} control @param {readonly Plan[]} plans */
  #ask({ wp = 0, nxe = 0, smep = 0, smap = 0, pse = 0 }, plans) {
    return this.#emulated.ask({
      cr3: tablesAt.from,
      cr4: (this.#shape.bytes === 8 ? 0x20 : 0) + pse * 0x10 + smep * 2 ** 20 + smap * 2 ** 21,
      cr0: 0x80000011 + wp * 2 ** 16,
      efer: nxe * 2 ** 11,
      accesses: plans.map(({ asked }) => asked),
    });
  }

  /** Random tables, and accesses by them. */
  async batch() {
    const control = this.#randomControl();
    const hasLarge = this.#shape.name !== 'x86' || control.pse === 1;
    const { from, to } = tablesAt;
    this.#memory.fill(0, from, to);
    for (const [at, word] of randomTables(this.#random, this.#shape, hasLarge)) this.#put(at, word);
    this.#emulated.write(from, this.#memory.subarray(from, to));
    const plans = this.#plan(control);
    if (plans.length === 0) return;
    const came = await this.#ask(control, plans);
    /** @type {Map<number, number>} */
    const stored = new Map();
    for (const { asked, walk } of plans) {
      if (asked.kind === 1 && walk.kind === 'translated') stored.set(walk.address, asked.nonce);
    }
    const { compared, ends, differences } = this.counts;
    this.counts.compared = compared + plans.length;
    for (const [index, plan] of plans.entries()) {
      const { asked, walk } = plan;
      const said = walk.kind === 'translated' ? 'translated' : walk.fault;
      count(ends, said);
      const result = came[index];
      const why = result === undefined ? 'no result' : this.#differs(plan, result, stored);
      if (why === undefined) continue;
      const who = asked.user ? 'a user' : 'the kernel';
      differences.push(
        `${kinds[asked.kind]} by ${who} at 0x${asked.va.toString(16)}, ${JSON.stringify(control)}: ${said}; ${why}`,
      );
    }
    differences.push(...this.#tablesDiffer(plans));
  }
}
