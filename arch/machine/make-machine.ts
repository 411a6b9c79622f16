import { Defect, at } from '../../model/defect.ts';
import { clearMemory, emptyMemory, readWord, writeWord } from '../memory.ts';
import { wordOfNumber } from '../word.ts';
import { cachedAfter, isSameInvalidation, remembers } from './caches.ts';
import type { DeviceTranslator } from './device-translator.ts';
import { devicesOf } from './devices.ts';
import { dmaOf } from './make-dma.ts';
import type { Peripherals } from './peripherals.ts';
import { layOut } from './ranges.ts';
import { replaced } from './replaced.ts';
import { withRetired } from './retired.ts';
import type { CoreAccess, Machine, MachineSize, Translating } from './machine.ts';
import type { Core, Invalidation, MachineState } from './state.ts';
import type { Cached, EditedSpace, Space, Translator } from './translator.ts';

/** Cores, the IOMMU and devices each have a bit of a number. */
const greatestMask = 53;

const mastersIn = ({ devices }: Peripherals): number =>
  devices.filter(({ master }) => master !== undefined).length;

const pageOf = (address: number, pageBytes: number): number => address - (address % pageBytes);

/** What a core has kept that an access may go by. */
const matching = (
  state: MachineState,
  { core, space, address }: CoreAccess,
  pageBytes: number,
): readonly Cached[] => {
  const page = pageOf(address, pageBytes);
  return at(state.cores, core).cached.filter((one) => one.space === space && one.address === page);
};

/** Tables that were taken away may be used again once no core may reach them. */
const restored = (state: MachineState, number: number): MachineState => {
  const space = withRetired(at(state.spaces, number), number, state.cores);
  const spaces = replaced(state.spaces, number, space);
  return spaces === state.spaces ? state : { ...state, spaces };
};

const forgetting = ({ cached, pending }: Core, what: Invalidation): Core => ({
  cached: cachedAfter(cached, [what]),
  pending,
});

/** The machine after an edit: what any core may hold, although it has not walked to it, is held by all. */
const edited = (
  state: MachineState,
  number: number,
  { memory, space, stale }: EditedSpace,
): MachineState => ({
  ...state,
  memory,
  spaces: replaced(state.spaces, number, space),
  cores:
    stale.length === 0
      ? state.cores
      : state.cores.map(({ cached, pending }) => ({
          cached: stale.reduce(remembers, cached),
          pending,
        })),
});

/** The ways of an access: what cores hold and may be walked by without writing a bit. */
const waysOf = (
  translator: Translator,
  state: MachineState,
  access: CoreAccess,
): readonly Cached[] =>
  matching(state, access, translator.pageBytes).filter(
    (cached) =>
      translator.byCached(state.memory, at(state.spaces, access.space), cached, access) !==
      undefined,
  );

const byCached = (
  translator: Translator,
  state: MachineState,
  access: CoreAccess,
  way: number,
): Translating => {
  const cached = at(waysOf(translator, state, access), way - 1);
  const space = at(state.spaces, access.space);
  const walk = translator.byCached(state.memory, space, cached, access);
  if (walk === undefined) throw new Defect('a core translates by what must be walked again');
  return { walk, next: state };
};

const byTables = (translator: Translator, state: MachineState, access: CoreAccess): Translating => {
  const space = at(state.spaces, access.space);
  const { walk, memory, cached } = translator.byTables(state.memory, space, access);
  if (walk.kind === 'faulted' || cached === undefined)
    return { walk, next: memory === state.memory ? state : { ...state, memory } };
  const core = at(state.cores, access.core);
  const after = remembers(core.cached, {
    space: access.space,
    address: pageOf(access.address, translator.pageBytes),
    physical: pageOf(walk.address, translator.pageBytes),
    by: cached,
  });
  if (after === core.cached && memory === state.memory) return { walk, next: state };
  const cores = replaced(state.cores, access.core, { ...core, cached: after });
  return { walk, next: { ...state, memory, cores } };
};

/** What a core was asked to forget, with one thing more; it is asked once. */
const asked = (pending: readonly Invalidation[], what: Invalidation): readonly Invalidation[] =>
  pending.some((one) => isSameInvalidation(one, what)) ? pending : [...pending, what];

