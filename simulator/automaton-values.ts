import { handleId } from '../model/ids.ts';
import type { HandleId } from '../model/ids.ts';
import { isTagged } from '../model/value.ts';
import type { LocalHandle, RecordValue, Value } from '../model/value.ts';
import { listenerRights } from '../kernel/rights.ts';
import { evaluate, plainEnvironment } from '../kss/evaluate.ts';
import type { Environment } from '../kss/evaluate.ts';
import type { Yielded } from '../kss/security-model.ts';
import { isRecord } from '../kss/values.ts';
import { kernelConnection, lendFunction } from '../solution/automaton.ts';
import type { Automaton, Over } from '../solution/automaton.ts';
import { devicesVariable } from '../solution/device-reads.ts';
import type { Solution } from '../solution/solution.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';

/** What expressions of a program see: the message, what was kept, its devices, and the listener of the process if it has one. */
export interface Seen {
  readonly message: RecordValue;
  readonly kept: RecordValue;
  readonly listener: LocalHandle | undefined;
  readonly devices: RecordValue;
}

const isHandle = (value: Value | undefined): value is LocalHandle =>
  value !== undefined && isTagged(value) && value.kind === 'localHandle';

/** The null handle: what a message holds where none was given. */
const isNull = (value: Value | undefined): boolean =>
  value !== undefined && isTagged(value) && value.kind === 'handle';

/** `lend { handle : kept.file, rights : 3, badge : kept.badge }`: the handle as it goes; the null handle goes as it is. */
const lent = (argument: Value): Yielded => {
  const fields = isRecord(argument) ? argument.fields : new Map<string, Value>();
  const [handle, rights, badge] = ['handle', 'rights', 'badge'].map((name) => fields.get(name));
  if (handle !== undefined && isNull(handle)) return { kind: 'value', value: handle };
  if (!isHandle(handle)) return { kind: 'failed', why: 'what is lent is no handle' };
  const { kind, number, rights: held } = handle;
  const narrow = typeof rights === 'bigint' ? Number(BigInt.asUintN(32, rights)) : held;
  return {
    kind: 'value',
    value: { kind, number, rights: narrow, ...(isHandle(badge) ? { badge: badge.number } : {}) },
  };
};

/** What expressions may use. */
export const environmentOf = ({ message, kept, listener, devices }: Seen): Environment => ({
  ...plainEnvironment(
    new Map<string, Value>([
      ['message', message],
      ['kept', kept],
      [devicesVariable, devices],
      ...(listener === undefined ? [] : [['listener', listener] as const]),
    ]),
  ),
  ask: ({ object, method }, argument) =>
    object === undefined && method.text === lendFunction
      ? lent(argument)
      : { kind: 'failed', why: 'there are no policy objects here' },
});

/** The message of a step; absent where a part of it cannot be evaluated. */
export const findMessage = (expression: Expression, seen: Seen): RecordValue | undefined => {
  const value = evaluate(expression, environmentOf(seen));
  return value.kind === 'value' && isRecord(value.value) ? value.value : undefined;
};

/** What a process of a solution holds from its start, by name. */
export interface OwnHandles {
  /** The handle of the connection, or the one that was kept; one that nothing was kept as names nothing. */
  readonly find: (over: Over, kept: RecordValue) => HandleId | undefined;
  readonly listener: LocalHandle | undefined;
}

/** Where nothing is: beyond every table. */
const noHandle = handleId(0xffff_ffff);

/** The handles of boot: the kernel's, then one for each connection, then the listener of a process that serves any. */
export const ownHandles = (solution: Solution, { process }: Automaton): OwnHandles => {
  const own = solution.channels.filter(({ client }) => client === process);
  const connections = new Map([
    [kernelConnection, handleId(0)],
    ...own.map(({ name }, index) => [name, handleId(index + 1)] as const),
  ]);
  const serves = solution.channels.some(({ server }) => server === process);
  const number = handleId(own.length + 1);
  return {
    find: (over, kept) => {
      if (over.kind === 'connection') return connections.get(over.name);
      const held = kept.fields.get(over.name);
      return isHandle(held) ? held.number : noHandle;
    },
    listener: serves ? { kind: 'localHandle', number, rights: listenerRights } : undefined,
  };
};
