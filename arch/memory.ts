import type { Writer } from '../model/writer.ts';
import { isEqual, wordOf } from './word.ts';
import type { Word } from './word.ts';

/** 32 units of 32 bits; never changed once it is in a memory. */
type Leaf = Uint32Array;
type Branch = readonly (Branch | Leaf | undefined)[];

/** Children of a branch, and units of a leaf: 32, by 5 bits of an address. */
const fanBits = 5;
const fan = 2 ** fanBits;
const unitBytes = 4;

/** The bits of a unit's number that choose a child, from bit `shift` up. Bits from the 30th up are beyond an integer's. */
const childOf = (unit: number, shift: number): number =>
  (shift < 30 ? unit >>> shift : Math.floor(unit / 2 ** 30) >>> (shift - 30)) & (fan - 1);

/**
 * Simulated physical memory: a value that is copied along one path where a word is written, so that
 * states share what they have in common.
 *
 * Shape: a tree of 32 children a node; what is absent holds zeros.
 * Units: `size` in bytes; units of 32 bits lie in the order of their addresses, low half first.
 */
export interface PhysicalMemory {
  readonly size: number;
  /** The bits of a unit's number below those that choose a child of the root. */
  readonly shift: number;
  readonly root: Branch | undefined;
}

/** Memory of so many bytes, all zero. Units: at most 2^52 bytes. */
export const emptyMemory = (size: number): PhysicalMemory => {
  let shift = fanBits;
  while (2 ** (shift + fanBits) * unitBytes < size) shift += fanBits;
  return { size, shift, root: undefined };
};

const findLeaf = ({ root, shift }: PhysicalMemory, unit: number): Leaf | undefined => {
  let node: Branch | Leaf | undefined = root;
  for (let at = shift; node !== undefined; at -= fanBits) {
    if (node instanceof Uint32Array) return node;
    node = node[childOf(unit, at)];
  }
  return undefined;
};

/**
 * The word of 4 or 8 bytes at a physical address, aligned down to it.
 *
 * Result: `undefined` where no memory answers.
 */
export const readWord = (
  memory: PhysicalMemory,
  address: number,
  bytes: 4 | 8,
): Word | undefined => {
  const unit = Math.floor(address / bytes) * (bytes / unitBytes);
  if ((unit + bytes / unitBytes) * unitBytes > memory.size) return undefined;
  const leaf = findLeaf(memory, unit);
  const low = leaf?.[unit & (fan - 1)] ?? 0;
  return { low, high: bytes === 4 ? 0 : (leaf?.[(unit & (fan - 1)) + 1] ?? 0) };
};

/** A branch with another child. */
const withChild = (
  branch: Branch | undefined,
  index: number,
  child: Branch | Leaf | undefined,
): Branch => {
  const next: (Branch | Leaf | undefined)[] =
    branch === undefined ? new Array<undefined>(fan).fill(undefined) : [...branch];
  next[index] = child;
  return next;
};

const withLeaf = (
  node: Branch | undefined,
  shift: number,
  unit: number,
  change: (leaf: Leaf) => void,
): Branch => {
  const index = childOf(unit, shift);
  const child = node?.[index];
  if (shift > fanBits) {
    const branch = child instanceof Uint32Array ? undefined : child;
    return withChild(node, index, withLeaf(branch, shift - fanBits, unit, change));
  }
  const leaf = child instanceof Uint32Array ? child.slice() : new Uint32Array(fan);
  change(leaf);
  return withChild(node, index, leaf);
};

/** The memory with a word of 4 or 8 bytes at an address, aligned down to it; the same, where there is none. */
export const writeWord = (
  memory: PhysicalMemory,
  address: number,
  bytes: 4 | 8,
  word: Word,
): PhysicalMemory => {
  const unit = Math.floor(address / bytes) * (bytes / unitBytes);
  const held = readWord(memory, address, bytes);
  if (held === undefined || isEqual(held, word)) return memory;
  const root = withLeaf(memory.root, memory.shift, unit, (leaf) => {
    leaf[unit & (fan - 1)] = word.low;
    if (bytes === 8) leaf[(unit & (fan - 1)) + 1] = word.high;
  });
  return { ...memory, root };
};

/** Zeros in the units from `from` to before `to` of a node that begins at `start`. */
const cleared = (
  node: Branch | Leaf | undefined,
  start: number,
  shift: number,
  from: number,
  to: number,
): Branch | Leaf | undefined => {
  const end = start + 2 ** (shift + fanBits);
  if (node === undefined || to <= start || from >= end) return node;
  if (from <= start && to >= end) return undefined;
  if (node instanceof Uint32Array) {
    return node.map((unit, index) => (start + index >= from && start + index < to ? 0 : unit));
  }
  return node.map((child, index) =>
    cleared(child, start + index * 2 ** shift, shift - fanBits, from, to),
  );
};

/** The memory with zeros in `bytes` bytes from an address on, both multiples of 4. */
export const clearMemory = (
  memory: PhysicalMemory,
  address: number,
  bytes: number,
): PhysicalMemory => {
  const from = address / unitBytes;
  const root = cleared(memory.root, 0, memory.shift, from, from + bytes / unitBytes);
  return { ...memory, root: root instanceof Uint32Array ? undefined : root };
};

/** Tells the units that are not zero, in the order of their addresses. */
const eachUnit = (
  node: Branch | Leaf | undefined,
  start: number,
  shift: number,
  tell: (unit: number, value: number) => void,
): void => {
  if (node === undefined) return;
  if (node instanceof Uint32Array) {
    for (const [index, value] of node.entries()) if (value !== 0) tell(start + index, value);
    return;
  }
  for (const [index, child] of node.entries()) {
    eachUnit(child, start + index * 2 ** shift, shift - fanBits, tell);
  }
};

/** The units of 32 bits that are not zero, with their addresses, in order. */
export const unitsOf = (memory: PhysicalMemory): readonly (readonly [number, number])[] => {
  const units: (readonly [number, number])[] = [];
  eachUnit(memory.root, 0, memory.shift, (unit, value) => units.push([unit * unitBytes, value]));
  return units;
};

/** Canonical bytes: equal contents, equal bytes. */
export const encodeMemory = (memory: PhysicalMemory, writer: Writer): void => {
  const units = unitsOf(memory);
  writer.word(units.length);
  for (const [address, value] of units) {
    const { high, low } = wordOf(address / 2 ** 32, address % 2 ** 32);
    writer.word(high);
    writer.word(low);
    writer.word(value);
  }
};

/**
 * What a table walker reads by: the word at a physical address, `undefined` where nothing answers.
 * It need not be memory alone: of a guest's tables it goes through a second stage.
 */
export type ReadWord = (address: number) => Word | undefined;

/** A reader of words of so many bytes. */
export const reading =
  (memory: PhysicalMemory, bytes: 4 | 8): ReadWord =>
  (address) =>
    readWord(memory, address, bytes);
