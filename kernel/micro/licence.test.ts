import { describe, expect, it } from 'vitest';
import { handleId, processId, sidOf, threadId } from '../../model/ids.ts';
import type { EventKind, SecurityModule } from '../../model/security.ts';
import { emptyMessage } from '../../model/value.ts';
import type { RecordValue } from '../../model/value.ts';
import { mediate } from '../mediate.ts';
import type { Ask, Gate, Party, Permit } from '../mediate.ts';
import { closed } from './handles/derivation.ts';
import { noHandles, withHandle } from './handles/tables.ts';
import type { Handles } from './handles/handles.ts';
import { controlOver } from './licence.ts';
import { loadedProcesses, start } from './processes.ts';
import { deliver, enqueue, findOldest, finish, servedBy } from './threads/calls.ts';
import { begun, noThreads } from './threads/life.ts';
import { threadOf } from './threads/threads.ts';
import type { Threads } from './threads/threads.ts';
import type { Pending } from './threads/thread.ts';

const here = { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 };

const granting: SecurityModule<object> = {
  initial: {},
  decide: () => ({
    verdict: {
      kind: 'granted',
      by: [{ object: 'base', rule: 'grant', at: here, result: 'granted' }],
    },
    audit: undefined,
  }),
  release: (context) => context,
  encode: () => undefined,
  describe: () => null,
};

const gate: Gate<object> = {
  security: granting,
  subject: () => ({ kind: 'unknown', name: 'x' }),
};

const askOf = (kind: EventKind, by: Party, to: Party): Ask<RecordValue> => ({
  kind,
  by,
  to,
  endpoint: 'e',
  method: 'M',
  message: emptyMessage,
  show: (message) => message,
  read: (message) => message,
});

/** What is done under a permit, within its step. */
const under = <Result>(
  ask: Ask<RecordValue>,
  use: (permit: Permit<RecordValue>) => Result,
): Result =>
  mediate(gate, {}, ask, {
    granted: use,
    denied: () => {
      throw new Error('denied');
    },
  });

/** A permit whose step is over. */
const spent = (ask: Ask<RecordValue>): Permit<RecordValue> => under(ask, (permit) => permit);

const [client, server, third] = [threadId(0), threadId(1), threadId(2)] as const;
const [ofClient, ofServer, ofThird] = [processId(0), processId(1), processId(2)] as const;
const schedule = { priority: 8, policy: 0 } as const;
const threads = [ofClient, ofServer, ofThird].reduce(
  (all, process) => begun(all, controlOver(process), threadId(process), 0, schedule),
  noThreads(3, 3),
);
const sent = {
  channel: sidOf(6),
  listener: sidOf(9),
  message: emptyMessage,
  brought: [],
  context: undefined,
  ending: { remaining: undefined, interrupt: undefined },
};
const request = askOf('request', ofClient, ofServer);
const response = askOf('response', ofServer, ofClient);
const called = under(request, (permit) => enqueue(threads, client, permit, sent));
const oldest = findOldest(called, ofServer);
const served = oldest === undefined ? called : deliver(called, oldest, server);
const handle = { sid: sidOf(1), rights: 1 };
const handles = withHandle(noHandles(3), controlOver(ofClient), handleId(0), handle);
const process = {
  name: 'x',
  subject: { kind: 'unknown', name: 'x' },
  className: 'x',
  path: '',
  stage: { kind: 'loaded' },
  environment: [],
  connections: [],
  priority: 8,
  haltsOnTrap: false,
} as const;
const overMessage = 'a permit was used after its step';

