// @ts-check
/** Batches of random accesses, made by `walk` on a copy of the memory and by an emulator's MMU on its own. */
import { randomStream } from '../../dist/simulator/random.js';
import { accessOf, asNumber, asWord, kindNames } from './architecture.mjs';
import { faultDiffers, placeDiffers } from './difference.mjs';
import { Emulated, memoryBytes, mostAccesses } from './mailbox.mjs';
import { pick, tablesAt, taggedAt } from './random.mjs';

/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Came} Came */
/** @typedef {import('./architecture.mjs').Drawn} Drawn */
/** @typedef {import('./architecture.mjs').Plan} Plan */
/** @typedef {import('./architecture.mjs').Read} Read */
/** @typedef {{ compared: number, translated: number, faulted: number, kinds: Map<string, number>, ends: Map<string, number>, excused: Map<string, number>, differences: string[] }} Counts */

/** Where in its 32 bytes an access is made: a load of the tag, a store beside it, the code that tells the tag. */
const offsets = /** @type {const} */ ([24, 28, 0]);

/** @type {(map: Map<string, number>, key: string) => void} */
const count = (map, key) => void map.set(key, (map.get(key) ?? 0) + 1);

/** Memory with tags: every 32 bytes say where they are, as code and as a word. @param {Architecture} architecture */
const taggedMemory = ({ memory: begin, code }) => {
  const memory = Buffer.alloc(memoryBytes);
  for (let at = taggedAt.from; at < taggedAt.to; at += 32) {
    memory.set(code(begin + at), at);
    memory.writeUInt32LE(begin + at, at + offsets[0]);
  }
  return memory;
};

/** @type {(range: { from: number, to: number }, at: number) => boolean} */
const isIn = ({ from, to }, at) => at >= from && at < to;

/** One architecture: the emulator, and a copy of its memory that `walk` reads and updates. */
export class Comparison {
  #memory;
  #emulated;
  #architecture;
  #random;
  #nonce = 0x40000000;
  /** @type {Counts} */
  counts = {
    compared: 0,
    translated: 0,
    faulted: 0,
    kinds: new Map(),
    ends: new Map(),
    excused: new Map(),
    differences: [],
  };

  /** @param {Architecture} architecture @param {number} seed */
  constructor(architecture, seed) {
    this.#architecture = architecture;
    this.#random = randomStream(seed);
    this.#memory = taggedMemory(architecture);
    this.#emulated = new Emulated(architecture);
  }

  async start() {
    await this.#emulated.ready();
    this.#emulated.write(taggedAt.from, this.#memory.subarray(taggedAt.from, taggedAt.to));
  }

  end() {
    this.#emulated.end();
  }

  /** The word of a table, of as many bytes as the architecture has; 0 outside of tables. @param {number} at */
  #word(at) {
    if (!isIn(tablesAt, at)) return 0n;
    return this.#architecture.bytes === 4
      ? BigInt(this.#memory.readUInt32LE(at))
      : this.#memory.readBigUInt64LE(at);
  }

  /** @param {number} address @param {bigint} word */
  #put(address, word) {
    const at = address - this.#architecture.memory;
    if (this.#architecture.bytes === 4) this.#memory.writeUInt32LE(Number(word), at);
    else this.#memory.writeBigUInt64LE(word, at);
  }

