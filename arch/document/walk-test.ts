import type { Access } from '../access.ts';
import type { Format } from '../format.ts';
import { emptyMemory, readWord, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { isEqual, numberOf } from '../word.ts';
import type { Word } from '../word.ts';
import { itemsAt, memberAt, objectAt, textAt, wordAt } from './fields.ts';
import type { Complain, Placed } from './fields.ts';
import { accessesAt } from './read-access.ts';

/** Accesses by one set of tables. */
export interface WalkTest {
  readonly name: string;
  readonly base: Word;
  readonly settings: Readonly<Record<string, number>>;
  readonly memory: PhysicalMemory;
  readonly accesses: readonly Access[];
}

type Members = ReadonlyMap<string, unknown>;

const settingsAt = (
  { controlBits }: Format,
  placed: Placed,
  complain: Complain,
): Readonly<Record<string, number>> => {
  const members: Members =
    placed.value === undefined ? new Map() : (objectAt(placed, complain) ?? new Map());
  const settings: Record<string, number> = {};
  for (const name of members.keys()) {
    const member = memberAt(placed.path, members, name);
    const bit = controlBits.find((one) => one.name === name);
    if (bit === undefined) {
      const names = controlBits.map((one) => one.name).join(', ') || 'none';
      complain('WLK-006', member.path, `this architecture has the control bits: ${names}`);
      continue;
    }
    const word = wordAt(member, 64, complain);
    if (word === undefined) continue;
    if (numberOf(word) < 2 ** bit.bits) settings[bit.name] = numberOf(word);
    else complain('WLK-006', member.path, `"${name}" has ${String(bit.bits)} bit`);
  }
  return settings;
};

interface Given {
  readonly at: number;
  readonly word: Word;
}

const givenWord = (format: Format, item: Placed, complain: Complain): Given | undefined => {
  const { bytes, physicalBits } = format;
  const members = objectAt(item, complain);
  if (members === undefined) return undefined;
  const addr = memberAt(item.path, members, 'addr');
  const at = wordAt(addr, physicalBits, complain);
  const word = wordAt(memberAt(item.path, members, 'value'), bytes * 8, complain);
  if (at === undefined || word === undefined) return undefined;
  if (numberOf(at) % bytes === 0) return { at: numberOf(at), word };
  complain('WLK-007', addr.path, `a multiple of ${String(bytes)} is expected`);
  return undefined;
};

const memoryAt = (format: Format, placed: Placed, complain: Complain): PhysicalMemory => {
  const seen = new Set<number>();
  let memory = emptyMemory(2 ** format.physicalBits);
  for (const item of itemsAt(placed, complain)) {
    const given = givenWord(format, item, complain);
    if (given === undefined) continue;
    const { at, word } = given;
    const held = readWord(memory, at, format.bytes);
    if (seen.has(at) && held !== undefined && !isEqual(held, word)) {
      complain('WLK-007', item.path, 'another word was given for this address');
    }
    seen.add(at);
    memory = writeWord(memory, at, format.bytes, word);
  }
  return memory;
};

/** Reads a test of an architecture with tables. */
export const walkTestAt = (
  format: Format,
  item: Placed,
  complain: Complain,
): WalkTest | undefined => {
  const members = objectAt(item, complain);
  if (members === undefined) return undefined;
  const member = (name: string): Placed => memberAt(item.path, members, name);
  const name = textAt(member('name'), complain);
  const base = wordAt(member('base'), format.baseBits, complain);
  const settings = settingsAt(format, member('control'), complain);
  const memory = memoryAt(format, member('memory'), complain);
  const accesses = accessesAt(format, member('accesses'), complain);
  return name === undefined || base === undefined
    ? undefined
    : { name, base, settings, memory, accesses };
};
