import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handleId, processId, sidOf, threadId } from '../../model/ids.ts';
import type { Sid, ThreadId } from '../../model/ids.ts';
import type { Intent, Step } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { solutionWith } from '../../kss/test-solution.ts';
import type { Parameter } from '../../solution/data-type.ts';
import { kernelClass } from '../../solution/solution.ts';
import type { Limits } from '../kernel.ts';
import { isMarked } from './destroy.ts';
import { closed } from './handles/derivation.ts';
import { entriesOf, entryAt, isHeld, refOf } from './handles/handles.ts';
import { withHandle } from './handles/tables.ts';
import { allRights } from '../rights.ts';
import { findLabelled } from './labelled.ts';
import type { Labelled } from './labelled.ts';
import { makeResource } from './make.ts';
import { withHandles, withResources } from './objects.ts';
import type { Objects } from './objects.ts';
import { parts } from './parts.ts';
import type { Parts } from './parts.ts';
import { planOf } from './plan.ts';
import { destroyed } from './resources.ts';
import type { KernelService } from './services/service.ts';
import type { ServiceName } from './services/service-name.ts';
import { isService } from './services/table.ts';
import type { Wait } from './threads/thread.ts';
import {
  Driver,
  all,
  anotherThread,
  kernelOf,
  lendingProcesses as files,
  local,
} from './test-kernel.ts';
import type { State } from './test-kernel.ts';

/**
 * Random sequences of all that can happen, on four processes that lend each other handles: after every
 * step the state is sound. Each clause is shown to find a violation that is planted.
 */

const limits: Limits = {
  processes: 1,
  threads: 3,
  handles: 32,
  transfers: 12,
  resources: 16,
  frames: 6,
  tables: 0,
  pages: 8,
  image: 1,
  domains: 0,
  queue: 4,
  subscriptions: 4,
  variables: 32,
  connections: 16,
  messageBytes: 65_536,
  ticks: 4,
  msecsPerTick: 1,
  auditRecords: 0,
  lost: 1,
};

const solution = solutionWith(all, files);
const plan = planOf(solution, limits);

/** Every thread that calls is in the queue of its server, once, and nobody else is. */
const queueFaults = ({ threads }: Objects): readonly string[] => [
  ...threads.queues.flatMap((queue, server) =>
    queue.flatMap((client, at) => {
      const wait = threads.list[client]?.wait;
      const isCalling = wait?.kind === 'calling' && wait.pending.server === server;
      return isCalling && queue.indexOf(client) === at ? [] : [`a queue holds ${String(client)}`];
    }),
  ),
  ...threads.list.flatMap((thread, index) =>
    thread?.wait.kind === 'calling' &&
    threads.queues[thread.wait.pending.server]?.includes(threadId(index)) !== true
      ? [`${String(index)} calls and is in no queue`]
      : [],
  ),
];

/** Every thread that awaits an answer is served by one live thread of that server, and nobody else is served. */
const servingFaults = ({ threads: { list } }: Objects): readonly string[] => [
  ...list.flatMap((thread, client) => {
    const wait = thread?.wait;
    if (wait?.kind !== 'awaiting') return [];
    const serving = list.filter(
      (one) =>
        one !== undefined &&
        one.wait.kind !== 'ended' &&
        !one.isAbandoned &&
        one.process === wait.pending.server &&
        one.serving?.client === client,
    );
    return serving.length === 1
      ? []
      : [`${String(client)} is served by ${String(serving.length)} threads`];
  }),
  ...list.flatMap((thread, server) => {
    if (thread?.serving === undefined || thread.isAbandoned) return [];
    const isAwaited = list[thread.serving.client]?.wait.kind === 'awaiting';
    return isAwaited && thread.wait.kind !== 'ended'
      ? []
      : [`${String(server)} serves who does not wait`];
  }),
];

/** No handle has more rights than its parent; parents exist, and lead to a root. */
const derivationFaults = ({ handles }: Objects): readonly string[] => {
  const entries = [...entriesOf(handles)];
  return entries.flatMap(({ ref, entry }) => {
    if (entry.parent === undefined) return [];
    const parent = entryAt(handles, entry.parent);
    if (parent === undefined) return [`the parent of ${String(ref)} is no entry`];
    if ((entry.rights & ~parent.rights) !== 0) return [`${String(ref)} has more rights`];
    let at = entry.parent;
    for (let steps = 0; steps <= entries.length; steps += 1) {
      const next = entryAt(handles, at)?.parent;
      if (next === undefined) return [];
      at = next;
    }
    return [`${String(ref)} descends from itself`];
  });
};

