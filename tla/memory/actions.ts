import { handleId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action, ThreadAction } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { flagBits } from '../../kernel/micro/services/vmm/arguments.ts';
import { upTo } from '../each-operator.ts';
import { processesOf } from '../laid-out.ts';
import { localHandle, serviceCall } from '../service-call.ts';
import type { Asked, Mask } from './solution.ts';
import { addressOf, homeOf, numbersOf, threadOfProcess } from './system.ts';
import type { MemorySystem } from './system.ts';

const flags = {
  r: flagBits.read,
  rw: flagBits.read + flagBits.write,
  rx: flagBits.read + flagBits.execute,
  rwx: flagBits.read + flagBits.write + flagBits.execute,
} as const;

/** What flags ask for. */
export const askedBy = (bits: number): Asked | 'rwx' =>
  (['r', 'rw', 'rx', 'rwx'] as const).find((word) => flags[word] === (bits & flags.rwx)) ?? 'r';

/** The rights that a mask lends: those that mappings take are in the high half. */
const lent: Readonly<Record<Mask, number>> = { all: 0xffff_ffff, r: 0x1_ffff };

/** What a mask of a message lends. */
export const maskOf = (rights: number): Mask => (rights === lent.r ? 'r' : 'all');

/** The service of a process, on its own core. */
const vmm = (
  { topology }: MemorySystem,
  process: ProcessId,
  method: string,
  fields: Readonly<Record<string, Value>>,
): ThreadAction => ({
  ...serviceCall(threadOfProcess(process), 'vmm.VMM', method, fields),
  core: homeOf(topology, process),
});

/** The size of one page, where nothing else is meant. Units: bytes; the kernel counts whole pages. */
const size = 1n;

const regionActions = (system: MemorySystem, process: ProcessId): readonly Action[] => {
  const { asks, pages } = system.topology;
  const all: readonly (Asked | 'rwx')[] = [...asks, 'rwx'];
  return upTo(pages).flatMap((page) => {
    const va = BigInt(addressOf(system, page));
    const allocate = (bits: number): Action =>
      vmm(system, process, 'Allocate', { addr: va, size, flags: BigInt(bits) });
    return [
      allocate(flags.r),
      ...all.map((word) => allocate(flags[word] + flagBits.commit)),
      ...asks.map((word) =>
        vmm(system, process, 'Commit', { va, size, flags: BigInt(flags[word]) }),
      ),
      vmm(system, process, 'Decommit', { va, size }),
    ];
  });
};

const sharingActions = (system: MemorySystem, process: ProcessId): readonly Action[] => [
  ...(['rw', 'rx'] as const).map((word) =>
    vmm(system, process, 'MdlCreate', { size, flags: BigInt(flags[word]) }),
  ),
  ...upTo(system.topology.pages).flatMap((page) =>
    (['rw', 'rx'] as const).map((word) => {
      const va = BigInt(addressOf(system, page));
      return vmm(system, process, 'MdlCreateFromVm', { va, size, flags: BigInt(flags[word]) });
    }),
  ),
];

/** Who serves a channel of the process, and the handle of it: its channels come after the kernel's handle. */
const channelsOf = (
  { solution }: MemorySystem,
  process: ProcessId,
): readonly { readonly server: ProcessId; readonly handle: HandleId }[] =>
  solution.channels
    .filter(({ client }) => client === process)
    .map(({ server }, index) => ({ server, handle: handleId(index + 1) }));

/** What a process does by its handles. */
const handleActions = (system: MemorySystem, process: ProcessId): readonly Action[] => {
  const { asks, masks, pages } = system.topology;
  const by = threadOfProcess(process);
  const core = homeOf(system.topology, process);
  return numbersOf(system).flatMap((number): readonly Action[] => {
    const handle = localHandle(number);
    return [
      ...upTo(pages).flatMap((page) =>
        asks.map((word) =>
          vmm(system, process, 'MdlMap', {
            mdl: handle,
            addr: BigInt(addressOf(system, page)),
            offset: 0n,
            size,
            flags: BigInt(flags[word]),
          }),
        ),
      ),
      ...['Close', 'Revoke'].map((method) => ({
        ...serviceCall(by, 'handle.Handle', method, { handle }),
        core,
      })),
      ...channelsOf(system, process).flatMap((channel) =>
        masks.map((mask): Action => {
          const message = record([['given', localHandle(number, lent[mask])]]);
          return {
            kind: 'call',
            by,
            core,
            handle: channel.handle,
            endpoint: 'lend',
            method: 'Give',
            message,
          };
        }),
      ),
    ];
  });
};

/** Accesses: by the tables on the process's own core, and by what any core has kept. */
const accessActions = (system: MemorySystem, process: ProcessId): readonly Action[] => {
  const { topology } = system;
  const by = threadOfProcess(process);
  const most = topology.share * topology.processes.length * topology.asks.length;
  const ways = [
    { core: homeOf(topology, process), way: 0 },
    ...upTo(topology.cores).flatMap((core) => upTo(most).map((way) => ({ core: core - 1, way }))),
  ];
  return upTo(topology.pages).flatMap((page) =>
    ways.flatMap((way): readonly Action[] => {
      const at = { by, address: addressOf(system, page), ...way };
      return [
        { kind: 'load', ...at },
        { kind: 'fetch', ...at },
        { kind: 'store', ...at, value: process + 1 },
      ];
    }),
  );
};

const commonActions = (system: MemorySystem, process: ProcessId): readonly Action[] => {
  const { asks, pages } = system.topology;
  const by = threadOfProcess(process);
  const core = homeOf(system.topology, process);
  return [
    ...upTo(pages).flatMap((page) => {
      const va = BigInt(addressOf(system, page));
      return [
        vmm(system, process, 'Free', { va }),
        ...asks.map((word) =>
          vmm(system, process, 'Protect', { va, size, flags: BigInt(flags[word]) }),
        ),
      ];
    }),
    { kind: 'recv', by, core },
    { kind: 'reply', by, core, as: 'response', message: emptyMessage },
  ];
};

/** Everything that the processes and the cores may do; those of no sense in a state are left out by `isTried`. */
export const alphabetOf = (system: MemorySystem): readonly Action[] => {
  const { topology, nameOf } = system;
  return [
    ...processesOf(system).flatMap((process): readonly Action[] => {
      const has = (names: readonly string[]): boolean => names.includes(nameOf(process));
      const trap: Action = {
        kind: 'trap',
        by: threadOfProcess(process),
        code: 1,
        core: homeOf(topology, process),
      };
      return [
        ...(has(topology.makers) ? regionActions(system, process) : []),
        ...(has(topology.sharers) ? sharingActions(system, process) : []),
        ...handleActions(system, process),
        ...accessActions(system, process),
        ...commonActions(system, process),
        ...(has(topology.traps) ? [trap] : []),
      ];
    }),
    ...upTo(topology.cores).map((core): Action => ({
      kind: 'completeInvalidation',
      core: core - 1,
    })),
  ];
};
