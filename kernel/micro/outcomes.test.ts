import { describe, expect, it } from 'vitest';
import type { Intent, Refusal } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import { exploring, running } from '../kernel.ts';
import type { Limits } from '../kernel.ts';
import { retcodeNumber, retcodeOf } from '../retcode.ts';
import {
  all,
  call,
  kernelOf,
  local,
  recv,
  reply as replyWith,
  runAll,
  service as serviceOf,
  threadOf,
} from './test-kernel.ts';
import type { Engine, State } from './test-kernel.ts';

const [client, server] = [threadOf(0), threadOf(1)] as const;
const limits: Limits = { ...exploring, handles: 3 };

const service = (method: string, fields: Parameters<typeof serviceOf>[1]) =>
  serviceOf(`handle.Handle.${method}`, fields);

const copy = (number: number, mask = 0xffff_ffffn) =>
  service('Copy', { inHandle: local(number), newRightsMask: mask });

const ping = call('Ping');

/** Every component but the audit log is the very one given. */
const expectUntouched = (before: State, after: State): void => {
  expect(after.context).toBe(before.context);
  expect(after.objects.processes).toBe(before.objects.processes);
  expect(after.objects.threads).toBe(before.objects.threads);
  expect(after.objects.handles).toBe(before.objects.handles);
};