const invalidated = (
  { shootdown }: MachineSize,
  state: MachineState,
  core: number | undefined,
  what: Invalidation,
): MachineState => {
  const cores = state.cores.map((one, number): Core => {
    if (number === core || shootdown === 'immediate') return forgetting(one, what);
    return { ...one, pending: asked(one.pending, what) };
  });
  return restored({ ...state, cores }, what.space);
};

const completed = (state: MachineState, number: number): MachineState => {
  const core = at(state.cores, number);
  if (core.pending.length === 0) return state;
  const done: Core = { cached: cachedAfter(core.cached, core.pending), pending: [] };
  const after = { ...state, cores: replaced(state.cores, number, done) };
  return core.pending.reduce((now, { space }) => restored(now, space), after);
};

/** Puts something between a machine and its translators, for cores and for devices, as what counts. */
export interface Through {
  readonly cores: (translator: Translator) => Translator;
  readonly devices: (translator: DeviceTranslator) => DeviceTranslator;
}

const unchanged: Through = {
  cores: (translator) => translator,
  devices: (translator) => translator,
};

/** Edits of the tables of spaces: `Machine` says what each is. */
const editsBy = (translator: Translator): Pick<Machine, 'map' | 'unmap' | 'protect'> => ({
  map: (state, space, page) => {
    const done = translator.map(state.memory, at(state.spaces, space), space, page);
    return typeof done === 'string' ? done : edited(state, space, done);
  },
  unmap: (state, space, address) => {
    const done = translator.unmap(state.memory, at(state.spaces, space), space, address);
    return typeof done === 'string' ? done : edited(state, space, done);
  },
  protect: (state, space, address, rights) => {
    const done = translator.protect(state.memory, at(state.spaces, space), space, address, rights);
    return typeof done === 'string' ? done : edited(state, space, done);
  },
});

/**
 * A machine of a kind of translation.
 *
 * Shape:  what is asked of translators goes through `through`. RAM begins with the share of each space: its root table, frames for tables, frames for programs. Behind them are tables of an IOMMU (`device-room.ts`).
 * Throws: `Defect`, if RAM is too small for them.
 */
export const machineOf = (
  of: Translator,
  size: MachineSize,
  through: Through = unchanged,
): Machine => {
  const translator = through.cores(of);
  const { pageBytes } = translator;
  const ranges = layOut(size, pageBytes);
  const openSpace = (space: number): Space =>
    translator.open(ranges.root(space), ranges.tables(space));
  const { peripherals, domains, shootdown } = size;
  if (size.cores + 1 + mastersIn(peripherals) > greatestMask)
    throw new Defect('a machine has more cores and devices than a mask has bits');
  const forDevices = through.devices(devicesOf(of, size, ranges.root(size.spaces)));
  const dma = dmaOf({ translator: forDevices, peripherals, shootdown }, domains);
  const initial: MachineState = {
    memory: forDevices.begin(emptyMemory(size.physicalEnd)),
    spaces: Array.from({ length: size.spaces }, (_, space) => openSpace(space)),
    cores: Array.from({ length: size.cores }, () => ({ cached: [], pending: [] })),
    dma: dma.initial,
  };
  return {
    dma,
    name: translator.name,
    size,
    pageBytes,
    addressEnd: translator.addressEnd,
    effective: translator.effective,
    initial,
    frame: ranges.frame,
    ownerOf: ranges.ownerOf,
    ways: (state, access) => 1 + waysOf(translator, state, access).length,
    translate: (state, access, way) =>
      way === 0 ? byTables(translator, state, access) : byCached(translator, state, access, way),
    ...editsBy(translator),
    invalidate: (state, core, what) => invalidated(size, state, core, what),
    complete: completed,
    reopen: (state, space) => ({
      ...state,
      memory: clearMemory(state.memory, ranges.root(space), ranges.tableBytes),
      spaces: replaced(state.spaces, space, openSpace(space)),
    }),
    clear: (state, physical) => ({
      ...state,
      memory: clearMemory(state.memory, physical, pageBytes),
    }),
    read: (state, physical) => readWord(state.memory, physical, 4)?.low,
    write: (state, physical, value) => {
      const memory = writeWord(state.memory, physical, 4, wordOfNumber(value));
      return memory === state.memory ? state : { ...state, memory };
    },
  };
};
