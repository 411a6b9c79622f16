import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { EventKind } from '../../model/security.ts';
import type { Span } from '../../model/span.ts';
import { kernelConnection } from '../automaton.ts';
import type { Automaton, AutomatonStep, Branch } from '../automaton.ts';
import type { DataType, Parameter } from '../data-type.ts';
import { check, infer } from '../link/check-expression.ts';
import type { Environment, MessageShape } from '../link/environment.ts';
import { elsewhereOf, messageTypeOf } from '../link/reach.ts';
import { makeReport } from '../link/report.ts';
import { booleanType, pslTypeOf, unknownType } from '../link/types.ts';
import { hintNearest } from '../nearest.ts';
import { kernelClass } from '../solution.ts';
import type { Channel, Method, Process, ProcessClass } from '../solution.ts';
import type { Expression } from '../syntax/tree/expression.ts';
import type { Name } from '../syntax/tree/name.ts';
import { declaredHere } from '../twice.ts';
import type { YamlCode } from './codes.ts';
import type { Known } from './link-objectives.ts';
import type { ProgramText } from './programs.ts';

/** What `message` can be where an expression stands. */
type Shapes = ReturnType<Environment['message']>;

type Keep = (diagnostics: readonly Diagnostic[]) => void;

/** What the steps of one program are checked against. */
interface Linking {
  readonly known: Known;
  readonly channels: readonly Channel[];
  readonly process: Process;
  readonly keep: Keep;
}

const complain = (
  { keep }: Linking,
  code: YamlCode,
  at: Span,
  message: string,
  more: Partial<Diagnostic> = {},
): void => {
  keep([{ code, severity: 'error', at, message, ...more }]);
};

const findMethod = (
  server: ProcessClass | undefined,
  endpoint: string,
  method: string,
): Method | undefined =>
  server?.endpoints
    .find(({ name }) => name === endpoint)
    ?.interface.methods.find(({ name }) => name === method);

const methodNames = (server: ProcessClass | undefined): readonly string[] =>
  server?.endpoints.flatMap((endpoint) =>
    endpoint.interface.methods.map(({ name }) => `${endpoint.name}.${name}`),
  ) ?? [];

/** The message of a method that an event of some kind carries. */
const shapeOf = (method: Method, kind: EventKind): MessageShape => {
  const { parameters, open } = messageTypeOf(method, kind);
  return {
    name: `the ${kind} of ${method.name}`,
    parameters: new Map(parameters.map(({ name, type }) => [name, pslTypeOf(type)])),
    elsewhere: elsewhereOf(method, kind),
    open,
  };
};

/** Expressions of programs see the message alone: no SID and no policy object. */
const environmentFor = (report: Environment['report'], message: Shapes): Environment => ({
  message: () => message,
  variables: new Map([
    ['message', unknownType],
    ['kept', unknownType],
  ]),
  objects: new Map(),
  broken: new Set(),
  report,
  yieldOf: (call) => {
    report.error('PSL-008', call.at, 'programs call no methods of policy objects');
    return unknownType;
  },
  needBasic: () => undefined,
});

/** Faults within expressions are told under the program's own code. */
const told = (
  linking: Linking,
  code: YamlCode,
  work: (report: Environment['report']) => void,
): void => {
  const report = makeReport();
  work(report);
  for (const { at, message, hint, related } of report.diagnostics()) {
    complain(linking, code, at, message, {
      ...(hint === undefined ? {} : { hint }),
      ...(related === undefined ? {} : { related }),
    });
  }
};

/** Types whose values steps write as policies do; a union, say, they write with one member. */
const isPlain = ({ kind }: DataType): boolean => kind === 'integer' || kind === 'string';