const gated = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["open"] } }
}
execute { grant () }
execute dst=t.Client { gate.init { sid : dst_sid } }
request dst=kl.core.Core { gate.enter { sid : src_sid, state : "open" } }
`;

describe('a request that is denied (a)', () => {
  it('of a service changes nothing but the audit log, which grows [DENY-2]', () => {
    const kernel = kernelOf('execute { grant () }', { limits: running });
    const { before, step } = runAll(kernel, [client, copy(1)]);

    expect(step.outcome).toMatchObject({ kind: 'denied', ends: 'call', phase: 'request' });
    expectUntouched(before, step.next);
    expect(step.next.objects.audit.records.length).toBe(before.objects.audit.records.length + 1);
  });

  it('leaves the context as it was though the engine gives another with its denial [DENY-2] [GATE-1]', () => {
    const engine = (honest: Engine): Engine => ({
      ...honest,
      decide: (context, event) => {
        const decision = honest.decide(context, event);
        return decision.verdict.kind === 'denied'
          ? { ...decision, next: { ...context } }
          : decision;
      },
    });
    const kernel = kernelOf('execute { grant () } request dst=kl.core.Core { grant () }', {
      engine,
    });

    for (const intent of [ping, copy(1)]) {
      const { before, step } = runAll(kernel, [client, intent]);

      expect(step.outcome.kind).toBe('denied');
      expect(step.next.context).toBe(before.context);
    }
  });

  it('that touches contexts in its granting rules rolls them back with the denial [DENY-2]', () => {
    const kernel = kernelOf(`${gated} request dst=kl.core.Core { deny () }`);
    const { before, step } = runAll(kernel, [client, copy(1)]);

    expect(step.outcome).toMatchObject({ kind: 'denied', phase: 'request' });
    expectUntouched(before, step.next);
  });
});

describe('a service that refuses after its grant (b)', () => {
  it('leaves the objects as they were; the security context has moved, and the answer is judged [IPC-3]', () => {
    const kernel = kernelOf(`${gated} response { grant () }`, {
      limits: { ...limits, handles: 2 },
    });
    const { before, step } = runAll(kernel, [client, copy(1)]);

    expect(step.outcome).toEqual({
      kind: 'refused',
      because: 'tableFull',
      retcode: 'rcOutOfMemory',
    });
    expect(step.events.map(({ event, verdict }) => `${event.kind} ${verdict.kind}`)).toEqual([
      'request granted',
      'response granted',
    ]);
    expect(step.events[1]?.event.content).toEqual({
      kind: 'value',
      message: record([['rc', -16n]]),
    });
    expect(step.next.objects).toBe(before.objects);
    expect(step.next.context).not.toBe(before.context);
  });
});

describe('a response that is denied (c)', () => {
  it('closes the handle that was made for it; the context keeps what the request moved [IPC-3] [CAP-1]', () => {
    const kernel = kernelOf(gated);
    const { before, step } = runAll(kernel, [client, copy(1)]);

    expect(step.outcome).toMatchObject({ kind: 'denied', ends: 'call', phase: 'response' });
    expect(step.next.objects.handles).toEqual(before.objects.handles);
    expect(step.next.context).not.toBe(before.context);
  });

  it('leaves a handle closed that Close has closed: other effects stay [IPC-3]', () => {
    const kernel = kernelOf('execute { grant () } request { grant () }');
    const { step } = runAll(kernel, [client, service('Close', { handle: local(1) })]);

    expect(step.outcome).toMatchObject({ kind: 'denied', phase: 'response' });
    expect(step.next.objects.handles[0]).toHaveLength(1);
  });

  it('ends a nested call alone: the server still serves its own client [IPC-1]', () => {
    const solution = `execute { grant () } request { grant () } error { grant () }`;
    const kernel = kernelOf(solution);
    const { step } = runAll(kernel, [client, ping], [server, recv], [server, copy(0)]);

    expect(step.outcome).toMatchObject({ kind: 'denied', ends: 'call', phase: 'response' });
    expect(kernel.facts(step.next).threads).toMatchObject([
      { waits: 'forAnswer' },
      { waits: 'no', serves: client },
    ]);
  });
});

describe('an answer', () => {
  it('of a wrong type is denied, whatever the policy grants, and ends reply and call [IPC-2] [TYPE-3]', () => {
    const odd = replyWith('response', { result: 'text' });
    const { step } = runAll(kernelOf(all), [client, ping], [server, recv], [server, odd]);

    expect(step.outcome).toMatchObject({
      kind: 'denied',
      ends: 'reply',
      phase: 'response',
      verdict: { because: 'malformed' },
    });
    expect(step.completions).toMatchObject([
      { of: client, outcome: { kind: 'denied', ends: 'call' } },
    ]);
  });

  it('as an error is judged as one, and comes as one [IPC-1]', () => {
    const error: Intent = { kind: 'reply', as: 'error', message: record([['code', -3n]]) };
    const { step } = runAll(kernelOf(all), [client, ping], [server, recv], [server, error]);

    expect(step.events.map(({ event }) => event.kind)).toEqual(['error']);
    expect(step.completions[0]?.outcome).toEqual({
      kind: 'done',
      result: { kind: 'answered', as: 'error', message: record([['code', -3n]]) },
    });
  });
});

describe('a lying engine', () => {
  it.each<readonly [string, Intent]>([
    ['a call', { ...ping, message: record([['value', 'text']]) }],
    ['a service', service('Copy', { inHandle: local(1), newRightsMask: 'text' })],
    ['a service of an odd parameter', service('Close', { handle: local(1), more: 1n })],
  ])('that grants a malformed request of %s is a defect [TYPE-1] [GATE-1]', (_, intent) => {
    const at = { file: 'planted', line: 1, column: 1, endLine: 1, endColumn: 1 };
    const engine = (honest: Engine): Engine => ({
      ...honest,
      decide: () => ({
        verdict: {
          kind: 'granted',
          by: [{ object: 'base', rule: 'grant', at, result: 'granted' }],
        },
        audit: undefined,
      }),
    });

    expect(() => runAll(kernelOf(all, { engine }), [client, intent])).toThrow(
      'a malformed message was granted',
    );
  });
});

describe('retcodes', () => {
  it('have their numbers for ever, and each refusal one of them [IPC-1]', () => {
    expect(retcodeNumber).toEqual({
      rcOk: 0n,
      rcInvalidArgument: -2n,
      rcSecurityDisallow: -3n,
      rcNotConnected: -4n,
      rcHandleRevoked: -5n,
      rcIpcInterrupt: -6n,
      rcTimeout: -7n,
      rcResourceNotFound: -8n,
      rcUnimplemented: -9n,
      rcBufferTooLarge: -10n,
      rcAbort: -12n,
      rcAlreadyExists: -13n,
      rcInvalidThreadState: -14n,
      rcFutexWouldBlock: -15n,
      rcOutOfMemory: -16n,
    });
    const numbers: Record<Refusal, bigint> = {
      abandoned: -4n,
      alreadyServing: -14n,
      badHandle: -8n,
      badgeless: -2n,
      classMismatch: -2n,
      classUnknown: -8n,
      dropped: -4n,
      framesFull: -16n,
      handleRevoked: -5n,
      imageMismatch: -2n,
      interrupted: -6n,
      invalidArgument: -2n,
      logEmpty: -8n,
      messageTooLarge: -10n,
      nameTaken: -13n,
      nameUnknown: -8n,
      notConnected: -4n,
      notMapped: -8n,
      notServing: -14n,
      occupied: -13n,
      pagesFull: -16n,
      processesFull: -16n,
      queueFull: -16n,
      resourcesFull: -16n,
      rightsMissing: -3n,
      serverDied: -12n,
      startDenied: -3n,
      subscriptionsFull: -16n,
      tableFull: -16n,
      threadsFull: -16n,
      timedOut: -7n,
      transfersFull: -16n,
      unimplemented: -9n,
      valueDiffers: -15n,
      woken: -12n,
      writeExecute: -3n,
      wrongState: -14n,
      wrongType: -2n,
    };
    expect(
      Object.fromEntries(
        Object.entries(retcodeOf).map(([refusal, name]) => [refusal, retcodeNumber[name]]),
      ),
    ).toEqual(numbers);
  });
});

describe('a kernel method that no service implements', () => {
  const files = {
    'kl/core/Handle.idl': `package kl.core.Handle
import kl.core.Types
interface {
    Copy(in Handle inHandle, in UInt32 newRightsMask, out Handle outHandle, out Retcode rc);
    Close(in Handle handle, out Retcode rc);
    Lend(in Handle handle, out Retcode rc);
}
`,
  };

  it('is judged, then refused, though its message names a handle of the caller [IPC-3]', () => {
    const { before, step } = runAll(kernelOf(all, { files }), [
      client,
      service('Lend', { handle: local(1) }),
    ]);

    expect(step.outcome).toEqual({
      kind: 'refused',
      because: 'unimplemented',
      retcode: 'rcUnimplemented',
    });
    expect(step.events.map(({ event }) => event.kind)).toEqual(['request', 'response']);
    expect(step.next.objects).toBe(before.objects);
  });
});