/** Every resource is held by a live handle, or is a badge that one bears; every live handle names something. */
const holdingFaults = (objects: Objects): readonly string[] => [
  ...objects.resources.flatMap((row, owner) =>
    row.flatMap((resource, place) => {
      if (resource === undefined) return [];
      const sid = plan.numbering.resource(processId(owner), place);
      const isBorne = resource.kind === 'badge' && isMarked(objects.handles, sid);
      return isBorne || isHeld(objects.handles, sid) ? [] : [`nobody holds a ${resource.kind}`];
    }),
  ),
  ...[...entriesOf(objects.handles)].flatMap(({ ref, entry }) =>
    entry.isRevoked || findLabelled(plan, objects, entry.sid) !== undefined
      ? []
      : [`${String(ref)} names nothing`],
  ),
];

/** A handle in transit belongs to the one request that waits and brings it. */
const transitFaults = ({ handles, threads }: Objects): readonly string[] => {
  const brought = threads.list.flatMap((thread) => {
    if (thread?.wait.kind !== 'calling') return [];
    const { server, brought: numbers } = thread.wait.pending;
    return numbers.map((number) => refOf(server, number));
  });
  const inTransit = [...entriesOf(handles)].flatMap(({ ref, entry }) =>
    entry.isInTransit ? [ref] : [],
  );
  const isSame =
    brought.length === inTransit.length && inTransit.every((ref) => brought.includes(ref));
  return isSame ? [] : ['what is in transit is not what requests bring'];
};

/** What a wait or a subscription names is still there. */
const namingFaults = (objects: Objects): readonly string[] => {
  const isGone = (sid: Sid | undefined): boolean =>
    sid !== undefined && findLabelled(plan, objects, sid) === undefined;
  const namedBy = (wait: Wait): readonly (Sid | undefined)[] => {
    switch (wait.kind) {
      case 'receiving':
        return [wait.over, wait.ending.interrupt];
      case 'calling':
      case 'awaiting':
        return [wait.ending.interrupt];
      case 'waiting': {
        const { waitsFor } = wait.waiting;
        return waitsFor.kind === 'word' || waitsFor.kind === 'event' ? [waitsFor.sid] : [];
      }
      case 'ready':
      case 'ended':
        return [];
    }
  };
  return [
    ...objects.threads.list.flatMap((thread) =>
      thread !== undefined && namedBy(thread.wait).some(isGone)
        ? [`${thread.wait.kind} waits for what is gone`]
        : [],
    ),
    ...objects.resources.flatMap((row) =>
      row.flatMap((resource) =>
        resource?.kind === 'receiver' &&
        resource.subscriptions.some(({ sid, mask }) => mask !== 0 && isGone(sid))
          ? ['a subscription is to what is gone']
          : [],
      ),
    ),
  ];
};

/** What has ended holds nothing, and has no thread; no wait is still to be told. */
const endFaults = ({ threads, processes, handles }: Objects): readonly string[] => [
  ...(threads.ended.length === 0 ? [] : ['a wait that has ended was not told']),
  ...processes.list.flatMap((process, index) => {
    if (process?.stage.kind !== 'ended') return [];
    const isHolding = (handles[index] ?? []).length > 0;
    const isAlive = threads.list.some(
      (thread) => thread?.process === index && thread.wait.kind !== 'ended',
    );
    return isHolding || isAlive ? [`${process.name} has ended and goes on`] : [];
  }),
];

const faultsOf = (objects: Objects): readonly string[] =>
  [
    queueFaults,
    servingFaults,
    derivationFaults,
    holdingFaults,
    transitFaults,
    namingFaults,
    endFaults,
  ].flatMap((find) => find(objects));

/** Every wait that a step has ended without its thread is told, once; and nothing else is. */
const tellingFaults = (
  before: Objects,
  { next, completions }: Pick<Step<State>, 'next' | 'completions'>,
): readonly string[] =>
  next.objects.threads.list.flatMap((thread, index) => {
    const was = before.threads.list[index]?.wait.kind;
    const waited = was !== undefined && was !== 'ready' && was !== 'ended';
    const due = waited && thread?.wait.kind === 'ready' ? 1 : 0;
    const told = completions.filter(({ of }) => of === index).length;
    return told === due ? [] : [`${String(index)} is told ${String(told)} times`];
  });

/** Numbers from which one happening is made, whatever the state. */
interface Draw {
  readonly who: number;
  readonly what: number;
  readonly method: number;
  readonly with: readonly number[];
}