  /** One random access by `walk`; nothing, where it reads or reaches what is no table and not tagged. @param {Drawn} drawn @returns {Plan | undefined} */
  #planOne(drawn) {
    const { memory, isVoid } = this.#architecture;
    const kind = pick(this.#random, drawn.kinds);
    const va = drawn.address() + BigInt(offsets[kind]);
    const user = this.#random.below(2) === 1;
    /** @type {Read[]} */
    const reads = [];
    const walk = drawn.walk((at) => {
      if (isVoid(at)) return undefined;
      const word = asWord(this.#word(at - memory));
      reads.push({ at, word });
      return word;
    }, accessOf({ va, kind, user }));
    const isKnown = walk.kind === 'faulted' || isIn(taggedAt, walk.address - memory);
    if (!isKnown || reads.some(({ at }) => !isIn(tablesAt, at - memory))) return undefined;
    this.#nonce += 1;
    return { asked: { va, kind, user, nonce: this.#nonce }, walk, reads };
  }

  /** A batch of accesses; each is made on what those before it have left. @param {Drawn} drawn */
  #plan(drawn) {
    /** @type {Plan[]} */
    const plans = [];
    // Tables by which nothing is reached that could be compared are left after a while.
    for (let times = 0; plans.length < mostAccesses && times < mostAccesses * 8; times += 1) {
      const plan = this.#planOne(drawn);
      if (plan === undefined) continue;
      plans.push(plan);
      const updates = plan.walk.kind === 'translated' ? plan.walk.updates : [];
      for (const { address, word } of updates) this.#put(address, asNumber(word));
    }
    return plans;
  }

  /** Why an access did not come to what `walk` says. @param {Plan} plan @param {Came} came @param {Map<number, number>} stored @param {Drawn} drawn */
  #differs({ asked, walk }, came, stored, { settings }) {
    const architecture = this.#architecture;
    if (walk.kind === 'faulted') {
      return faultDiffers(architecture.tells(walk, asked, settings), came);
    }
    const { address } = walk;
    const isHeld = () =>
      this.#emulated.read(address - architecture.memory, 4).readUInt32LE() === stored.get(address);
    return placeDiffers(architecture, address, asked, came, isHeld);
  }

  /** Words of tables that are not as `walk` has left them. @param {readonly Plan[]} plans @param {Drawn} drawn @returns {string[]} */
  #tablesDiffer(plans, { settings }) {
    const { from, to } = tablesAt;
    const { memory, excuseWord } = this.#architecture;
    const now = this.#emulated.read(from, to - from);
    /** @type {string[]} */
    const different = [];
    for (let offset = from; offset < to; offset += 4) {
      const is = now.readUInt32LE(offset - from);
      const ought = this.#memory.readUInt32LE(offset);
      if (is === ought) continue;
      const at = memory + offset;
      const onTheWay = plans.filter(
        ({ walk, reads }) => walk.kind === 'faulted' && reads.some((read) => read.at === at),
      );
      const excuse = excuseWord({ at, is, ought }, onTheWay, settings);
      if (excuse !== undefined) count(this.counts.excused, excuse);
      else
        different.push(
          `the word at 0x${at.toString(16)}: 0x${is.toString(16)}, not 0x${ought.toString(16)}`,
        );
    }
    return different;
  }

  /** @param {Drawn} drawn @param {Plan} plan @param {Came} came @param {Map<number, number>} stored */
  #judge(drawn, plan, came, stored) {
    const { asked, walk, reads } = plan;
    const { counts } = this;
    const kind = kindNames[asked.kind];
    const who = asked.user ? 'user' : 'kernel';
    const said = walk.kind === 'translated' ? 'translated' : walk.fault;
    counts.compared += 1;
    counts[walk.kind] += 1;
    count(counts.kinds, `${who} ${kind}`);
    count(counts.ends, said);
    const why = this.#differs(plan, came, stored, drawn);
    if (why === undefined) return;
    const excuse = this.#architecture.excuse(plan, came, drawn.settings);
    if (excuse !== undefined) return count(counts.excused, excuse);
    const words = reads.map(({ word }) => asNumber(word).toString(16)).join(' ');
    counts.differences.push(
      `${kind} by ${who} at 0x${asked.va.toString(16)}, ${JSON.stringify(drawn.settings)}, by [${words}]: ${said} ${why}`,
    );
  }

  /** Random tables, and accesses by them. */
  async batch() {
    const drawn = this.#architecture.draw(this.#random);
    const { from, to } = tablesAt;
    this.#memory.fill(0, from, to);
    for (const [at, word] of drawn.words) this.#put(at, word);
    this.#emulated.write(from, this.#memory.subarray(from, to));
    const plans = this.#plan(drawn);
    if (plans.length === 0) return;
    const came = await this.#emulated.ask(
      drawn.registers,
      plans.map(({ asked }) => asked),
    );
    /** @type {Map<number, number>} */
    const stored = new Map();
    for (const { asked, walk } of plans) {
      if (asked.kind === 1 && walk.kind === 'translated') stored.set(walk.address, asked.nonce);
    }
    for (const [index, plan] of plans.entries()) {
      const result = came[index];
      if (result === undefined) throw new Error('fewer results than accesses');
      this.#judge(drawn, plan, result, stored);
    }
    this.counts.differences.push(...this.#tablesDiffer(plans, drawn));
  }
}
