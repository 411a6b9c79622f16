import type { EditRefusal, Rights } from '../page.ts';
import type { Walk } from '../walk.ts';
import { abstract } from './abstract.ts';
import type { CoreAccess, Machine } from './machine.ts';
import type { MachineState } from './state.ts';
import { machineOf } from './make-machine.ts';
import { tablesForOnePage } from './tables-needed.ts';
import { sizeOf } from './test-law-runs.ts';
import type { Command, Make, Run } from './test-law-runs.ts';
import type { Space } from './translator.ts';

/** What tests of the law share: a machine of tables and the abstract one beside it, and what has happened. */

/** Frames for tables that one page takes in an empty space. */
export const tablesForOne = (make: Make): number =>
  tablesForOnePage(({ tables }) => make(sizeOf(tables, 'immediate')));

/** What a run has come to see. */
export interface Seen {
  /** Accesses that went another way than by the tables, to another end. */
  readonly stale: number;
  readonly faults: number;
  /** Edits that were refused for want of a frame for a table. */
  readonly noFrame: number;
  /** Tables that were used again after they had been retired. */
  readonly reused: number;
  /** What is against the law. */
  readonly breach: string | undefined;
}

interface Both {
  readonly real: MachineState;
  readonly map: MachineState;
}

interface Pair {
  readonly real: Machine;
  readonly map: Machine;
}

const endText = (walk: Walk): string =>
  walk.kind === 'translated' ? String(walk.address) : 'fault';

/** Where an access can end, over all its ways. */
const endsOf = (machine: Machine, state: MachineState, access: CoreAccess): readonly string[] =>
  Array.from({ length: machine.ways(state, access) }, (_, way) =>
    endText(machine.translate(state, access, way).walk),
  );

const hasAny = ({ read, write, execute }: Rights): boolean => read || write || execute;

/** Rights as the format gives them; of MIPS32 and others that have no bits for some: D1 to D15. */
const given = ({ effective }: Machine, rights: Rights): Rights =>
  hasAny(rights) ? effective(rights) : rights;

const edit = (
  machine: Machine,
  state: MachineState,
  command: Extract<Command, { kind: 'map' | 'unmap' | 'protect' }>,
  rightsOf: (rights: Rights) => Rights,
): MachineState | EditRefusal => {
  const { space, address } = command;
  switch (command.kind) {
    case 'map': {
      const physical = machine.frame(command.frame.space, command.frame.index);
      const rights = rightsOf(command.rights);
      return machine.map(state, space, { address, physical, rights, holds: 'memory' });
    }
    case 'unmap':
      return machine.unmap(state, space, address);
    case 'protect':
      return machine.protect(state, space, address, rightsOf(command.rights));
  }
};

/** A refusal that the abstract machine has no ground for: D11, and no frame for a table. */
const isOwnRefusal = (
  name: Machine['name'],
  command: Extract<Command, { kind: 'map' | 'unmap' | 'protect' }>,
  refusal: EditRefusal,
): boolean =>
  (refusal === 'noFrame' && command.kind === 'map') ||
  (refusal === 'outOfRange' &&
    name === 'mips32' &&
    command.kind !== 'unmap' &&
    !command.rights.user);

const freeOf = (space: Space | undefined): number =>
  space?.kind === 'tables' ? space.free.length + space.retired.length : 0;

interface Law extends Both {
  readonly seen: Seen;
}

const breached = (law: Law, breach: string): Law => ({ ...law, seen: { ...law.seen, breach } });

const edited = (
  { real, map }: Pair,
  law: Law,
  command: Extract<Command, { kind: 'map' | 'unmap' | 'protect' }>,
  wasRetired: ReadonlySet<number>,
): Law => {
  const one = edit(real, law.real, command, (rights) => rights);
  if (typeof one === 'string' && isOwnRefusal(real.name, command, one))
    return one === 'noFrame'
      ? { ...law, seen: { ...law.seen, noFrame: law.seen.noFrame + 1 } }
      : law;
  const other = edit(map, law.map, command, (rights) => given(real, rights));
  if (typeof one === 'string' || typeof other === 'string')
    return one === other ? law : breached(law, `${command.kind}: ${textOf(one)}, ${textOf(other)}`);
  const taken = freeFrames(law.real.spaces[command.space]).filter(
    (frame) => !freeFrames(one.spaces[command.space]).includes(frame),
  );
  const reused = law.seen.reused + taken.filter((frame) => wasRetired.has(frame)).length;
  const lost = freeOf(one.spaces[command.space]) > freeOf(real.initial.spaces[command.space]);
  const after = { real: one, map: other, seen: { ...law.seen, reused } };
  return lost ? breached(after, 'more tables than there are') : after;
};

const freeFrames = (space: Space | undefined): readonly number[] =>
  space?.kind === 'tables' ? space.free : [];

const textOf = (done: MachineState | EditRefusal): string =>
  typeof done === 'string' ? done : 'done';

const accessed = (
  { real, map }: Pair,
  law: Law,
  command: Extract<Command, { kind: 'access' }>,
): Law => {
  const { core, space, address, does, way } = command;
  const onCore = { core, space, address: address + 0x24, kind: does };
  const may = endsOf(map, law.map, onCore);
  const ends = endsOf(real, law.real, onCore);
  const wrong = ends.find((end) => !may.includes(end));
  const { next } = real.translate(law.real, onCore, way % ends.length);
  const seen = {
    ...law.seen,
    stale: law.seen.stale + (ends.some((end) => end !== ends[0]) ? 1 : 0),
    faults: law.seen.faults + (ends[0] === 'fault' ? 1 : 0),
  };
  const after = { real: next, map: law.map, seen };
  return wrong === undefined
    ? after
    : breached(after, `${does} at ${String(address)}: ${wrong}, not ${may.join(' or ')}`);
};

/** One command on both machines. */
const advance = (pair: Pair, law: Law, command: Command, wasRetired: ReadonlySet<number>): Law => {
  const { real, map } = pair;
  switch (command.kind) {
    case 'map':
    case 'unmap':
    case 'protect':
      return edited(pair, law, command, wasRetired);
    case 'access':
      return accessed(pair, law, command);
    case 'invalidate':
      return {
        ...law,
        real: real.invalidate(law.real, command.core, command.what),
        map: map.invalidate(law.map, command.core, command.what),
      };
    case 'complete':
      return {
        ...law,
        real: real.complete(law.real, command.core),
        map: map.complete(law.map, command.core),
      };
  }
};

const retiredIn = ({ spaces }: MachineState): readonly number[] =>
  spaces.flatMap((space) => (space.kind === 'tables' ? space.retired : []));

/** Runs commands in a machine of tables and in the abstract one; stops where the law is broken. */
export const runBoth = (make: Make, tables: number, { shootdown, commands }: Run): Seen => {
  const size = sizeOf(tables, shootdown);
  const pair = { real: make(size), map: machineOf(abstract, size) };
  const wasRetired = new Set<number>();
  let law: Law = {
    real: pair.real.initial,
    map: pair.map.initial,
    seen: { stale: 0, faults: 0, noFrame: 0, reused: 0, breach: undefined },
  };
  for (const command of commands) {
    law = advance(pair, law, command, wasRetired);
    for (const frame of retiredIn(law.real)) wasRetired.add(frame);
    if (law.seen.breach !== undefined) break;
  }
  return law.seen;
};
