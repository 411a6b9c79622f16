import { processId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import { bytesBy } from '../../model/writer.ts';
import type {
  Facts,
  HandleFact,
  PendingFact,
  ProcessFact,
  ResourceFact,
  System,
  ThreadFact,
} from '../kernel.ts';
import { LazyFacts } from '../lazy-facts.ts';
import type { Tellers } from '../lazy-facts.ts';
import { ancestorsOf, heldBy } from './capabilities.ts';
import { encodeStage, encodeThing } from './encode.ts';
import type { Layout } from './layout.ts';
import type { Letter } from './licence.ts';
import { boxOf, cellOf } from './machine.ts';
import type { Cell, Machine, MailboxState, Stage } from './machine.ts';

const stateOf = {
  loaded: 'new',
  running: 'running',
  ended: 'ended',
} as const satisfies Record<Stage['kind'], ProcessFact['state']>;

const processFacts = ({ solution, numbering }: Layout, machine: Machine): readonly ProcessFact[] =>
  solution.processes.map(({ id, name, className }) => {
    const { stage } = cellOf(machine, id);
    return {
      process: id,
      name,
      className,
      sid: numbering.process(id),
      state: stateOf[stage.kind],
      rest: bytesBy((writer) => {
        encodeStage(stage, writer);
      }),
    };
  });

/** The letter that a process serves, and whose sender still waits. */
const servedBy = (machine: Machine, process: ProcessId): Letter | undefined => {
  const { desk, isVoid } = boxOf(machine, process);
  return isVoid ? undefined : desk;
};

/** A call waits for its server while its letter lies in the mailbox, and for its answer once it was taken. */
const waitsOf = (machine: Machine, process: ProcessId, { wait }: Cell): ThreadFact['waits'] => {
  switch (wait.kind) {
    case 'no':
      return 'no';
    case 'mail':
      return 'forRequest';
    case 'time':
      return 'forKernel';
    case 'reply':
      return servedBy(machine, wait.from)?.from === process ? 'forAnswer' : 'forServer';
  }
};

const threadFacts = ({ threadOf, numbering }: Layout, machine: Machine): readonly ThreadFact[] =>
  machine.cells.flatMap((cell, index) => {
    if (cell.stage.kind !== 'running') return [];
    const process = processId(index);
    const thread = threadOf(process);
    return [
      {
        thread,
        process,
        sid: numbering.thread(thread),
        waits: waitsOf(machine, process, cell),
        on: cell.wait.kind === 'mail' ? cell.wait.over : undefined,
        asks: undefined,
        serves: servedBy(machine, process)?.client,
      },
    ];
  });

const pendingFacts = (machine: Machine): readonly PendingFact[] =>
  machine.boxes.flatMap(({ letters }, index) => {
    const server = processId(index);
    const desk = servedBy(machine, server);
    const pending = (
      { client, from, channel, endpoint, method }: Letter,
      taken: boolean,
    ): PendingFact => ({ client, from, server, channel, endpoint, method, taken });
    return [
      ...letters.map((letter) => pending(letter, false)),
      ...(desk === undefined ? [] : [pending(desk, true)]),
    ];
  });

const handleFacts = ({ capabilities }: Machine): readonly HandleFact[] =>
  capabilities.list.map((one) => {
    const [nearest] = ancestorsOf(capabilities, one);
    return {
      process: one.holder,
      number: one.number,
      sid: one.sid,
      rights: one.rights,
      parent: nearest && { process: nearest.holder, number: nearest.number },
      live: !one.isRevoked,
      inTransit: one.isInTransit,
      channel: one.channel,
      marks: [],
    };
  });

const resourceFacts = ({ numbering }: Layout, { things }: Machine): readonly ResourceFact[] =>
  things.flatMap((row, index) =>
    row.flatMap((thing, place) => {
      const owner = processId(index);
      if (thing === undefined) return [];
      const content = bytesBy((writer) => {
        encodeThing(thing, writer);
      });
      return [{ sid: numbering.resource(owner, place), kind: 'user', owner, content, watches: [] }];
    }),
  );

/** Tells states in words that any kernel can say. */
export const makeFacts = (layout: Layout): ((machine: Machine) => Facts) => {
  const tell: Tellers<Machine> = {
    processes: (machine) => processFacts(layout, machine),
    threads: (machine) => threadFacts(layout, machine),
    pending: pendingFacts,
    handles: handleFacts,
    resources: (machine) => resourceFacts(layout, machine),
    // It hands out no memory.
    frames: () => [],
    ports: () => [],
    devices: () => [],
    domains: () => [],
    mappings: () => [],
  };
  return (machine) => new LazyFacts(tell, machine);
};

/** The state as plain data, names in place of numbers. */
export const describe = <Context extends object>(
  { security }: System<Context>,
  { solution }: Layout,
  { machine, context }: MailboxState<Context>,
): unknown => ({
  processes: solution.processes.map(({ id, name, className }) => {
    const cell = cellOf(machine, id);
    const { letters } = boxOf(machine, id);
    return {
      name,
      class: className,
      stage: cell.stage.kind,
      waits: waitsOf(machine, id, cell),
      serves: solution.processes[servedBy(machine, id)?.from ?? -1]?.name ?? null,
      mailbox: letters.map(({ from }) => solution.processes[from]?.name),
      handles: heldBy(machine.capabilities, id).length,
      resources: machine.things[id]?.filter((thing) => thing !== undefined).length ?? 0,
    };
  }),
  audit: { records: machine.audit.records.length, lost: machine.audit.lost },
  context: security.describe(context),
});
