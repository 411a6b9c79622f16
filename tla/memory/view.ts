import type { Space } from '../../arch/machine/translator.ts';
import { Defect } from '../../model/defect.ts';
import type { ProcessId } from '../../model/ids.ts';
import { entriesOf, holderOf } from '../../kernel/micro/handles/handles.ts';
import type { MemoryPage, Region } from '../../kernel/micro/memory/memory.ts';
import { rowOf } from '../../kernel/micro/memory/memory.ts';
import { rights as bits } from '../../kernel/rights.ts';
import { upTo } from '../each-operator.ts';
import { processesOf } from '../laid-out.ts';
import { frameOf } from '../numbered.ts';
import { setValue, tlaRecord } from '../value.ts';
import type { TlaState, TlaValue } from '../value.ts';
import { keptOf } from './kept.ts';
import { askedOf, findBuffer, pageOf, threadOfProcess } from './system.ts';
import type { MemorySystem, State } from './system.ts';

/** The cores of a mask. */
const coresOf = ({ topology }: MemorySystem, mask: number): TlaValue =>
  setValue(upTo(topology.cores).filter((core) => (mask >> (core - 1)) % 2 === 1));

const procOf = ({ objects: { threads } }: State, process: ProcessId): string => {
  const thread = threads.list[threadOfProcess(process)];
  switch (thread?.wait.kind) {
    case 'ready':
      if (thread.serving !== undefined) return 'serving';
      return (threads.queues[process] ?? []).length > 0 ? 'asked' : 'ready';
    case 'calling':
    case 'awaiting':
      return 'calling';
    case 'waiting':
      return 'protecting';
    default:
      return 'dead';
  }
};

const frameValue = (
  system: MemorySystem,
  { objects }: State,
  process: ProcessId,
  index: number,
) => {
  const frame = rowOf(objects.memory, process).frames[index];
  const awaits = frame === undefined || frame.kind === 'free' ? 0 : frame.awaits;
  return tlaRecord({ state: frame?.kind ?? 'none', awaits: coresOf(system, awaits) });
};

const contentOf = (
  { plan, topology }: MemorySystem,
  { objects }: State,
  process: ProcessId,
  index: number,
): TlaValue => {
  const value = plan.machine.read(objects.machine, plan.machine.frame(process, index)) ?? 0;
  return value === 0 ? 'zero' : (topology.processes[value - 1] ?? String(value));
};

const pageValue = (
  system: MemorySystem,
  region: Region | undefined,
  page: MemoryPage | undefined,
): TlaValue => {
  const backing = region?.backing;
  const by: TlaValue =
    backing === undefined
      ? []
      : backing.kind === 'own'
        ? ['own']
        : [...(findBuffer(system, backing.sid) ?? [])];
  return tlaRecord({
    by,
    frame: page === undefined ? [] : [...frameOf(system, page.physical)],
    rights: page === undefined ? 'r' : askedOf(page.rights),
    awaits: coresOf(system, page?.awaits ?? 0),
  });
};

const tableOf = (system: MemorySystem, space: Space | undefined, page: number): TlaValue => {
  if (space?.kind !== 'map') throw new Defect('the abstract machine has no tables');
  const found = space.pages.find(({ address }) => pageOf(system, address) === page);
  return found === undefined ? [] : [[...frameOf(system, found.physical)], askedOf(found.rights)];
};

const bufferOf = (system: MemorySystem, { objects }: State, process: ProcessId, place: number) => {
  const made = objects.resources[process]?.[place];
  const [frame] = made?.kind === 'buffer' ? made.frames : [];
  return made?.kind === 'buffer' && frame !== undefined
    ? [[...frameOf(system, frame)], made.holds]
    : [];
};

/** The rights to map that a handle has. */
const handleRights = (mask: number): string =>
  askedOf({
    read: true,
    write: (mask & bits.write) !== 0,
    execute: (mask & bits.execute) !== 0,
    user: true,
  });

const handleOf = (
  system: MemorySystem,
  { objects }: State,
  holder: ProcessId,
  maker: ProcessId,
  place: number,
): TlaValue => {
  const sid = system.numbering.resource(maker, place);
  const held = [...entriesOf(objects.handles)].filter(
    ({ ref, entry }) => entry.sid === sid && holderOf(ref) === holder,
  );
  if (held.length > 1) throw new Defect('a process holds a buffer twice in the twin Memory');
  const entry = held[0]?.entry;
  if (entry === undefined) return [];
  const state = entry.isInTransit ? 'sent' : entry.isRevoked ? 'revoked' : 'live';
  return [state, handleRights(entry.rights)];
};

type Pairs = readonly (readonly [TlaValue, TlaValue])[];

/** The variables of the module Memory. */
export const viewOf = (system: MemorySystem): ((state: State) => TlaState) => {
  const { topology, nameOf } = system;
  const processes = processesOf(system);
  const each = (
    count: number,
    value: (process: ProcessId, index: number) => TlaValue,
  ): TlaValue => {
    const pairs: Pairs = processes.flatMap((process) =>
      upTo(count).map((number): Pairs[number] => [
        [nameOf(process), number],
        value(process, number - 1),
      ]),
    );
    return { kind: 'function', pairs };
  };
  return (state) => {
    const { memory, machine } = state.objects;
    const regionAt = (process: ProcessId, index: number): Region | undefined =>
      rowOf(memory, process).regions.find(({ start }) => pageOf(system, start) === index + 1);
    return {
      proc: tlaRecord(
        Object.fromEntries(processes.map((one) => [nameOf(one), procOf(state, one)])),
      ),
      frame: each(topology.share, (process, index) => frameValue(system, state, process, index)),
      content: each(topology.share, (process, index) => contentOf(system, state, process, index)),
      page: each(topology.pages, (process, index) => {
        const region = regionAt(process, index);
        return pageValue(system, region, region?.pages[0]);
      }),
      table: each(topology.pages, (process, index) =>
        tableOf(system, machine.spaces[process], index + 1),
      ),
      stale: machine.cores.map(({ cached }) =>
        setValue(
          cached.map((one) => {
            const [page, frame, rights] = keptOf(system, one);
            return [topology.processes[one.space] ?? '', page, [...frame], rights];
          }),
        ),
      ),
      pending: machine.cores.map(({ pending }) =>
        setValue(
          pending.map(({ space, address }) => [
            topology.processes[space] ?? '',
            address === 'all' ? address : pageOf(system, address),
          ]),
        ),
      ),
      buffer: each(topology.objects, (process, index) => bufferOf(system, state, process, index)),
      handle: {
        kind: 'function',
        pairs: processes.flatMap((holder) =>
          processes.flatMap((maker) =>
            upTo(topology.objects).map((number): Pairs[number] => [
              [nameOf(holder), [nameOf(maker), number]],
              handleOf(system, state, holder, maker, number - 1),
            ]),
          ),
        ),
      },
    };
  };
};
