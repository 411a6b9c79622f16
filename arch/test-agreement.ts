import { absurd } from '../model/defect.ts';
import type { Access } from './access.ts';
import type { Format, Mmu } from './format.ts';
import { emptyMemory, reading, writeWord } from './memory.ts';
import type { PhysicalMemory } from './memory.ts';
import type { Edited, Page, Rights } from './page.ts';
import type { Walk } from './walk.ts';
import { wordOfNumber } from './word.ts';
import type { Word } from './word.ts';

/** What is done to an address space. */
export type Command =
  | { readonly kind: 'map'; readonly page: Page }
  | { readonly kind: 'unmap'; readonly address: Word }
  | { readonly kind: 'protect'; readonly address: Word; readonly rights: Rights }
  | { readonly kind: 'access'; readonly access: Access };

/**
 * The settings of the tests; each format takes those that it knows. The rule of an abstract map
 * depends on `smep`, `smap` and `wp`, which is that of a kernel bound by its own pages.
 */
export interface Settings {
  readonly wp: number;
  readonly nxe: number;
  readonly smep: number;
  readonly smap: number;
  readonly pse: number;
  readonly afe: number;
  readonly ttbcr: number;
  readonly ttbr1: number;
  readonly s: number;
  readonly r: number;
}

/** A format under test, and its MMU with settings. */
interface Subject {
  readonly format: Format;
  readonly mmu: Mmu;
  readonly settings: Settings;
}

/** The MMU of a format with those of the settings that it knows. */
export const mmuOf = (format: Format, settings: Settings): Mmu => {
  const known = format.controlBits.map(({ name }) => name);
  const given = Object.entries(settings).filter(([name]) => known.includes(name));
  return format.under(Object.fromEntries(given));
};

/** What binds a kernel besides the rights of its pages. */
type Binding = Pick<Settings, 'wp' | 'smep' | 'smap'>;

/** A kernel of Arm's long descriptors executes no pages of users, by PXN. */
const neverExecutesUsers: readonly Format['name'][] = ['armv7-lpae', 'armv8'];

/** What binds the kernel where a format has no setting for it: its kernel is bound by its own pages, but for ARMv5's. */
const bindingOf = ({ name, controlBits }: Format, settings: Settings): Binding => {
  const usual: Binding = {
    wp: name === 'armv5' ? 0 : 1,
    smep: neverExecutesUsers.includes(name) ? 1 : 0,
    smap: 0,
  };
  const isKnown = (setting: string): boolean => controlBits.some((bit) => bit.name === setting);
  const { wp, smep, smap } = settings;
  return isKnown('wp') ? { wp, smep, smap } : usual;
};

/** The table base of the tests: of EPT a pointer with accessed and dirty flags. */
const baseOf = ({ name }: Format): Word => wordOfNumber(name === 'ept' ? 0x105e : 0x1000);

const frames: readonly number[] = Array.from({ length: 64 }, (_, index) => 0x10000 + index * 4096);

interface Space {
  readonly memory: PhysicalMemory;
  readonly free: readonly number[];
  /** The abstract map: pages with the rights that they have. */
  readonly pages: readonly Page[];
}

/** Exact, where a number would not be. */
const exactOf = ({ high, low }: Word): bigint => (BigInt(high) << 32n) | BigInt(low);

/** How far an address lies behind the beginning of a page. */
const offsetIn = (page: Page, address: Word): number =>
  Number(exactOf(address) - exactOf(page.address));

const covers = (page: Page, address: Word): boolean => {
  const offset = offsetIn(page, address);
  return offset >= 0 && offset < page.size;
};

const overlaps = (one: Page, other: Page): boolean =>
  covers(one, other.address) || covers(other, one.address);

const hasAny = ({ read, write, execute }: Rights): boolean => read || write || execute;

/** The rule of an abstract map: who may do what to a page, in words that no format knows. */
const allows = ({ rights }: Page, { kind, privilege }: Access, { format, settings }: Subject) => {
  const right = { load: rights.read, store: rights.write, execute: rights.execute }[kind];
  if (!format.seesPrivilege) return right;
  if (privilege === 'user') return rights.user && right;
  const { wp, smep, smap } = bindingOf(format, settings);
  if (rights.user && (kind === 'execute' ? smep : smap) === 1) return false;
  return right || (kind === 'store' && wp === 0);
};

