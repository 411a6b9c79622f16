import type { IommuKind } from '../boards/board.ts';
import type { EditRefusal } from '../page.ts';
import { abstract } from './abstract.ts';
import type { DmaAccess } from './device-translator.ts';
import type { Machine } from './machine.ts';
import { machineOf } from './make-machine.ts';
import type { MachineState } from './state.ts';
import { dmaSizeOf, tried } from './test-dma-runs.ts';
import type { DmaCommand, DmaEdit, DmaRun } from './test-dma-runs.ts';
import type { Make } from './test-law-runs.ts';
import type { Space } from './translator.ts';

/** What tests of the law of devices share: a machine of tables and the abstract one beside it, and what has happened. */

/** What a run has come to see, each so many times. */
export interface DmaSeen {
  /** Accesses that went another way than by the tables, to another end. */
  readonly stale: number;
  /** Accesses by an attachment that had ended. */
  readonly former: number;
  readonly reached: number;
  readonly blocked: number;
  readonly quiet: number;
  /** Edits that were refused for want of a frame for a table. */
  readonly noFrame: number;
  /** Tables that were used again after they had been retired. */
  readonly reused: number;
}

const nothing: DmaSeen = {
  stale: 0,
  former: 0,
  reached: 0,
  blocked: 0,
  quiet: 0,
  noFrame: 0,
  reused: 0,
};

interface Pair {
  readonly real: Machine;
  readonly map: Machine;
}

interface Law {
  readonly real: MachineState;
  readonly map: MachineState;
  readonly seen: DmaSeen;
  /** What is against the law. */
  readonly breach: string | undefined;
}

const seeing = (law: Law, what: keyof DmaSeen, count = 1): Law => ({
  ...law,
  seen: { ...law.seen, [what]: law.seen[what] + count },
});

const breached = (law: Law, breach: string): Law => ({ ...law, breach });

/** Where an access can end, over all its ways. */
const endsOf = ({ dma }: Machine, state: MachineState, access: DmaAccess): readonly string[] =>
  Array.from({ length: dma.ways(state, access) }, (_, way) => {
    const end = dma.translate(state, access, way);
    return end.kind === 'reached' ? String(end.physical) : end.kind;
  });

const edit = (
  { dma, frame }: Machine,
  state: MachineState,
  command: DmaEdit,
  isAbstract: 'abstract' | 'real',
): MachineState | EditRefusal => {
  const { domain, address } = command;
  if (command.kind === 'unmap') return dma.unmap(state, domain, address);
  const physical = frame(command.frame.space, command.frame.index);
  // Devices execute nothing, and are no kernel: tables have no bits for it.
  const rights =
    isAbstract === 'abstract' ? { ...command.rights, execute: false, user: true } : command.rights;
  return dma.map(state, domain, { address, physical, rights, holds: 'memory' });
};

const textOf = (done: MachineState | EditRefusal): string =>
  typeof done === 'string' ? done : 'done';

const freeOf = (space: Space | undefined): readonly number[] =>
  space?.kind === 'tables' ? space.free : [];

const edited = (
  { real, map }: Pair,
  law: Law,
  command: DmaEdit,
  wasRetired: ReadonlySet<number>,
): Law => {
  const one = edit(real, law.real, command, 'real');
  if (one === 'noFrame' && command.kind === 'map') return seeing(law, 'noFrame');
  const other = edit(map, law.map, command, 'abstract');
  if (typeof one === 'string' || typeof other === 'string')
    return one === other ? law : breached(law, `${command.kind}: ${textOf(one)}, ${textOf(other)}`);
  const left = freeOf(one.dma.domains[command.domain]);
  const taken = freeOf(law.real.dma.domains[command.domain]).filter((at) => !left.includes(at));
  const again = taken.filter((frame) => wasRetired.has(frame)).length;
  return seeing({ ...law, real: one, map: other }, 'reused', again);
};

const accessed = (
  { real, map }: Pair,
  law: Law,
  { device, does }: Extract<DmaCommand, { kind: 'dma' }>,
  address: number,
): Law => {
  if (law.breach !== undefined) return law;
  const access = { device, address: address + 0x24, kind: does };
  const may = endsOf(map, law.map, access);
  const ends = endsOf(real, law.real, access);
  const [first = 'nothing'] = ends;
  const wrong = ends.find((end) => !may.includes(end));
  const end = first === 'quiet' || first === 'blocked' ? first : 'reached';
  const isFormer = ends.length > 1 && law.real.dma.former.some((one) => one.device === device);
  const isStale = ends.some((one) => one !== first);
  const counted = seeing(seeing(law, end), 'stale', isStale ? 1 : 0);
  const after = seeing(counted, 'former', isFormer ? 1 : 0);
  const told = `${does} of ${String(device)} at ${String(address)}`;
  if (first !== may[0])
    return breached(after, `${told}: ${first} by tables, not ${String(may[0])}`);
  return wrong === undefined ? after : breached(after, `${told}: ${wrong}, not ${may.join(', ')}`);
};

const done = (
  { dma }: Machine,
  state: MachineState,
  command: Exclude<DmaCommand, DmaEdit | { kind: 'dma' }>,
): MachineState => {
  switch (command.kind) {
    case 'attach': {
      const { device, domain } = command;
      return state.dma.attached[device] === undefined ? dma.attach(state, device, domain) : state;
    }
    case 'complete':
      return dma.complete(state);
    default:
      return dma[command.kind](state, command.device);
  }
};

/** One command on both machines. A device that the IOMMU does not see is given no domain. */
const advance = (
  pair: Pair,
  law: Law,
  command: DmaCommand,
  wasRetired: ReadonlySet<number>,
): Law => {
  switch (command.kind) {
    case 'map':
    case 'unmap':
      return edited(pair, law, command, wasRetired);
    case 'dma':
      return tried.reduce((now, address) => accessed(pair, now, command, address), law);
    default:
      return {
        ...law,
        real: done(pair.real, law.real, command),
        map: done(pair.map, law.map, command),
      };
  }
};

const sorted = (numbers: readonly number[]): string =>
  [...numbers].sort((one, other) => one - other).join(' ');

/** Do domains lead to the same pages? */
const findOther = ({ real, map }: Pair, law: Law): string | undefined => {
  const other = law.map.dma.domains.findIndex(
    (_, domain) =>
      sorted(real.dma.pages(law.real, domain)) !== sorted(map.dma.pages(law.map, domain)),
  );
  return other === -1 ? undefined : `domain ${String(other)} leads to other pages`;
};

const retiredIn = ({ dma }: MachineState): readonly number[] =>
  dma.domains.flatMap((space) => (space.kind === 'tables' ? space.retired : []));

/** Runs commands in a machine of tables and in the abstract one; stops where the law is broken. */
export const runDma = (make: Make, iommu: IommuKind, { shootdown, commands }: DmaRun): Law => {
  const size = dmaSizeOf(iommu, shootdown);
  const pair = { real: make(size), map: machineOf(abstract, size) };
  const { initial } = pair.map;
  const wasRetired = new Set<number>();
  let law: Law = { real: pair.real.initial, map: initial, seen: nothing, breach: undefined };
  for (const command of commands) {
    law = advance(pair, law, command, wasRetired);
    for (const frame of retiredIn(law.real)) wasRetired.add(frame);
    if (law.breach !== undefined) return law;
  }
  return { ...law, breach: findOther(pair, law) };
};
