import { isAccessStep, kernelConnection } from '../automaton.ts';
import type { AutomatonStep } from '../automaton.ts';
import type { DataType, Parameter } from '../data-type.ts';
import { check, infer } from '../link/check-expression.ts';
import { hintNearest } from '../nearest.ts';
import { einitClass, kernelClass } from '../solution.ts';
import type { Method, ProcessClass } from '../solution.ts';
import type { Expression } from '../syntax/tree/expression.ts';
import { checkAccess } from './check-access.ts';
import { complain, environmentFor, heldTypeOf, told } from './program-scope.ts';
import type { Linking } from './program-scope.ts';

type CallStep = Extract<AutomatonStep, { readonly kind: 'call' }>;

export const findMethod = (
  server: ProcessClass | undefined,
  endpoint: string,
  method: string,
): Method | undefined =>
  server?.endpoints
    .find(({ name }) => name === endpoint)
    ?.interface.methods.find(({ name }) => name === method);

export const methodNames = (server: ProcessClass | undefined): readonly string[] =>
  server?.endpoints.flatMap((endpoint) =>
    endpoint.interface.methods.map(({ name }) => `${endpoint.name}.${name}`),
  ) ?? [];

/** Types whose values steps write as policies do; a union, say, they write with one member. */
const isPlain = ({ kind }: DataType): boolean =>
  kind === 'integer' || kind === 'string' || kind === 'handle';

/** A message fits if it is one of those that are asked for; of none, if none is known. */
const checkMessage = (
  linking: Linking,
  message: Expression,
  asked: readonly (readonly Parameter[])[],
): void => {
  if (message.kind !== 'dictionary') return;
  const names = asked.flatMap((parameters) => parameters.map(({ name }) => name));
  told(linking, 'PRG-003', (report) => {
    const environment = environmentFor(linking, report, 'unknown');
    for (const { key, value } of message.entries) {
      const [type, ...others] = asked
        .flat()
        .flatMap((one) => (one.name === key.text ? [one.type] : []));
      const isSure = type !== undefined && others.length === 0 && isPlain(type);
      if (isSure) check(value, heldTypeOf(type), environment);
      else infer(value, environment);
    }
  });
  if (asked.length === 0) return;
  for (const { key } of message.entries) {
    if (names.includes(key.text)) continue;
    const hint = hintNearest(key.text, names);
    complain(linking, 'PRG-003', key.at, `this message has no parameter "${key.text}"`, hint);
  }
};

/** The class that a connection of the process leads to, as far as it is known; `none` without such a connection. */
const serverOf = (
  { known, channels, process }: Linking,
  connection: string,
): ProcessClass | undefined | 'none' => {
  const channel = channels.find(({ client, name }) => client === process.id && name === connection);
  if (channel !== undefined)
    return known.classes.get(known.processes[channel.server]?.className ?? '');
  return connection === kernelConnection ? known.classes.get(kernelClass) : 'none';
};

/** Whom a call may reach: over a handle that was kept, a process of any class. */
const serversOf = (linking: Linking, { over }: CallStep): readonly ProcessClass[] => {
  if (over.kind === 'kept') {
    const classes = [...linking.known.classes.values()];
    return classes.filter(({ name }) => name !== kernelClass && name !== einitClass);
  }
  const server = serverOf(linking, over.name);
  return server === undefined || server === 'none' ? [] : [server];
};

const methodsIn = ({ endpoint, method }: CallStep, server: ProcessClass): readonly Method[] =>
  endpoint === ''
    ? server.endpoints.flatMap((one) => one.interface.methods.filter(({ name }) => name === method))
    : [findMethod(server, endpoint, method) ?? []].flat();

/** The methods that a call may be of: over a handle that was kept, those of any class that has them. */
export const methodsOf = (linking: Linking, step: CallStep): readonly Method[] =>
  serversOf(linking, step).flatMap((server) => methodsIn(step, server));

const checkConnection = (linking: Linking, step: CallStep, connection: string): void => {
  const { channels, process } = linking;
  const server = serverOf(linking, connection);
  if (server === 'none') {
    const own = channels.filter(({ client }) => client === process.id);
    const hint = hintNearest(connection, own.map(({ name }) => name)); // prettier-ignore
    const message = `${process.name} has no connection "${connection}"`;
    complain(linking, 'PRG-003', step.at, message, hint);
    return;
  }
  const method = findMethod(server, step.endpoint, step.method);
  if (method === undefined && server?.open === false) {
    const name = `${step.endpoint}.${step.method}`;
    const message = `class ${server.name} has no "${name}"`;
    complain(linking, 'PRG-003', step.at, message, hintNearest(name, methodNames(server)));
  }
  checkMessage(linking, step.message, method === undefined ? [] : [method.in]);
};

/** A call over a handle that was kept: some branch keeps it, and some class has the method. */
const checkKeptCall = (linking: Linking, step: CallStep, kept: string): void => {
  if (!linking.kept.includes(kept)) {
    const message = `nothing is kept as "${kept}"`;
    complain(linking, 'PRG-003', step.at, message, hintNearest(kept, linking.kept));
  }
  const methods = methodsOf(linking, step);
  const servers = serversOf(linking, step);
  if (methods.length === 0 && servers.every(({ open }) => !open)) {
    const { endpoint, method } = step;
    const name = endpoint === '' ? method : `${endpoint}.${method}`;
    const names = servers
      .flatMap(methodNames)
      .map((one) => (endpoint === '' ? one.slice(one.lastIndexOf('.') + 1) : one));
    complain(linking, 'PRG-003', step.at, `no class has "${name}"`, hintNearest(name, names));
  }
  checkMessage(linking, step.message, methods.map((method) => method.in)); // prettier-ignore
};

/** Checks what a step names. */
export const checkStep = (linking: Linking, step: AutomatonStep): void => {
  if (step.kind === 'recv') return;
  if (isAccessStep(step)) {
    checkAccess(linking, step);
    return;
  }
  if (step.kind === 'reply') checkMessage(linking, step.message, []);
  else if (step.over.kind === 'kept') checkKeptCall(linking, step, step.over.name);
  else checkConnection(linking, step, step.over.name);
};
