import { describe, expect, it } from 'vitest';
import { handleId, sidOf, threadId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { Action, Intent, Step } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { Context } from '../../kss/context.ts';
import { interpret } from '../../kss/interpreter.ts';
import { solutionWith } from '../../kss/test-solution.ts';
import { anyKernel, exploring } from '../kernel.ts';
import type { Kernel, Limits } from '../kernel.ts';
import { makeMailbox } from './mailbox.ts';
import type { MailboxState } from './machine.ts';

const all = 'execute { grant () } request { grant () } response { grant () } error { grant () }';

const [client, server]: readonly [ThreadId, ThreadId] = [threadId(0), threadId(1)];

const call = (
  handle: number,
  endpoint: string,
  method: string,
  fields: Readonly<Record<string, Value>> = {},
): Intent => ({
  kind: 'call',
  handle: handleId(handle),
  endpoint,
  method,
  message: record(Object.entries(fields)),
});

const note = call(1, 'impl.ping', 'Note');
const hasty: Intent = {
  kind: 'call',
  handle: handleId(1),
  endpoint: 'impl.ping',
  method: 'Note',
  message: emptyMessage,
  timeout: 1,
};
const recv: Intent = { kind: 'recv' };
const reply: Intent = { kind: 'reply', as: 'response', message: emptyMessage };
const local = (number: number): Value => ({
  kind: 'localHandle',
  number: handleId(number),
  rights: 0xffff_ffff,
});

/** The kernel over a client and a server, and a state that steps are made from. */
class Driver {
  readonly kernel: Kernel<MailboxState<Context>>;
  state: MailboxState<Context>;

  constructor(policy = all, limits: Limits = exploring) {
    const solution = solutionWith(policy);
    this.kernel = makeMailbox()({ solution, security: interpret(solution), limits });
    this.state = this.kernel.boot().state;
  }

  act(by: ThreadId, intent: Intent): Step<MailboxState<Context>> {
    return this.step({ ...intent, by });
  }

  step(action: Action): Step<MailboxState<Context>> {
    const step = this.kernel.step(this.state, action);
    this.state = step.next;
    return step;
  }

  waits(): readonly string[] {
    return this.kernel.facts(this.state).threads.map(({ waits }) => waits);
  }
}

describe('a call', () => {
  it('is copied into the mailbox of a server that does something else, whose cell is not touched [KRN-2] [IPC-1]', () => {
    const driver = new Driver();
    const before = driver.state.machine.cells[1];
    const { outcome, completions } = driver.act(client, note);

    expect([outcome.kind, completions]).toEqual(['blocked', []]);
    expect(driver.state.machine.cells[1]).toBe(before);
    expect(driver.state.machine.boxes[1]?.letters).toHaveLength(1);
    expect(driver.waits()).toEqual(['forServer', 'no']);
  });

  it('is found by a server that waits, in the same step [KRN-2] [IPC-1]', () => {
    const driver = new Driver();
    driver.act(server, recv);
    const { completions } = driver.act(client, note);

    expect(completions.map(({ of }) => of)).toEqual([server]);
    expect(driver.waits()).toEqual(['forAnswer', 'no']);
  });

  it('ends by what its caller finds in its own slot [KRN-2] [IPC-2]', () => {
    const driver = new Driver();
    driver.act(client, note);
    driver.act(server, recv);
    const { outcome, completions } = driver.act(server, reply);

    expect(outcome).toMatchObject({ result: { kind: 'replied' } });
    expect(completions).toMatchObject([{ of: client, outcome: { result: { as: 'response' } } }]);
    expect(driver.state.machine.cells[0]).toMatchObject({ wait: { kind: 'no' }, slot: undefined });
  });

  it('that is given up leaves the mailbox [KRN-2] [IPC-2]', () => {
    const driver = new Driver();
    driver.act(client, hasty);
    const { completions } = driver.step({ kind: 'tick' });

    expect(completions).toMatchObject([{ of: client, outcome: { because: 'timedOut' } }]);
    expect(driver.state.machine.boxes[1]?.letters).toEqual([]);
  });

  it('that is given up once it was taken is void: the answer is refused [KRN-2] [IPC-2]', () => {
    const driver = new Driver();
    driver.act(client, hasty);
    driver.act(server, recv);
    driver.step({ kind: 'tick' });

    expect(driver.act(server, recv).outcome).toMatchObject({ because: 'alreadyServing' });
    expect(driver.act(server, reply).outcome).toMatchObject({ because: 'abandoned' });
    expect(driver.act(server, reply).outcome).toMatchObject({ because: 'notServing' });
  });

  it('is ended by a denied response, and so is the reply [KRN-2] [IPC-2]', () => {
    const driver = new Driver('execute { grant () } request { grant () }');
    driver.act(client, note);
    driver.act(server, recv);
    const { outcome, completions } = driver.act(server, reply);

    expect(outcome).toMatchObject({ kind: 'denied', ends: 'reply', phase: 'response' });
    expect(completions).toMatchObject([{ outcome: { kind: 'denied', ends: 'call' } }]);
    expect(driver.waits()).toEqual(['no', 'no']);
  });
});

describe('a method that the mailbox kernel does not have', () => {
  it('is judged, and then refused [KRN-2] [TCB-1]', () => {
    const { outcome, events } = new Driver().act(client, call(0, 'sync.Sync', 'Alloc'));

    expect(outcome).toMatchObject({ because: 'unimplemented', retcode: 'rcUnimplemented' });
    expect(events.map(({ event }) => event.kind)).toEqual(['request', 'response']);
  });

  it('is denied where the policy denies it [KRN-2] [DENY-1]', () => {
    const driver = new Driver('execute { grant () }');

    expect(driver.act(client, call(0, 'sync.Sync', 'Alloc')).outcome.kind).toBe('denied');
  });

  it('is a user object that can be called, too [KRN-2] [TCB-1]', () => {
    const driver = new Driver();
    const make = call(0, 'handle.Handle', 'CreateUserObject', { ipcChannel: local(1) });

    expect(driver.act(server, make).outcome).toMatchObject({ because: 'unimplemented' });
  });
});

describe('the list of capabilities', () => {
  it('keeps every other entry as it is when one is closed, and tells whose parent is gone [KRN-2] [CAP-3]', () => {
    const driver = new Driver();
    const copy = (number: number): Intent =>
      call(0, 'handle.Handle', 'Copy', { inHandle: local(number), newRightsMask: 0xffn });
    driver.act(client, copy(1));
    driver.act(client, copy(2));
    const parentOf = (number: number) =>
      driver.kernel
        .facts(driver.state)
        .handles.find((one) => one.process === 0 && one.number === number)?.parent?.number;
    const before = driver.state.machine.capabilities.list;
    expect(parentOf(3)).toBe(2);
    driver.act(client, call(0, 'handle.Handle', 'Close', { handle: local(2) }));

    expect(parentOf(3)).toBe(1);
    expect(driver.state.machine.capabilities.list).toEqual(
      before.filter(({ holder, number }) => holder !== 0 || number !== 2),
    );
  });

  it('gives a state the same bytes whatever its serials are [KRN-2]', () => {
    const driver = new Driver();
    const copy = call(0, 'handle.Handle', 'Copy', { inHandle: local(1), newRightsMask: 1n });
    const close = call(0, 'handle.Handle', 'Close', { handle: local(2) });
    driver.act(client, copy);
    const before = driver.state;
    driver.act(client, close);
    driver.act(client, copy);

    expect(driver.state.machine.capabilities).not.toEqual(before.machine.capabilities);
    for (const { isSame } of driver.kernel.components)
      expect(isSame(before, driver.state)).toBe(true);
  });
});

describe('a mailbox kernel', () => {
  it('is a kernel of which it does not matter what it is made of [KRN-2]', () => {
    const solution = solutionWith(all);
    const design = anyKernel(
      makeMailbox()({ solution, security: interpret(solution), limits: exploring }),
    );

    expect(design((kernel) => kernel.ready(kernel.boot().state))).toEqual([client, server]);
  });

  it('halts where the kernel is denied its start [KRN-2] [LBL-1]', () => {
    const solution = solutionWith('request { grant () }');
    const { halted, state } = makeMailbox()({
      solution,
      security: interpret(solution),
      limits: exploring,
    }).boot();

    expect(halted).toBe(true);
    expect(state.machine.capabilities.list.filter(({ sid }) => sid === sidOf(1))).toEqual([]);
  });
});
