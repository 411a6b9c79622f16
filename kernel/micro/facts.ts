import { at } from '../../model/defect.ts';
import { handleId, processId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId, Sid } from '../../model/ids.ts';
import { bytesBy } from '../../model/writer.ts';
import type {
  Facts,
  FrameFact,
  HandleFact,
  HandlePlace,
  MappingFact,
  PendingFact,
  ProcessFact,
  ResourceFact,
  ThreadFact,
} from '../kernel.ts';
import { deviceFacts, domainFacts, portFacts } from './devices/facts.ts';
import { LazyFacts } from '../lazy-facts.ts';
import type { Tellers } from '../lazy-facts.ts';
import { holderOf, numberOf } from './handles/handles.ts';
import type { Handle, HandleRef, Table } from './handles/handles.ts';
import { awaitedAgents } from './memory/agents.ts';
import { reachOf, wordsOf } from './memory/reach.ts';
import type { MemoryRow, Region } from './memory/memory.ts';
import type { MicroState, Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { encodeProcess } from './processes.ts';
import type { Process, Stage } from './processes.ts';
import { encodeResource } from './resources.ts';
import type { Resource, Row } from './resources.ts';
import type { Thread, Wait } from './threads/thread.ts';

/** How each wait is told. */
export const waits = {
  ready: 'no',
  calling: 'forServer',
  awaiting: 'forAnswer',
  receiving: 'forRequest',
  waiting: 'forKernel',
} as const satisfies Record<Exclude<Wait['kind'], 'ended'>, ThreadFact['waits']>;

const onOf = ({ numbering }: Plan, wait: Wait): Sid | undefined => {
  if (wait.kind === 'receiving') return wait.over;
  if (wait.kind !== 'waiting') return undefined;
  const { waitsFor } = wait.waiting;
  if (waitsFor.kind === 'end') return numbering.thread(waitsFor.thread);
  return waitsFor.kind === 'word' || waitsFor.kind === 'event' ? waitsFor.sid : undefined;
};

const asksOf = (wait: Wait): ProcessId | undefined =>
  wait.kind === 'waiting' && wait.waiting.waitsFor.kind === 'acceptance'
    ? wait.waiting.waitsFor.server
    : undefined;

const threadFact = (plan: Plan, thread: Thread, index: number): readonly ThreadFact[] => {
  if (thread.wait.kind === 'ended') return [];
  const { process, wait, serving, isAbandoned } = thread;
  return [
    {
      thread: threadId(index),
      process,
      sid: plan.numbering.thread(threadId(index)),
      waits: waits[wait.kind],
      on: onOf(plan, wait),
      asks: asksOf(wait),
      serves: isAbandoned ? undefined : serving?.client,
    },
  ];
};

const pendingFacts = (thread: Thread | undefined): readonly PendingFact[] => {
  const wait = thread?.wait;
  if (wait?.kind !== 'calling' && wait?.kind !== 'awaiting') return [];
  const { client, from, server, channel, endpoint, method } = wait.pending;
  return [{ client, from, server, channel, endpoint, method, taken: wait.kind === 'awaiting' }];
};

const placeOf = (ref: HandleRef): HandlePlace => ({
  process: holderOf(ref),
  number: numberOf(ref),
});

/**
 * Remembers what was last made of a part of a state: parts are immutable, and a state shares them with the
 * one before, so that only what a step has changed is told anew.
 */
const remembered = <Part extends object, Told>(
  tell: (part: Part) => Told,
): ((part: Part) => Told) => {
  let known: { readonly part: Part; readonly told: Told } | undefined;
  return (part) => {
    if (known?.part !== part) known = { part, told: tell(part) };
    return known.told;
  };
};

const handleFact = (process: ProcessId, number: HandleId, entry: Handle): HandleFact => ({
  process,
  number,
  sid: entry.sid,
  rights: entry.rights,
  parent: entry.parent === undefined ? undefined : placeOf(entry.parent),
  live: !entry.isRevoked,
  inTransit: entry.isInTransit,
  channel: entry.channel,
  marks: entry.marks,
});

/** The entries of one process's table. */
const tableFacts = (table: Table, process: ProcessId): readonly HandleFact[] =>
  table.flatMap((entry, number) =>
    entry === undefined ? [] : [handleFact(process, handleId(number), entry)],
  );

const resourceFact = (sid: Sid, owner: ProcessId, resource: Resource): ResourceFact => ({
  sid,
  kind: resource.kind,
  owner,
  content: bytesBy((writer) => {
    encodeResource(resource, writer);
  }),
  watches: resource.kind === 'receiver' ? resource.subscriptions.map((one) => one.sid) : [],
  frames: resource.kind === 'buffer' || resource.kind === 'dma' ? resource.frames : [],
});

/** What one process has made. */
const rowFacts = (plan: Plan, row: Row, owner: ProcessId): readonly ResourceFact[] =>
  row.flatMap((resource, place) =>
    resource === undefined
      ? []
      : [resourceFact(plan.numbering.resource(owner, place), owner, resource)],
  );

const stateOf = {
  created: 'new',
  loaded: 'new',
  running: 'running',
  frozen: 'frozen',
  ended: 'ended',
} as const satisfies Record<Stage['kind'], ProcessFact['state']>;

const processFact = (
  plan: Plan,
  process: Process | undefined,
  index: number,
): readonly ProcessFact[] =>
  process === undefined
    ? []
    : [
        {
          process: processId(index),
          name: process.name,
          className: process.className,
          sid: plan.numbering.process(processId(index)),
          state: stateOf[process.stage.kind],
          rest: bytesBy((writer) => {
            encodeProcess(process, writer);
          }),
        },
      ];

const frameFacts = ({ machine }: Plan, row: MemoryRow, owner: ProcessId): readonly FrameFact[] =>
  row.frames.map(({ kind }, index) => ({
    physical: machine.frame(owner, index),
    bytes: machine.pageBytes,
    owner,
    state: kind,
  }));

const regionFacts = (
  { machine: { pageBytes } }: Plan,
  { start, pages, backing }: Region,
  process: ProcessId,
): readonly MappingFact[] =>
  pages.flatMap((page, index) =>
    page === undefined
      ? []
      : [
          {
            process,
            address: start + index * pageBytes,
            physical: page.physical,
            rights: page.rights,
            by: backing.kind === 'own' ? undefined : backing.sid,
            isChanging: page.awaits !== 0,
          },
        ],
  );

const mappingFacts = (plan: Plan, row: MemoryRow, process: ProcessId): readonly MappingFact[] =>
  row.regions.flatMap((region) => regionFacts(plan, region, process));

/** Remembers what was last made of several parts. */
const rememberedBy = <State, Told>(
  partsOf: (state: State) => readonly unknown[],
  tell: (state: State) => Told,
): ((state: State) => Told) => {
  let known: { readonly parts: readonly unknown[]; readonly told: Told } | undefined;
  return (state) => {
    const parts = partsOf(state);
    if (known?.parts.every((part, index) => part === parts[index]) !== true)
      known = { parts, told: tell(state) };
    return known.told;
  };
};

/** What accesses come to, of what it rests on: tables of formats lie in memory. */
const reachTeller = (plan: Plan): ((objects: Objects) => Facts['reach']) =>
  rememberedBy(
    ({ memory, machine: { spaces, cores, memory: words } }) => [
      memory,
      spaces,
      cores,
      spaces.every(({ kind }) => kind === 'map') ? undefined : words,
    ],
    (objects) => reachOf(plan, objects),
  );

/** Lists of one kind of fact, each remembered by the part that it is made of. */
const makeTellers = (plan: Plan): Tellers<Objects> => {
  const rows = Array.from({ length: plan.numbering.processes }, (_, index) => {
    const process = processId(index);
    return {
      handles: remembered((table: Table) => tableFacts(table, process)),
      resources: remembered((row: Row) => rowFacts(plan, row, process)),
      frames: remembered((row: MemoryRow) => frameFacts(plan, row, process)),
      mappings: remembered((row: MemoryRow) => mappingFacts(plan, row, process)),
    };
  });
  const threadTellers = Array.from({ length: plan.numbering.threads }, (_, index) =>
    remembered((thread: Thread) => threadFact(plan, thread, index)),
  );
  const processes = remembered(({ list }: Objects['processes']) =>
    list.flatMap((process, index) => processFact(plan, process, index)),
  );
  const threads = remembered((list: Objects['threads']['list']) =>
    list.flatMap((thread, index) => (thread === undefined ? [] : at(threadTellers, index)(thread))),
  );
  const pending = remembered((list: Objects['threads']['list']) => list.flatMap(pendingFacts));
  const handles = remembered((tables: Objects['handles']) =>
    tables.flatMap((table, index) => at(rows, index).handles(table)),
  );
  const resources = remembered((made: Objects['resources']) =>
    made.flatMap((row, index) => at(rows, index).resources(row)),
  );
  const frames = remembered((memory: Objects['memory']) =>
    memory.flatMap((row, index) => at(rows, index).frames(row)),
  );
  const mappings = remembered((memory: Objects['memory']) =>
    memory.flatMap((row, index) => at(rows, index).mappings(row)),
  );
  return {
    processes: (objects) => processes(objects.processes),
    threads: (objects) => threads(objects.threads.list),
    pending: (objects) => pending(objects.threads.list),
    handles: (objects) => handles(objects.handles),
    resources: (objects) => resources(objects.resources),
    frames: (objects) => frames(objects.memory),
    mappings: (objects) => mappings(objects.memory),
    ports: portFacts,
    devices: (objects) => deviceFacts(plan, objects),
    domains: (objects) => domainFacts(plan, objects),
    reach: reachTeller(plan),
    words: rememberedBy(
      ({ machine }) => [machine.memory],
      ({ machine }) => wordsOf(plan, machine),
    ),
    invalidating: rememberedBy(
      ({ machine }) => [machine.cores, machine.dma],
      (objects) => awaitedAgents(plan, objects),
    ),
  };
};

/** Tells states in words that any kernel can say. */
export const makeFacts = <Context extends object>(
  plan: Plan,
): ((state: MicroState<Context>) => Facts) => {
  const tell = makeTellers(plan);
  return ({ objects }) => new LazyFacts(tell, objects);
};