const expectedRefusal = (space: Space, command: Exclude<Command, { kind: 'access' }>) => {
  const { pages } = space;
  if (command.kind === 'map') {
    if (!hasAny(command.page.rights)) return 'noRights';
    return pages.some((one) => overlaps(one, command.page)) ? 'occupied' : undefined;
  }
  if (command.kind === 'protect' && !hasAny(command.rights)) return 'noRights';
  const page = pages.find((one) => covers(one, command.address));
  if (page === undefined) return 'notMapped';
  return offsetIn(page, command.address) === 0 ? undefined : 'misaligned';
};

const expectedWalk = (subject: Subject, { pages }: Space, access: Access): string => {
  const page = pages.find((one) => covers(one, access.address));
  if (page === undefined) return 'notPresent';
  if (!allows(page, access, subject)) return 'permission';
  return String(page.physical + offsetIn(page, access.address));
};

const walkText = (walk: Walk): string =>
  walk.kind === 'translated' ? String(walk.address) : walk.fault;

const pagesAfter = (
  { mmu }: Subject,
  pages: readonly Page[],
  command: Exclude<Command, { kind: 'access' }>,
): readonly Page[] => {
  switch (command.kind) {
    case 'map':
      return [...pages, { ...command.page, rights: mmu.effective(command.page.rights) }];
    case 'unmap':
      return pages.filter((page) => !covers(page, command.address));
    case 'protect':
      return pages.map((page) =>
        covers(page, command.address) ? { ...page, rights: mmu.effective(command.rights) } : page,
      );
    default:
      return absurd(command);
  }
};

const edit = ({ mmu, format }: Subject, { memory, free }: Space, command: Command): Edited => {
  const base = baseOf(format);
  switch (command.kind) {
    case 'map':
      return mmu.map(memory, base, command.page, free);
    case 'unmap':
      return mmu.unmap(memory, base, command.address);
    case 'protect':
      return mmu.protect(memory, base, command.address, command.rights);
    case 'access':
      return { kind: 'edited', memory, taken: [], freed: [] };
  }
};

/** What differs from the abstract map after one command, or the space after it. */
const advance = (subject: Subject, space: Space, command: Command): Space | string => {
  const { format, mmu } = subject;
  if (command.kind === 'access') {
    const read = reading(space.memory, format.bytes);
    const walk = mmu.walk(read, baseOf(format), command.access);
    const expected = expectedWalk(subject, space, command.access);
    if (walkText(walk) !== expected) return `an access: ${walkText(walk)}, not ${expected}`;
    const updates = walk.kind === 'translated' ? walk.updates : [];
    const memory = updates.reduce(
      (held, { address, word }) => writeWord(held, address, format.bytes, word),
      space.memory,
    );
    return { ...space, memory };
  }
  const done = edit(subject, space, command);
  const refusal = expectedRefusal(space, command);
  if (done.kind === 'refused') {
    return done.because === refusal
      ? space
      : `${command.kind}: ${done.because}, not ${refusal ?? 'done'}`;
  }
  if (refusal !== undefined) return `${command.kind}: done, not ${refusal}`;
  const free = [...space.free.filter((frame) => !done.taken.includes(frame)), ...done.freed];
  const pages = pagesAfter(subject, space.pages, command);
  if (new Set(free).size !== free.length) return 'a frame was freed twice';
  if (pages.length === 0 && free.length !== frames.length) return 'tables are left of no page';
  return { memory: done.memory, free, pages };
};

/** The first difference between a format and an abstract map of pages over commands, if there is one. */
export const findDisagreement = (
  format: Format,
  settings: Settings,
  commands: readonly Command[],
): string | undefined => {
  const subject = { format, settings, mmu: mmuOf(format, settings) };
  let space: Space = { memory: emptyMemory(2 ** 40), free: frames, pages: [] };
  for (const command of commands) {
    const next = advance(subject, space, command);
    if (typeof next === 'string') return next;
    space = next;
  }
  return undefined;
};