const draws = (): fc.Arbitrary<readonly Draw[]> => {
  const number = fc.noBias(fc.nat(9999));
  return fc.array(
    fc.record({
      who: number,
      what: number,
      method: number,
      with: fc.array(number, { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 160, size: 'max' },
  );
};

const pick = <Item>(items: readonly Item[], draw: number): Item => {
  const item = items[draw % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const names = ['client', 'other', 'server', 'third', 'child'];
const paths = plan.files.map(({ path }) => path);
const forEver = 0xffff_ffffn;

/** What texts and numbers of services are drawn from, by the names of their parameters. */
const pools: Readonly<Partial<Record<string, readonly Value[]>>> = {
  client: names,
  eiid: ['t.Client', 't.Server', 't.None'],
  eventMask: [0n, 1n, 2n, 3n, 0x1_0000n, forEver],
  expected: [0n, 0n, 1n],
  filter: ['', 's', 'other'],
  msecs: [0n, 2n, 4n, 4n, forEver],
  name: names,
  newRightsMask: [0xfn, 0x3_0003n, forEver, forEver],
  path: [...paths, ''],
  policy: [0n, 0n, 1n, 2n, 3n],
  rights: [0x7n, forEver, forEver],
  server: names,
  service: ['s', 's', 'other'],
  value: [0n, 0n, 1n],
};
const integers = [0n, 1n, 2n, 3n, 8n];
const masks = [0xffff_ffff, 0xffff_ffff, 0xf, 0x2, 0x3_0003];

/** What the parameters of services that are handles name. */
const kinds: Readonly<Partial<Record<string, Labelled['kind']>>> = {
  badge: 'badge',
  client: 'process',
  copyBadge: 'badge',
  file: 'file',
  image: 'file',
  ipcChannel: 'static listener',
  listener: 'static listener',
  notice: 'receiver',
  server: 'process',
  sync: 'word',
  syncHandle: 'interrupt',
  task: 'process',
  thread: 'thread',
};

/** The handles of a process that name something of a kind. */
const heldOf = (objects: Objects, process: number, kind: Labelled['kind'] | undefined) =>
  (objects.handles[process] ?? []).flatMap((entry, number) =>
    entry !== undefined && findLabelled(plan, objects, entry.sid)?.kind === kind ? [number] : [],
  );

/** A handle of the process, mostly one that it holds, and now and then with a badge. */
const handleOf = (objects: Objects, process: number, draw: number) => {
  const number = draw % ((objects.handles[process]?.length ?? 0) + 1);
  const badges = heldOf(objects, process, 'badge');
  const isMarked = badges.length > 0 && Math.floor(draw / 100) % 2 === 0;
  const badge = isMarked ? pick(badges, draw) : undefined;
  return local(number, pick(masks, Math.floor(draw / 11)), badge);
};

/** A parameter of a service: a handle is mostly of the kind that belongs there, or left out. */
const valuesOf = (
  objects: Objects,
  process: number,
  { name, type }: Parameter,
  draw: number,
): readonly Value[] => {
  if (type.kind !== 'handle')
    return [pick(pools[name] ?? (type.kind === 'string' ? ['', 's'] : integers), draw)];
  const kind = kinds[name];
  const fitting = heldOf(objects, process, kind);
  if (kind !== undefined && fitting.length > 0 && draw % 4 !== 0)
    return [local(pick(fitting, Math.floor(draw / 4)))];
  return kind !== undefined && draw % 4 !== 0 ? [] : [handleOf(objects, process, draw)];
};

const endpoints = solution.classes.get(kernelClass)?.endpoints ?? [];

/** Services after which less goes on are drawn less. */
const isFinal = (name: string): boolean =>
  ['Exit', 'Terminate', 'Freeze', 'Suspend'].includes(name);

/** Services that are about handles and waits are drawn more than the rest. */
const services = endpoints.flatMap((endpoint) =>
  endpoint.interface.methods.flatMap((method) => {
    if (!isService(`${endpoint.name}.${method.name}`)) return [];
    const weight = /^(handle|sync|notice|thread|cm|task)\./.test(endpoint.name) ? 3 : 1;
    return Array.from({ length: isFinal(method.name) ? 1 : weight }, () => ({
      endpoint: endpoint.name,
      method,
    }));
  }),
);

const isOptional = (name: string): boolean =>
  ['copyBadge', 'ipcChannel', 'listener'].includes(name);

const serviceOf = (objects: Objects, process: number, draw: Draw): Intent => {
  const possible = services.filter(({ method }) =>
    method.in.every(({ name }) => {
      const kind = isOptional(name) ? undefined : kinds[name];
      return kind === undefined || heldOf(objects, process, kind).length > 0;
    }),
  );
  const useful = draw.what % 8 === 0 ? services : possible;
  const { endpoint, method } = pick(useful, draw.method);
  const fields = method.in.flatMap((parameter, index) =>
    valuesOf(objects, process, parameter, draw.with[index] ?? 0).map(
      (value) => [parameter.name, value] as const,
    ),
  );
  return {
    kind: 'call',
    handle: handleId(0),
    endpoint,
    method: method.name,
    message: record(fields),
  };
};

const limitsOf = (
  objects: Objects,
  process: number,
  [, , , timeout = 0, interrupt = 0]: readonly number[],
) => ({
  ...(timeout % 4 === 0 ? {} : { timeout: timeout % 5 }),
  ...(interrupt % 9 === 0 ? { interrupt: handleOf(objects, process, interrupt).number } : {}),
});

const callOf = (objects: Objects, process: number, draw: Draw): Intent => {
  const [one = 0, two = 0, over = 0] = draw.with;
  const callable = (['static channel', 'channel', 'user'] as const).flatMap((kind) =>
    heldOf(objects, process, kind),
  );
  const handles: Readonly<Record<string, Value>> = {
    one: handleOf(objects, process, one),
    ...(two % 2 === 0 ? { two: handleOf(objects, process, two) } : {}),
  };
  const method = pick(['Lend', 'Lend', 'Give', 'Note'], draw.method);
  return {
    kind: 'call',
    handle:
      over % 9 === 0 || callable.length === 0
        ? handleOf(objects, process, over).number
        : handleId(pick(callable, over)),
    endpoint: pick(['impl.ping', 'impl.ping', 'direct', ''], two),
    method,
    message: record(method === 'Lend' ? Object.entries(handles) : []),
    ...limitsOf(objects, process, draw.with),
  };
};

const replyOf = (objects: Objects, process: number, gives: boolean, draw: Draw): Intent => ({
  kind: 'reply',
  as: 'response',
  message: record(gives ? [['one', handleOf(objects, process, draw.with[0] ?? 0)]] : []),
});

const intentOf = (objects: Objects, by: ThreadId, draw: Draw): Intent => {
  const thread = objects.threads.list[by];
  const process = thread?.process ?? 0;
  const kind = draw.what % 100;
  if (draw.what % 300 === 0) return { kind: 'trap', code: 1 };
  if (thread?.serving !== undefined && kind < 45)
    return replyOf(objects, process, thread.serving.method === 'Give', draw);
  if (kind < 20) {
    const over = draw.with[0] ?? 0;
    const sources = (['static listener', 'channel'] as const).flatMap((one) =>
      heldOf(objects, process, one),
    );
    const handle =
      over % 16 === 0 || sources.length === 0
        ? handleOf(objects, process, over).number
        : handleId(pick(sources, over));
    return {
      kind: 'recv',
      ...(over % 4 === 0 ? { handle } : {}),
      ...limitsOf(objects, process, draw.with),
    };
  }
  return kind < 50 ? callOf(objects, process, draw) : serviceOf(objects, process, draw);
};

/** The system as it is when two threads of each process run. */
const begin = (kernel: Driver['kernel']): Driver => {
  const driver = new Driver(kernel);
  for (const by of kernel.ready(driver.state)) anotherThread(driver, by);
  return driver;
};

/**
 * Lets it all happen.
 *
 * Throws: with what is wrong after a step, if anything is.
 */
const run = (kernel: Driver['kernel'], sequence: readonly Draw[]): void => {
  const driver = begin(kernel);
  for (const draw of sequence) {
    const ready = kernel.ready(driver.state);
    const by = ready.length === 0 || draw.what % 17 === 3 ? undefined : pick(ready, draw.who);
    const step =
      by === undefined ? driver.tick() : driver.act(by, intentOf(driver.state.objects, by, draw));
    const faults = [...faultsOf(step.next.objects), ...tellingFaults(driver.before.objects, step)];
    if (faults.length > 0) throw new Error(faults.join('; '));
  }
};

const soundness = (use: Parts) => {
  const kernel = kernelOf(all, { files, limits, parts: use });
  return fc.property(draws(), (sequence) => {
    run(kernel, sequence);
  });
};

describe('whatever happens', () => {
  it('leaves queues, servings, handles, resources and waits sound, and throws nothing [IPC-2] [CAP-1] [CAP-3] [LIFE-3]', () => {
    fc.assert(soundness(parts), { seed: 20, numRuns: 250 });
  });

  it('covers what it is about: requests taken, handles lent, waits ended, processes gone [IPC-2]', () => {
    const kernel = kernelOf(all, { files, limits });
    const seen = new Set<string>();
    const see = (what: string): void => void seen.add(what);
    for (const sequence of fc.sample(draws(), { seed: 20, numRuns: 250 })) {
      const driver = begin(kernel);
      for (const draw of sequence) {
        const ready = kernel.ready(driver.state);
        const by = ready.length === 0 || draw.what % 17 === 3 ? undefined : pick(ready, draw.who);
        const step =
          by === undefined
            ? driver.tick()
            : driver.act(by, intentOf(driver.state.objects, by, draw));
        see(step.outcome.kind === 'done' ? step.outcome.result.kind : step.outcome.kind);
        for (const { outcome } of step.completions)
          see(`then ${outcome.kind === 'refused' ? outcome.because : outcome.kind}`);
        if (step.started.length > 0) see('started');
        for (const { entry } of entriesOf(step.next.objects.handles)) {
          if (entry.isInTransit) see('in transit');
          if (entry.isRevoked) see('revoked');
        }
        const badges = driver.kernel.facts(step.next).resources;
        if (
          badges.some(
            ({ kind, sid }) => kind === 'badge' && isMarked(step.next.objects.handles, sid),
          )
        )
          see('badged');
      }
    }

    const missing = [
      'answered',
      'received',
      'replied',
      'ended',
      'faulted',
      'refused',
      'denied',
      'blocked',
      'then done',
      'then timedOut',
      'then serverDied',
      'then woken',
      'started',
      'in transit',
      'revoked',
      'badged',
    ].filter((what) => !seen.has(what));

    expect(missing).toEqual([]);
  });
});

const { listen, enqueue, deliver, finish } = parts;

const serving = <Name extends ServiceName>(name: Name, service: KernelService<Name>): Parts => ({
  ...parts,
  services: { ...parts.services, [name]: service },
});

const copyAs = (change: (made: { readonly process: number; readonly number: number }) => object) =>
  serving('handle.Handle.Copy', (objects, permit, of, caller) => {
    const served = parts.services['handle.Handle.Copy'](objects, permit, of, caller);
    if (served.kind !== 'done') return served;
    const number = served.outputs.outHandle;
    const entry = objects.handles[caller.process]?.[permit.request.inHandle ?? handleId(0)];
    if (entry === undefined) return served;
    const parent = refOf(caller.process, permit.request.inHandle ?? handleId(0));
    const made = { sid: entry.sid, rights: entry.rights, parent };
    const handles = withHandle(served.next.handles, permit, number, {
      ...made,
      ...change({ process: caller.process, number }),
    });
    return { ...served, next: withHandles(served.next, handles) };
  });

const planted: readonly (readonly [string, Parts, RegExp])[] = [
  [
    'queues a client twice',
    {
      ...parts,
      enqueue: (threads, client, permit, sent) => {
        const once = enqueue(threads, client, permit, sent);
        const queues = once.queues.map((queue) =>
          queue.includes(client) ? [...queue, client] : queue,
        );
        return { ...once, queues };
      },
    },
    /a queue holds/,
  ],
  [
    'forgets a client that calls',
    {
      ...parts,
      enqueue: (threads, client, permit, sent) => ({
        ...enqueue(threads, client, permit, sent),
        queues: threads.queues,
      }),
    },
    /calls and is in no queue/,
  ],
  [
    'delivers a request that nobody serves',
    {
      ...parts,
      deliver: (threads, pending, server) => {
        const taken = deliver(threads, pending, server);
        const list = taken.list.map((thread, index) =>
          index === server && thread !== undefined ? { ...thread, serving: undefined } : thread,
        );
        return { ...taken, list };
      },
    },
    /is served by 0 threads/,
  ],
  [
    'serves on after an answer',
    {
      ...parts,
      finish: (threads, server, licence) => {
        const after = finish(threads, server, licence);
        const old = threads.list[server];
        const list = after.list.map((thread, index) =>
          index === server && thread !== undefined ? { ...thread, serving: old?.serving } : thread,
        );
        return { ...after, list };
      },
    },
    /serves who does not wait/,
  ],
  ['copies a handle with every right', copyAs(() => ({ rights: allRights })), /has more rights/],
  [
    'derives a handle from itself',
    copyAs(({ process, number }) => ({ parent: refOf(processId(process), handleId(number)) })),
    /descends from itself/,
  ],
  [
    'derives a handle from none',
    copyAs(({ process }) => ({ parent: refOf(processId(process), handleId(999)) })),
    /is no entry/,
  ],
  ['makes a handle to nothing', copyAs(() => ({ sid: sidOf(65_000) })), /names nothing/],
  [
    'brings a handle with no request',
    copyAs(() => ({ isInTransit: true })),
    /what is in transit is not what requests bring/,
  ],
  [
    'receives over what is not there',
    {
      ...parts,
      listen: (threads, self, _over, ending) => listen(threads, self, sidOf(65_000), ending),
    },
    /receiving waits for what is gone/,
  ],
  [
    'subscribes to what is not there',
    serving('notice.Notice.Create', (objects, permit, of, caller) => {
      const subscription = { sid: sidOf(65_000), mask: 1, id: 0, raised: 0 };
      const resource = { kind: 'receiver', subscriptions: [subscription] } as const;
      const made = makeResource(of, objects, permit, caller, resource, allRights);
      return typeof made === 'string'
        ? { kind: 'refused', because: made }
        : { kind: 'done', next: made.objects, outputs: { notice: made.handle }, made: [] };
    }),
    /a subscription is to what is gone/,
  ],
  [
    'closes a last handle and keeps the resource',
    serving('handle.Handle.Close', (objects, permit, _plan, caller) => {
      const { handle } = permit.request;
      if (handle === undefined || objects.handles[caller.process]?.[handle] === undefined)
        return { kind: 'refused', because: 'badHandle' };
      const { handles } = closed(objects.handles, permit, [handle]);
      return { kind: 'done', next: withHandles(objects, handles), outputs: {}, made: [] };
    }),
    /nobody holds a/,
  ],
  [
    'destroys a resource that is held',
    serving('handle.Handle.GetSidByHandle', (objects, permit, of, caller) => {
      const served = parts.services['handle.Handle.GetSidByHandle'](objects, permit, of, caller);
      if (served.kind !== 'done') return served;
      const resources = destroyed(served.next.resources, caller.process, 0);
      return { ...served, next: withResources(served.next, resources) };
    }),
    /names nothing/,
  ],
  [
    'throws',
    serving('sync.Sync.Alloc', () => {
      throw new Error('a planted defect');
    }),
    /a planted defect/,
  ],
];

describe('the check of what happens', () => {
  it.each(planted)('finds a kernel that %s [GATE-1]', (_, use, found) => {
    const { failed, errorInstance } = fc.check(soundness(use), {
      seed: 20,
      numRuns: 250,
      endOnFailure: true,
    });

    expect(failed).toBe(true);
    expect(errorInstance instanceof Error ? errorInstance.message : '').toMatch(found);
  });

  it('finds a wait that ends and is told twice, or never [GATE-1]', () => {
    const driver = begin(kernelOf(all, { files, limits }));
    const [first] = driver.kernel.ready(driver.state);
    if (first === undefined) throw new Error('no thread');
    driver.act(first, { kind: 'recv', timeout: 1 });
    const { next, completions } = driver.tick();
    const before = driver.before.objects;

    expect(tellingFaults(before, { next, completions })).toEqual([]);
    expect(tellingFaults(before, { next, completions: [] })).toEqual(['0 is told 0 times']);
    expect(tellingFaults(before, { next, completions: [...completions, ...completions] })).toEqual([
      '0 is told 2 times',
    ]);
  });

  it('finds a wait that was not told, and a process that has ended and goes on [GATE-1]', () => {
    const { objects } = kernelOf(all, { files, limits }).boot().state;
    const ended = [
      {
        kind: 'told',
        thread: threadId(0),
        outcome: { kind: 'done', result: { kind: 'ticked' } },
      },
    ] as const;
    const untold = { ...objects, threads: { ...objects.threads, ended } };
    const [first, ...others] = objects.processes.list;
    if (first === undefined) throw new Error('no process');
    const over = { ...first, stage: { kind: 'ended', exit: { kind: 'terminated' } } } as const;
    const going = {
      ...objects,
      processes: { ...objects.processes, list: [over, ...others] },
    };

    expect(faultsOf(objects)).toEqual([]);
    expect(faultsOf(untold)).toEqual(['a wait that has ended was not told']);
    expect(faultsOf(going)).toEqual(['client has ended and goes on']);
  });
});
