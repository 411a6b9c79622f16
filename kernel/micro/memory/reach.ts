import { at } from '../../../model/defect.ts';
import { processId } from '../../../model/ids.ts';
import type { CoreAccess, Machine } from '../../../arch/machine/machine.ts';
import type { MachineState } from '../../../arch/machine/state.ts';
import type { ReachFact, WordFact } from '../../kernel.ts';
import { unitsOf } from '../../../arch/memory.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { accessKinds } from './access-kinds.ts';
import type { MemoryRow } from './memory.ts';

const kindNames = ['load', 'store', 'fetch'] as const;

/** The accesses that go through, of those in the ways from one to before another. */
const through = (
  machine: Machine,
  state: MachineState,
  where: Pick<CoreAccess, 'core' | 'space' | 'address'>,
  by: 'tables' | 'kept',
): readonly ReachFact[] =>
  kindNames.flatMap((kind) => {
    const access = { ...where, kind: accessKinds[kind] };
    const [from, till] = by === 'tables' ? [0, 1] : [1, machine.ways(state, access)];
    return Array.from({ length: till - from }, (_, index) => from + index).flatMap((way) => {
      const { walk } = machine.translate(state, access, way);
      if (walk.kind === 'faulted') return [];
      const { core, space, address } = where;
      const fact = { process: processId(space), address, kind, physical: walk.address, way };
      return [{ ...fact, core: by === 'tables' ? undefined : core }];
    });
  });

const distinct = (addresses: readonly number[]): readonly number[] =>
  [...new Set(addresses)].sort((one, other) => one - other);

/** Where the tables of a space may lead somewhere: where the kernel has mapped something, and where they have a page. */
const tableAddresses = (
  { pageBytes }: Machine,
  state: MachineState,
  space: number,
  { regions }: MemoryRow,
): readonly number[] => {
  const tables = at(state.spaces, space);
  return distinct([
    ...regions.flatMap(({ start, pages }) => pages.map((_, index) => start + index * pageBytes)),
    ...(tables.kind === 'map' ? tables.pages.map(({ address }) => address) : []),
  ]);
};

/** Every access to the first word of a page that would be done now, by the tables and by what cores have kept. */
export const reachOf = (
  { machine }: Plan,
  { machine: state, memory }: Objects,
): readonly ReachFact[] =>
  memory.flatMap((row, space) => [
    ...tableAddresses(machine, state, space, row).flatMap((address) =>
      through(machine, state, { core: 0, space, address }, 'tables'),
    ),
    ...state.cores.flatMap(({ cached }, core) =>
      distinct(cached.flatMap((one) => (one.space === space ? [one.address] : []))).flatMap(
        (address) => through(machine, state, { core, space, address }, 'kept'),
      ),
    ),
  ]);

/** The words of frames that are not zero. */
export const wordsOf = ({ machine }: Plan, { memory }: MachineState): readonly WordFact[] =>
  unitsOf(memory).flatMap(([physical, value]) =>
    machine.ownerOf(physical).kind === 'frame' ? [{ physical, value }] : [],
  );
