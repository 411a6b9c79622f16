import { accessKinds, privileges } from '../access.ts';
import type { Access } from '../access.ts';
import type { Format } from '../format.ts';
import { emptyMemory, readWord, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { isEqual, numberOf } from '../word.ts';
import type { Word } from '../word.ts';
import { choiceAt, itemsAt, memberAt, objectAt, textAt, wordAt } from './fields.ts';
import type { Complain, Complaint, Placed } from './fields.ts';

/** Accesses by one set of tables. */
export interface WalkTest {
  readonly name: string;
  readonly base: Word;
  readonly settings: Readonly<Record<string, number>>;
  readonly memory: PhysicalMemory;
  readonly accesses: readonly Access[];
}

/** A document that was read; its tests are all there only if nothing is wrong. */
export interface ReadWalks {
  readonly tests: readonly WalkTest[];
  readonly complaints: readonly Complaint[];
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

const accessAt = (format: Format, item: Placed, complain: Complain): Access | undefined => {
  const members = objectAt(item, complain);
  if (members === undefined) return undefined;
  const address = wordAt(memberAt(item.path, members, 'va'), format.addressBits, complain);
  const kind = choiceAt(memberAt(item.path, members, 'kind'), accessKinds, complain);
  const said = memberAt(item.path, members, 'privilege');
  const isLeftOut = said.value === undefined && !format.seesPrivilege;
  const privilege = isLeftOut ? 'kernel' : choiceAt(said, privileges, complain);
  return address === undefined || kind === undefined || privilege === undefined
    ? undefined
    : { address, kind, privilege };
};

const testAt = (format: Format, item: Placed, complain: Complain): WalkTest | undefined => {
  const members = objectAt(item, complain);
  if (members === undefined) return undefined;
  const member = (name: string): Placed => memberAt(item.path, members, name);
  const name = textAt(member('name'), complain);
  const base = wordAt(member('base'), format.baseBits, complain);
  const settings = settingsAt(format, member('control'), complain);
  const memory = memoryAt(format, member('memory'), complain);
  const accesses: Access[] = [];
  for (const one of itemsAt(member('accesses'), complain)) {
    const access = accessAt(format, one, complain);
    if (access !== undefined) accesses.push(access);
  }
  return name === undefined || base === undefined
    ? undefined
    : { name, base, settings, memory, accesses };
};

/** Complaints that are kept; of the others it is told how many there are. */
const mostComplaints = 200;

interface Complaints {
  readonly complain: Complain;
  readonly all: () => readonly Complaint[];
}

const makeComplaints = (): Complaints => {
  const kept: Complaint[] = [];
  let more = 0;
  return {
    complain: (code, path, message) => {
      if (kept.length < mostComplaints) kept.push({ code, path, message });
      else more += 1;
    },
    all: () => {
      const message = `${String(more)} more faults of the document are not told`;
      return more === 0 ? kept : [...kept, { code: 'WLK-002', path: '', message }];
    },
  };
};

/**
 * Reads a document of `walk` for a format; members that it does not know are passed over.
 *
 * Source: spec/formats/walk.md.
 */
export const readWalks = (format: Format, json: unknown): ReadWalks => {
  const { complain, all } = makeComplaints();
  const members = objectAt({ path: '', value: json }, complain);
  if (members === undefined) return { tests: [], complaints: all() };
  const arch = textAt(memberAt('', members, 'arch'), complain);
  if (arch !== undefined && arch !== format.name) {
    complain('WLK-005', 'arch', `"${format.name}" is expected, as the command says`);
  }
  const tests: WalkTest[] = [];
  for (const item of itemsAt(memberAt('', members, 'tests'), complain)) {
    const test = testAt(format, item, complain);
    if (test !== undefined) tests.push(test);
  }
  return { tests, complaints: all() };
};