describe('a permit', () => {
  it.each<readonly [string, () => unknown]>([
    ['enqueue', () => enqueue(threads, client, spent(request), sent)],
    ['finish', () => finish(served, server, spent(response))],
    ['withHandle', () => withHandle(handles, spent(request), handleId(1), handle)],
    ['closed', () => closed(handles, spent(request), [handleId(0)])],
    [
      'start',
      () =>
        start(
          loadedProcesses([process], 1),
          mediate(
            gate,
            {},
            { ...askOf('execute', 'einit', ofClient), read: () => null },
            {
              granted: (permit) => permit,
              denied: () => {
                throw new Error('denied');
              },
            },
          ),
        ),
    ],
  ])('licenses no %s after its step [MED-2]', (_, effect) => {
    expect(effect).toThrow(overMessage);
  });

  it('licenses its own process and kind alone [MED-2]', () => {
    const enqueueAs = (ask: Ask<RecordValue>) => () =>
      under(ask, (permit) => enqueue(threads, client, permit, sent));
    const finishAs = (ask: Ask<RecordValue>) => () =>
      under(ask, (permit) => finish(served, server, permit));

    expect(enqueueAs(askOf('request', ofThird, ofServer))).toThrow('permit of another process');
    expect(enqueueAs(askOf('response', ofClient, ofServer))).toThrow('made under another permit');
    expect(enqueueAs(askOf('request', ofClient, 'kernel'))).toThrow('kernel is no process');
    expect(finishAs(askOf('response', ofThird, ofClient))).toThrow('permit of another process');
    expect(finishAs(askOf('response', ofServer, ofThird))).toThrow('permit of another process');
    expect(finishAs(request)).toThrow('answered under another permit');
  });

  it('opens the table of the caller of a service, and of the receiver of a message [MED-2] [CAP-1]', () => {
    const service = askOf('request', ofClient, 'kernel');
    const tablesAfter = (ask: Ask<RecordValue>) =>
      under(ask, (permit) => withHandle(handles, permit, handleId(1), handle)).map(
        (table) => table.length,
      );
    const security = askOf('security', ofClient, ofServer);

    expect(tablesAfter(service)).toEqual([2, 0, 0]);
    expect(tablesAfter(request)).toEqual([1, 2, 0]);
    expect(tablesAfter(response)).toEqual([2, 0, 0]);
    expect(() => tablesAfter(security)).toThrow('changed under another permit');
  });

  it('cannot be copied, spread or derived [MED-2] [GATE-1]', () => {
    under(request, (permit) => {
      // eslint-disable-next-line @typescript-eslint/no-misused-spread -- what a forger would try
      const spread = { ...permit };
      // @ts-expect-error a spread permit has lost what proves the grant
      const forged: Permit<RecordValue> = spread;
      const derived: Permit<RecordValue> = Object.create(permit) as Permit<RecordValue>;

      expect(() => enqueue(threads, client, forged, sent)).toThrow();
      expect(() => enqueue(threads, client, derived, sent)).toThrow(TypeError);
    });
  });
});

describe('a pending request', () => {
  it('is delivered to the called process alone, and ended by it alone [MED-2]', () => {
    expect(oldest).toMatchObject({ client, from: ofClient, server: ofServer });
    if (oldest === undefined) return;

    expect(() => deliver(called, oldest, third)).toThrow('taken by another process');
    expect(() => finish(served, third, oldest)).toThrow('ended by another process');
    expect(() => servedBy(served, third)).toThrow('serves no request');
  });

  it('ends the wait of its client, and of nobody else [IPC-1]', () => {
    const after = under(response, (permit) => finish(served, server, permit));

    expect(threadOf(after, client).wait).toEqual({ kind: 'ready' });
    expect(threadOf(after, server).serving).toBeUndefined();
    expect(threadOf(after, third)).toBe(threadOf(served, third));
  });

  it('is made by its own file alone [MED-2] [GATE-1]', () => {
    const fields = {
      client,
      from: ofClient,
      server: ofServer,
      channel: sidOf(6),
      listener: sidOf(9),
      endpoint: 'e',
      method: 'M',
      message: emptyMessage,
      brought: [],
      context: undefined,
    };

    // @ts-expect-error a record with the same fields is no standing right
    const pending: Pending = fields;
    // @ts-expect-error nor is one of the same shape a table of threads
    const table: Threads = { list: [], queues: [], ended: [] };
    // @ts-expect-error nor a list of tables the handles
    const made: Handles = [[]];

    expect([pending.method, table.list, made.length]).toEqual(['M', [], 1]);
  });
});