const checkMessage = (
  linking: Linking,
  message: Expression,
  parameters: readonly Parameter[] | undefined,
): void => {
  if (message.kind !== 'dictionary') return;
  told(linking, 'PRG-003', (report) => {
    const environment = environmentFor(report, 'unknown');
    for (const { key, value } of message.entries) {
      const type = parameters?.find(({ name }) => name === key.text)?.type;
      if (type !== undefined && isPlain(type)) check(value, pslTypeOf(type), environment);
      else infer(value, environment);
    }
  });
  if (parameters === undefined) return;
  const names = parameters.map(({ name }) => name);
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

const checkStep = (linking: Linking, step: AutomatonStep): void => {
  const { channels, process } = linking;
  if (step.kind === 'recv') return;
  if (step.kind === 'reply') {
    checkMessage(linking, step.message, undefined);
    return;
  }
  const own = channels.filter(({ client }) => client === process.id);
  const server = serverOf(linking, step.connection);
  if (server === 'none') {
    const hint = hintNearest(step.connection, own.map(({ name }) => name)); // prettier-ignore
    const message = `${process.name} has no connection "${step.connection}"`;
    complain(linking, 'PRG-003', step.at, message, hint);
    return;
  }
  const method = findMethod(server, step.endpoint, step.method);
  if (method === undefined && server?.open === false) {
    const name = `${step.endpoint}.${step.method}`;
    const message = `class ${server.name} has no "${name}"`;
    complain(linking, 'PRG-003', step.at, message, hintNearest(name, methodNames(server)));
  }
  checkMessage(linking, step.message, method?.in);
};

/** The messages that a branch can see: those of the calls of its state, or of the method served. */
const messagesOf = (
  linking: Linking,
  steps: readonly AutomatonStep[],
  { on, of }: Branch,
): Shapes => {
  const own = linking.known.classes.get(linking.process.className);
  if (on === 'request') {
    const method = of === undefined ? undefined : findMethod(own, of.endpoint, of.method);
    return method === undefined ? 'unknown' : [shapeOf(method, on)];
  }
  if (on !== 'response' && on !== 'error') return 'unknown';
  const methods = steps.flatMap((step) => {
    if (step.kind !== 'call') return [];
    const server = serverOf(linking, step.connection);
    return server === 'none' ? [] : (findMethod(server, step.endpoint, step.method) ?? []);
  });
  const messages = methods.map((method) => shapeOf(method, on));
  return messages.length === 0 ? 'unknown' : messages;
};

const checkBranch = (linking: Linking, steps: readonly AutomatonStep[], branch: Branch): void => {
  const { when, of, keep, at } = branch;
  const own = linking.known.classes.get(linking.process.className);
  if (of !== undefined && findMethod(own, of.endpoint, of.method) === undefined) {
    const name = `${of.endpoint}.${of.method}`;
    const message = `class ${linking.process.className} has no "${name}" to be asked for`;
    complain(linking, 'PRG-003', at, message, hintNearest(name, methodNames(own)));
  }
  told(linking, 'PRG-004', (report) => {
    const environment = environmentFor(report, messagesOf(linking, steps, branch));
    if (when !== undefined) check(when, booleanType, environment);
    for (const { value } of keep) infer(value, environment);
  });
};

const linkOne = (text: ProgramText, linking: Linking): Automaton => {
  for (const { do: steps, on } of text.states.values()) {
    for (const step of steps) checkStep(linking, step);
    for (const branch of on) checkBranch(linking, steps, branch);
  }
  const { initial, states, at } = text;
  return { process: linking.process.id, initial: initial.text, states, at };
};

/** Looks up what programs name; a process has one program at most. */
export const linkPrograms = (
  texts: readonly ProgramText[],
  known: Known,
  channels: readonly Channel[],
  keep: Keep,
): ReadonlyMap<ProcessId, Automaton> => {
  const automata = new Map<ProcessId, Automaton>();
  const firsts = new Map<ProcessId, Name>();
  for (const text of texts) {
    const { text: name, at } = text.process;
    const process = known.processes.find((one) => one.name === name);
    const code: YamlCode = 'PRG-001';
    if (process === undefined) {
      const hint = hintNearest(name, known.processes.map((one) => one.name)); // prettier-ignore
      keep([{ code, severity: 'error', at, message: `there is no process "${name}"`, ...hint }]);
    } else if (automata.has(process.id)) {
      const related = [declaredHere(firsts.get(process.id)?.at ?? at)];
      keep([{ code, severity: 'error', at, message: `"${name}" has a program already`, related }]);
    } else {
      firsts.set(process.id, text.process);
      automata.set(process.id, linkOne(text, { known, channels, process, keep }));
    }
  }
  return automata;
};
