import { processId, threadId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import { makeKeyWriter } from '../../model/writer.ts';
import type {
  Facts,
  HandleFact,
  PendingFact,
  ProcessFact,
  ResourceFact,
  System,
  ThreadFact,
} from '../kernel.ts';
import { encodeTable, entriesOf, holderOf, numberOf } from './handles/handles.ts';
import type { MicroState, Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { encodeRow } from './resources.ts';
import { encodeThread } from './threads/encode.ts';
import type { Thread, Wait } from './threads/thread.ts';

const waits = {
  ready: 'no',
  calling: 'forServer',
  awaiting: 'forAnswer',
  receiving: 'forRequest',
  waiting: 'forKernel',
} as const satisfies Record<Exclude<Wait['kind'], 'ended'>, ThreadFact['waits']>;

const threadFact = (thread: Thread | undefined, index: number): readonly ThreadFact[] =>
  thread === undefined || thread.wait.kind === 'ended'
    ? []
    : [
        {
          thread: threadId(index),
          process: thread.process,
          waits: waits[thread.wait.kind],
          serves: thread.isAbandoned ? undefined : thread.serving?.client,
        },
      ];

const pendingFacts = (thread: Thread | undefined): readonly PendingFact[] => {
  const wait = thread?.wait;
  if (wait?.kind !== 'calling' && wait?.kind !== 'awaiting') return [];
  const { client, from, server, endpoint, method } = wait.pending;
  return [{ client, from, server, endpoint, method, taken: wait.kind === 'awaiting' }];
};

const handleFacts = ({ handles }: Objects): readonly HandleFact[] =>
  [...entriesOf(handles)].map(({ ref, entry }) => ({
    process: holderOf(ref),
    number: numberOf(ref),
    sid: entry.sid,
    rights: entry.rights,
    parent:
      entry.parent === undefined
        ? undefined
        : { process: holderOf(entry.parent), number: numberOf(entry.parent) },
    live: !entry.isRevoked,
  }));

const resourceFacts = (plan: Plan, { resources }: Objects): readonly ResourceFact[] =>
  resources.flatMap((row, owner) =>
    row.flatMap((resource, place) =>
      resource === undefined
        ? []
        : [
            {
              sid: plan.numbering.resource(processId(owner), place),
              kind: resource.kind,
              owner: processId(owner),
            },
          ],
    ),
  );

/** What belongs to one process alone: its threads, its handles, and what it has made. */
const ownBytes = (objects: Objects, process: ProcessId): string => {
  const writer = makeKeyWriter();
  for (const thread of objects.threads.list) {
    if (thread?.process === process) encodeThread(thread, writer);
  }
  encodeTable(objects.handles[process] ?? [], writer);
  encodeRow(objects.resources[process] ?? [], writer);
  return writer.take();
};

const processFacts = (plan: Plan, { processes }: Objects): readonly ProcessFact[] =>
  processes.list.flatMap((process, index) =>
    process === undefined
      ? []
      : [
          {
            process: processId(index),
            name: process.name,
            className: process.className,
            sid: plan.numbering.process(processId(index)),
            started: process.stage.kind === 'running',
          },
        ],
  );

/** Computes a list when it is first asked for. */
const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** The state in words that any kernel can say. */
export const factsOf = <Context extends object>(
  plan: Plan,
  { objects }: MicroState<Context>,
): Facts => {
  const { list } = objects.threads;
  const processes = lazily(() => processFacts(plan, objects));
  const threads = lazily(() => list.flatMap(threadFact));
  const pending = lazily(() => list.flatMap(pendingFacts));
  const handles = lazily(() => handleFacts(objects));
  const resources = lazily(() => resourceFacts(plan, objects));
  const own = lazily(
    () =>
      new Map(
        objects.processes.list.flatMap((process, index) =>
          process === undefined
            ? []
            : [[processId(index), ownBytes(objects, processId(index))] as const],
        ),
      ),
  );
  return {
    get processes() {
      return processes();
    },
    get threads() {
      return threads();
    },
    get pending() {
      return pending();
    },
    get handles() {
      return handles();
    },
    get resources() {
      return resources();
    },
    get own() {
      return own();
    },
  };
};

/** The state as plain data, names in place of numbers. */
export const describe = <Context extends object>(
  { security }: System<Context>,
  plan: Plan,
  { objects, context }: MicroState<Context>,
): unknown => ({
  processes: objects.processes.list.flatMap((process, index) => {
    if (process === undefined) return [];
    const threads = plan.numbering.threadsOf(processId(index)).flatMap((id) => {
      const thread = objects.threads.list[id];
      return thread === undefined ? [] : [thread];
    });
    return [
      {
        name: process.name,
        class: process.className,
        stage: process.stage.kind,
        started: process.stage.kind === 'running',
        threads: threads.map(({ wait, serving }) => ({
          waits: wait.kind === 'ended' ? 'ended' : waits[wait.kind],
          serves:
            serving === undefined ? null : (objects.processes.list[serving.from]?.name ?? null),
        })),
        queue: (objects.threads.queues[index] ?? []).map((client) => {
          const from = objects.threads.list[client]?.process ?? -1;
          return objects.processes.list[from]?.name;
        }),
        handles: (objects.handles[index] ?? []).filter((entry) => entry !== undefined).length,
        resources: (objects.resources[index] ?? []).flatMap((resource) =>
          resource === undefined ? [] : [resource.kind],
        ),
      },
    ];
  }),
  audit: { records: objects.audit.records.length, lost: objects.audit.lost },
  context: security.describe(context),
});
