import type { MachineDesign } from '../../arch/machine/design.ts';
import { handleId, processId, threadId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { SecurityModule } from '../../model/security.ts';
import type { Action, Completion, Intent, Outcome, Step } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { LocalHandle, Value } from '../../model/value.ts';
import type { Context } from '../../kss/context.ts';
import { interpret } from '../../kss/interpreter.ts';
import { solutionWith } from '../../kss/test-solution.ts';
import { exploring } from '../kernel.ts';
import type { Kernel, Limits } from '../kernel.ts';
import { makeMicro } from './micro.ts';
import type { MicroState } from './objects.ts';
import type { Parts } from './parts.ts';

/** What tests of the kernel share: a kernel over a policy, intents, and a driver that keeps the state. */

export type State = MicroState<Context>;
export type Engine = SecurityModule<Context>;

/** Every event is granted. */
export const all =
  'execute { grant () } request { grant () } response { grant () } error { grant () } security { grant () }';

export interface TestSystem {
  readonly limits?: Limits;
  readonly engine?: (honest: Engine) => Engine;
  readonly files?: Readonly<Record<string, string>>;
  readonly parts?: Parts;
  readonly machine?: MachineDesign;
}

/** A client and a server under a policy; other files may be given. */
export const kernelOf = (
  policy: string,
  { limits = exploring, engine = (honest) => honest, files = {}, parts, machine }: TestSystem = {},
): Kernel<State> => {
  const solution = solutionWith(policy, files);
  const system = { solution, security: engine(interpret(solution)), limits };
  return makeMicro(parts)(machine === undefined ? system : { ...system, machine });
};

/** Two clients of one server, which is a client of a third process. */
export const fourProcesses: Readonly<Record<string, string>> = {
  'init.yaml': `entities:
- name: t.Client
  task: client
  connections: [{target: server, id: server}]
- name: t.Client
  task: other
  connections: [{target: server, id: server}]
- name: t.Server
  task: server
  connections: [{target: third, id: third}]
- name: t.Server
  task: third
`,
};

/** The thread of a process, for as many threads a process as the limits say; the first if not told otherwise. */
export const threadOf = (process: number, { threads }: Limits = exploring, which = 0): ThreadId =>
  threadId(processId(process) * threads + which);

export const local = (number: number, rights = 0xffff_ffff, badge?: number): LocalHandle =>
  badge === undefined
    ? { kind: 'localHandle', number: handleId(number), rights }
    : { kind: 'localHandle', number: handleId(number), rights, badge: handleId(badge) };

type CallIntent = Extract<Intent, { readonly kind: 'call' }>;
type Fields = Readonly<Record<string, Value>>;

/** A call over a handle; the first channel of the client, if not told otherwise. */
export const call = (
  method: string,
  fields: Fields = {},
  more: {
    readonly handle?: number;
    readonly endpoint?: string;
    readonly timeout?: number;
    readonly interrupt?: number;
  } = {},
): CallIntent => ({
  kind: 'call',
  handle: handleId(more.handle ?? 1),
  endpoint: more.endpoint ?? 'impl.ping',
  method,
  message: record(Object.entries(fields)),
  ...(more.timeout === undefined ? {} : { timeout: more.timeout }),
  ...(more.interrupt === undefined ? {} : { interrupt: handleId(more.interrupt) }),
});

/** A service of the kernel: `handle.Handle.Copy`. */
export const service = (name: string, fields: Fields = {}): CallIntent => {
  const dot = name.lastIndexOf('.');
  return call(name.slice(dot + 1), fields, { handle: 0, endpoint: name.slice(0, dot) });
};

export const recv: Intent = { kind: 'recv' };

export const reply = (as: 'response' | 'error' = 'response', fields: Fields = {}): Intent => ({
  kind: 'reply',
  as,
  message: Object.keys(fields).length === 0 ? emptyMessage : record(Object.entries(fields)),
});

/** Keeps the state of a kernel from step to step, from boot on. */
export class Driver {
  readonly kernel: Kernel<State>;
  before: State;
  state: State;
  last: Step<State> | undefined;

  constructor(kernel: Kernel<State>) {
    this.kernel = kernel;
    this.state = kernel.boot().state;
    this.before = this.state;
  }

  /** One step of a thread. */
  act(by: ThreadId, intent: Intent): Step<State> {
    return this.step({ ...intent, by });
  }

  tick(): Step<State> {
    return this.step({ kind: 'tick' });
  }

  step(action: Action): Step<State> {
    this.before = this.state;
    this.last = this.kernel.step(this.state, action);
    this.state = this.last.next;
    return this.last;
  }

  /** A service that must be done; its outputs. */
  done(by: ThreadId, name: string, fields: Fields = {}): ReadonlyMap<string, Value> {
    return outputsOf(this.act(by, service(name, fields)).outcome);
  }

  /** The number of the handle that a service gives. */
  handle(by: ThreadId, name: string, fields: Fields = {}, output = 'handle'): number {
    const value = this.done(by, name, fields).get(output) ?? null;
    if (
      typeof value === 'object' &&
      value !== null &&
      'kind' in value &&
      value.kind === 'localHandle'
    )
      return value.number;
    throw new Error(`${name} gave no handle ${output}`);
  }
}

/** What an answered call came with. */
export const outputsOf = (outcome: Outcome): ReadonlyMap<string, Value> => {
  if (outcome.kind === 'done' && outcome.result.kind === 'answered')
    return outcome.result.message.fields;
  throw new Error(
    `not answered: ${JSON.stringify(outcome, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
  );
};

/** How the wait of a thread ended in a step. */
export const completionOf = (
  { completions }: { readonly completions: readonly Completion[] },
  thread: ThreadId,
): Outcome | undefined => completions.find(({ of }) => of === thread)?.outcome;

/** `refused badHandle`, `done`, `blocked`: an outcome in short. */
export const short = (outcome: Outcome | undefined): string => {
  if (outcome === undefined) return 'nothing';
  if (outcome.kind === 'refused') return `refused ${outcome.because}`;
  if (outcome.kind === 'denied') return `denied ${outcome.phase}`;
  return outcome.kind;
};

/** Runs actions from boot; the last step. */
export const runAll = (
  kernel: Kernel<State>,
  ...actions: readonly (readonly [ThreadId, Intent])[]
): { readonly before: State; readonly step: Step<State> } => {
  const driver = new Driver(kernel);
  for (const [by, intent] of actions) driver.act(by, intent);
  if (driver.last === undefined) throw new Error('no action');
  return { before: driver.before, step: driver.last };
};

/** Limits with room for several threads, handles and ticks. */
export const roomy: Limits = {
  ...exploring,
  threads: 3,
  handles: 16,
  transfers: 4,
  resources: 8,
  queue: 2,
  subscriptions: 3,
  variables: 32,
  connections: 16,
  ticks: 100,
};

/** Every event is granted but the responses of one method of the kernel. */
export const withholding = (endpoint: string, method: string): string =>
  `${all} response src=kl.core.Core endpoint=${endpoint} method=${method} { deny () }`;

/**
 * Why an action is refused.
 *
 * Throws: if it was not, or did not leave the very objects as they were.
 */
export const refusalOf = (driver: Driver, by: ThreadId, intent: Intent): string => {
  const { outcome, next } = driver.act(by, intent);
  if (outcome.kind !== 'refused') throw new Error(`not refused: ${short(outcome)}`);
  if (next.objects !== driver.before.objects) throw new Error(`changed: ${outcome.because}`);
  return outcome.because;
};

/** Why a service is refused; it must leave the very objects as they were. */
export const refusedService = (
  driver: Driver,
  by: ThreadId,
  name: string,
  fields: Fields = {},
): string => refusalOf(driver, by, service(name, fields));

/** The ways in which a handle of the right number can be of no use. */
export const unfitWays = ['badHandle', 'handleRevoked', 'wrongType', 'rightsMissing'] as const;

/** A handle that is unfit in one way: derived from a good one where it is revoked or has no right but to be copied. */
export const unfit = (
  driver: Driver,
  by: ThreadId,
  good: number,
  way: (typeof unfitWays)[number],
): number => {
  const copy = (of: number, mask: bigint): number =>
    driver.handle(
      by,
      'handle.Handle.Copy',
      { inHandle: local(of), newRightsMask: mask },
      'outHandle',
    );
  switch (way) {
    case 'badHandle':
      return 15;
    case 'wrongType':
      return 0;
    case 'rightsMissing':
      return copy(good, 1n);
    case 'handleRevoked': {
      const parent = copy(good, 0xffff_ffffn);
      const child = copy(parent, 0xffff_ffffn);
      driver.done(by, 'handle.Handle.Revoke', { handle: local(parent) });
      return child;
    }
  }
};

/** Begins another thread of a process. */
export const anotherThread = (driver: Driver, by: ThreadId, priority = 8n): ThreadId => {
  driver.done(by, 'thread.Thread.Create', { entry: 1n, priority, policy: 0n });
  const [begun] = driver.last?.started ?? [];
  if (begun === undefined) throw new Error('no thread has begun');
  return begun.thread;
};

/** Two clients of one server, which is a client of a third process, over an interface that lends and gives handles. */
export const lendingProcesses: Readonly<Record<string, string>> = {
  ...fourProcesses,
  't/Ping.idl': `package t.Ping
interface {
    Ping(in UInt32 value, out UInt32 result, error SInt8 code);
    Note();
    Lend(in Handle one, in Handle two, in string<64> text);
    Give(out Handle one, out Handle two);
}
`,
};

/** The handle of a message by the name of its parameter. */
export const handleIn = (outcome: Outcome | undefined, name: string): LocalHandle => {
  const value =
    outcome?.kind === 'done' && 'message' in outcome.result
      ? (outcome.result.message.fields.get(name) ?? null)
      : null;
  if (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'localHandle'
  )
    return value;
  throw new Error(`no handle ${name} in ${short(outcome)}`);
};

/** Has a client lend a handle to its server, which answers at once; the handle there. */
export const lend = (
  driver: Driver,
  from: ThreadId,
  to: ThreadId,
  one: LocalHandle,
  channel = 1,
): LocalHandle => {
  driver.act(from, call('Lend', { one }, { handle: channel }));
  const taken = handleIn(driver.act(to, recv).outcome, 'one');
  driver.act(to, reply());
  return taken;
};

/** Has a server give a handle to its client in an answer; the handle there. */
export const give = (
  driver: Driver,
  from: ThreadId,
  to: ThreadId,
  one: LocalHandle,
  channel = 1,
): LocalHandle => {
  driver.act(to, call('Give', {}, { handle: channel }));
  driver.act(from, recv);
  return handleIn(completionOf(driver.act(from, reply('response', { one })), to), 'one');
};

/** An entry of the table of a process, as a test sees it. */
export const entryOf = (driver: Driver, process: number, number: number) =>
  driver.state.objects.handles[process]?.[number];

/** What was judged in a step, in short: `request Wait`, `response Wait`. */
export const judgedIn = ({ events }: Step<State>): readonly string[] =>
  events.map(({ event }) => `${event.kind} ${event.method ?? ''}`);
