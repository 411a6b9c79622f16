// @ts-check
/** What a comparison must know of an architecture. */

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('../../dist/arch/walk.js').Walk} Walk */
/** @typedef {import('../../dist/arch/walk.js').Faulted} Faulted */
/** @typedef {import('../../dist/arch/word.js').Word} Word */
/** @typedef {import('../../dist/arch/access.js').Access} Access */
/** @typedef {import('../../dist/arch/memory.js').ReadWord} ReadWord */

/** 0 a load, 1 a store, 2 an execution. @typedef {0 | 1 | 2} Kind */
/** An access that the probe is asked for. @typedef {{ va: bigint, kind: Kind, user: boolean, nonce: number }} Asked */
/** What came of it: how it ended, and what was loaded, and told by the code that was executed. @typedef {{ vector: number, code: number, address: bigint, loaded: number, executed: number }} Came */
/** A word of a table that `walk` read. @typedef {{ at: number, word: Word }} Read */
/** An access, and what `walk` says of it. @typedef {{ asked: Asked, walk: Walk, reads: readonly Read[] }} Plan */

/** Half a word of a table that is not what `walk` has left. @typedef {{ at: number, is: number, ought: number }} Different */

/**
 * Tables and registers by chance. Shape: `words` by physical address; `registers` are words for the
 * probe; `kinds` are the accesses that it can make with them; an address begins 32 bytes that are tagged.
 *
 * @typedef {{
 *   settings: Readonly<Record<string, number>>,
 *   words: ReadonlyMap<number, bigint>,
 *   registers: readonly number[],
 *   kinds: readonly Kind[],
 *   address: () => bigint,
 *   walk: (read: ReadWord, access: Access) => Walk,
 * }} Drawn
 */

/**
 * A machine, its probe, and a model of its MMU.
 *
 * Shape: `tools` are all programs that are needed, the emulator first; `steps` make the image. Memory
 *        begins at `memory`, its mailbox lies at `mailbox` from there. `code` is the code that tells
 *        its tag, `tells` what the probe ought to say of a fault. `isVoid` says where nothing answers.
 *        `excuse` and `excuseWord` name a difference that is known; of a word they are given the walks
 *        that have read it and faulted.
 *
 * @typedef {{
 *   name: string,
 *   tools: readonly string[],
 *   steps: (directory: string) => readonly (readonly string[])[],
 *   machine: (directory: string) => readonly string[],
 *   memory: number,
 *   mailbox: number,
 *   bytes: 4 | 8,
 *   done: number,
 *   executed: number,
 *   code: (tag: number) => Uint8Array,
 *   isVoid: (at: number) => boolean,
 *   draw: (random: Random) => Drawn,
 *   tells: (fault: Faulted, asked: Asked, settings: Drawn['settings']) => Pick<Came, 'vector' | 'code'> & { address: bigint | undefined },
 *   excuse: (plan: Plan, came: Came, settings: Drawn['settings']) => string | undefined,
 *   excuseWord: (different: Different, onTheWay: readonly Plan[], settings: Drawn['settings']) => string | undefined,
 * }} Architecture
 */

/** An architecture with the true model, and with one that has a hole, which must be found. @typedef {{ name: string, hole: string, true: Architecture, planted: Architecture }} Judged */

/** What accesses do, by number. */
export const kindNames = /** @type {const} */ (['load', 'store', 'execute']);

/** Code as words of 32 bits, the lowest byte first. @param {...number} words */
export const codeOf = (...words) => new Uint8Array(new Uint32Array(words).buffer);

/** A number of 64 bits as two registers. @param {bigint} word */
export const halves = (word) => [Number(word & 0xffffffffn), Number(word >> 32n)];

/** @param {bigint} word */
export const asWord = (word) => ({ high: Number(word >> 32n), low: Number(word & 0xffffffffn) });

/** @param {Word} word */
export const asNumber = ({ high, low }) => (BigInt(high) << 32n) | BigInt(low);

/** An access as `walk` takes it. @param {Pick<Asked, 'va' | 'kind' | 'user'>} asked @returns {Access} */
export const accessOf = ({ va, kind, user }) => ({
  address: asWord(va),
  kind: kindNames[kind],
  privilege: user ? 'user' : 'kernel',
});
