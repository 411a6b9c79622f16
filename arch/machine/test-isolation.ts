import { accessKinds } from '../access.ts';
import { emptyMemory, unitsOf, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { wordOf } from '../word.ts';
import type { Machine } from './machine.ts';
import type { MachineState } from './state.ts';
import { addresses } from './test-law-runs.ts';
import type { Command } from './test-law-runs.ts';
import type { SpaceAccess, Translator } from './translator.ts';

/** What tests of isolation share: does a walk read or write what is not of its own space's tables? */

type Unit = readonly [address: number, value: number];

const isOwn =
  (machine: Machine, space: number) =>
  ([physical]: Unit): boolean => {
    const owner = machine.ownerOf(physical);
    return owner.kind === 'tables' && owner.space === space;
  };

type IsOwn = ReturnType<typeof isOwn>;

const memoryOf = (size: number, units: readonly Unit[]): PhysicalMemory =>
  units.reduce(
    (memory, [at, value]) => writeWord(memory, at, 4, wordOf(0, value)),
    emptyMemory(size),
  );

/** The same tables of a space, with nothing beside them, and with other words beside them. */
const others = (memory: PhysicalMemory, own: IsOwn): readonly PhysicalMemory[] => {
  const units = unitsOf(memory);
  return [
    memoryOf(memory.size, units.filter(own)),
    memoryOf(
      memory.size,
      units.map((unit) => (own(unit) ? unit : [unit[0], 0xffff_ffff])),
    ),
  ];
};

const foreignText = (memory: PhysicalMemory, own: IsOwn): string =>
  JSON.stringify(unitsOf(memory).filter((unit) => !own(unit)));

const accessesOf = (space: number): readonly SpaceAccess[] =>
  addresses.flatMap((address) => accessKinds.map((kind) => ({ space, address, kind })));

const findLeakOf = (
  translator: Translator,
  machine: Machine,
  { memory, spaces }: MachineState,
  number: number,
): string | undefined => {
  const own = isOwn(machine, number);
  const space = spaces[number];
  if (space?.kind !== 'tables') return 'no tables';
  const before = foreignText(memory, own);
  const changed = others(memory, own);
  for (const access of accessesOf(number)) {
    const { walk, memory: after } = translator.byTables(memory, space, access);
    const text = JSON.stringify(walk);
    const isRead = changed.some(
      (other) => JSON.stringify(translator.byTables(other, space, access).walk) !== text,
    );
    if (isRead) return 'a walk reads what is not its own';
    if (after !== memory && foreignText(after, own) !== before)
      return 'a walk writes what is not its own';
  }
  const spare = new Set([...space.free, ...space.retired]);
  const isSpare = ([at]: Unit): boolean => spare.has(at - (at % machine.pageBytes));
  return unitsOf(memory).some(isSpare) ? 'a table that is not in use holds something' : undefined;
};

/** How walks of any space reach beyond its tables, or spare tables hold something; absent if neither. */
export const findLeak = (
  translator: Translator,
  machine: Machine,
  state: MachineState,
): string | undefined =>
  state.spaces
    .map((_, number) => findLeakOf(translator, machine, state, number))
    .find((leak) => leak !== undefined);

const applied = (machine: Machine, state: MachineState, command: Command): MachineState => {
  const kept = (done: MachineState | string): MachineState =>
    typeof done === 'string' ? state : done;
  switch (command.kind) {
    case 'map': {
      const { space, address, rights, frame } = command;
      const physical = machine.frame(frame.space, frame.index);
      return kept(machine.map(state, space, { address, physical, rights, holds: 'memory' }));
    }
    case 'unmap':
      return kept(machine.unmap(state, command.space, command.address));
    case 'protect':
      return kept(machine.protect(state, command.space, command.address, command.rights));
    case 'access': {
      const { core, space, address, does, way } = command;
      const access = { core, space, address, kind: does };
      return machine.translate(state, access, way % machine.ways(state, access)).next;
    }
    case 'invalidate':
      return machine.invalidate(state, command.core, command.what);
    case 'complete':
      return machine.complete(state, command.core);
  }
};

/** The state after commands; what is refused changes nothing. */
export const stateAfter = (machine: Machine, commands: readonly Command[]): MachineState =>
  commands.reduce((state, command) => applied(machine, state, command), machine.initial);
