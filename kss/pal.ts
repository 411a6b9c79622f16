import { sidOf } from '../model/ids.ts';
import type { Sid } from '../model/ids.ts';
import type { Content, SecurityEvent, Subject } from '../model/security.ts';
import { emptyMessage } from '../model/value.ts';
import { messageTypeOf, serverSelector } from '../solution/link/reach.ts';
import { formatValue } from '../solution/message/format.ts';
import { readWrittenMessage } from '../solution/message/read-expression.ts';
import { kernelClass } from '../solution/solution.ts';
import type { Solution } from '../solution/solution.ts';
import { subjectsOf } from '../solution/subjects.ts';
import type { Subjects } from '../solution/subjects.ts';
import type { AssertionSet, Expectation, Sequence } from '../solution/syntax/tree/pal.ts';
import type { SelectorName } from '../solution/syntax/tree/selectors.ts';
import { answerOf } from './answer.ts';
import type { VerdictAnswer } from './answer.ts';
import type { Context } from './context.ts';
import { standardOptions } from './engine-options.ts';
import type { EngineOptions } from './engine-options.ts';
import { interpret } from './interpreter.ts';
import { findMethodOf } from './resolve.ts';
import { unmodelledIn } from './unmodelled.ts';
import type { Unmodelled } from './unmodelled.ts';

/** What one expectation came to. */
export interface ExpectationResult extends VerdictAnswer, Unmodelled {
  readonly set: string;
  readonly sequence: string;
  readonly file: string;
  readonly line: number;
  /** The event in words. */
  readonly event: string;
  readonly expected: Expectation['expected'];
  readonly passed: boolean;
}

/** What a sequence knows: its variables, and the next SID for a new process. */
interface Run {
  readonly context: Context;
  readonly variables: ReadonlyMap<string, Subject>;
  /** SIDs of names that stand for neither process nor class: objects (C-12). */
  readonly objects: ReadonlyMap<string, Sid>;
  readonly nextSid: number;
}

const selected = ({ where }: Expectation, name: SelectorName): string | undefined =>
  where.find((selector) => selector.name === name)?.value.text;

/** The message as its method declares it; what no method declares is left for the engine to refuse. */
const contentOf = (
  solution: Solution,
  expectation: Expectation,
  event: Omit<SecurityEvent, 'content'>,
  sidOfName: (name: string) => Sid,
): Content => {
  const content: Content = { kind: 'value', message: emptyMessage };
  const method = findMethodOf(solution, { ...event, content });
  if (method === undefined) return content;
  const type = messageTypeOf(method, event.kind);
  const { message, faults } = readWrittenMessage(type, expectation.message, sidOfName);
  const [fault] = faults;
  return fault === undefined
    ? { kind: 'value', message }
    : { kind: 'undecodable', fault: { path: '', why: fault.why } };
};

/** The class that a name stands for, for a process that `<-` makes. */
const classOf = (subject: Subject): string =>
  subject.kind === 'known' ? subject.className : subject.name;

/** The one endpoint of the server in the component that a test selects; absent if there are more. */
const findInComponent = (
  solution: Solution,
  expectation: Expectation,
  find: (name: string) => Subject,
): string | undefined => {
  const component = selected(expectation, 'component');
  const server = find(selected(expectation, serverSelector(expectation.event)) ?? '');
  if (component === undefined || server.kind === 'unknown') return undefined;
  const typeName = selected(expectation, 'interface');
  const fitting = (solution.classes.get(server.className)?.endpoints ?? []).filter(
    (endpoint) =>
      endpoint.component === component &&
      (typeName === undefined || endpoint.interface.name === typeName),
  );
  return fitting.length === 1 ? fitting[0]?.name : undefined;
};

/** The event of an expectation; `v <- execute dst=C` is of a new process of class C (C-50). */
const eventOf = (
  solution: Solution,
  expectation: Expectation,
  run: Run,
  subjects: Subjects,
): { readonly event: SecurityEvent; readonly next: Run } => {
  const { event: kind, binds } = expectation;
  const find = (name: string): Subject => run.variables.get(name) ?? subjects.find(name);
  const dst = selected(expectation, 'dst');
  const found = dst === undefined ? undefined : find(dst);
  const started =
    binds === undefined || found?.kind !== 'known'
      ? undefined
      : ({
          kind: 'known',
          name: binds.text,
          className: classOf(found),
          sid: sidOf(run.nextSid),
        } as const);
  const event = {
    kind,
    source: find(selected(expectation, 'src') ?? (kind === 'execute' ? kernelClass : '')),
    destination: kind === 'security' ? undefined : (started ?? found),
    endpoint: selected(expectation, 'endpoint') ?? findInComponent(solution, expectation, find),
    interface: selected(expectation, 'interface'),
    method: selected(expectation, 'method') ?? (kind === 'execute' ? 'main' : undefined),
  };
  const objects = new Map(run.objects);
  let nextSid = run.nextSid + (started === undefined ? 0 : 1);
  const content = contentOf(solution, expectation, event, (name) => {
    const subject = find(name);
    if (subject.kind === 'known') return subject.sid;
    const sid = objects.get(name) ?? sidOf(nextSid++);
    objects.set(name, sid);
    return sid;
  });
  const variables =
    binds === undefined || started === undefined
      ? run.variables
      : new Map(run.variables).set(binds.text, started);
  return { event: { ...event, content }, next: { ...run, variables, objects, nextSid } };
};

/** The event that one request in the words of tests means, before any other. */
export const eventOfRequest = (
  solution: Solution,
  request: Expectation,
  options: EngineOptions = standardOptions,
): SecurityEvent => {
  const subjects = subjectsOf(solution);
  const run = {
    context: interpret(solution, options).initial,
    variables: new Map<string, Subject>(),
    objects: new Map<string, Sid>(),
    nextSid: subjects.firstFreeSid,
  };
  return eventOf(solution, request, run, subjects).event;
};

/** `request client ~> server : endpoint.Method { x : 1 }`: an event in words. */
export const describeEvent = (event: SecurityEvent): string => {
  const { kind, source, destination, endpoint, interface: one, method, content } = event;
  const to = destination === undefined ? '' : ` ~> ${destination.name}`;
  const called = [endpoint ?? one, method].filter((part) => part !== undefined).join('.');
  const of = kind === 'execute' || called === '' ? '' : ` : ${called}`;
  const isEmpty = content.kind === 'value' && content.message.fields.size === 0;
  const message = content.kind === 'value' && !isEmpty ? ` ${formatValue(content.message)}` : '';
  return `${kind} ${source.name}${to}${of}${message}`;
};

const isMet = (expected: Expectation['expected'], { verdict, because }: VerdictAnswer): boolean => {
  if (expected === 'any') return because === undefined || because !== 'failed';
  return verdict === (expected === 'grant' ? 'granted' : 'denied');
};

/** Which sequences run, and who looks on. */
export interface AssertionChoice {
  /** Only sequences run whose title, or whose set's, has this text in it. */
  readonly filter?: string;
  /** Sees each event in the context in which it is judged. */
  readonly watch?: (context: Context, event: SecurityEvent) => void;
}

const titleOf = ({ title, at }: AssertionSet | Sequence): string =>
  title ?? `line ${String(at.line)}`;

/**
 * Runs every set of tests of a policy: each sequence with setup and finally, from the initial
 * context, in the order of the text.
 *
 * Source: KasperskyOS Community Edition help, "Creating and performing policy tests"; C-50.
 */
export const runAssertions = (
  solution: Solution,
  options: EngineOptions = standardOptions,
  { filter = '', watch }: AssertionChoice = {},
): readonly ExpectationResult[] => {
  const engine = interpret(solution, options);
  const subjects = subjectsOf(solution);

  const runSequence = (set: AssertionSet, sequence: Sequence): readonly ExpectationResult[] => {
    const results: ExpectationResult[] = [];
    let run: Run = {
      context: engine.initial,
      variables: new Map(),
      objects: new Map(),
      nextSid: subjects.firstFreeSid,
    };
    for (const expectation of [...set.setup, ...sequence.expectations, ...set.finally]) {
      const { event, next } = eventOf(solution, expectation, run, subjects);
      watch?.(run.context, event);
      const { verdict, next: moved } = engine.decide(run.context, event);
      const answer = answerOf(verdict);
      const { expected, at } = expectation;
      results.push({
        set: titleOf(set),
        sequence: titleOf(sequence),
        file: at.file,
        line: at.line,
        event: describeEvent(event),
        expected,
        passed: isMet(expected, answer),
        ...answer,
        ...unmodelledIn(solution, event),
      });
      run = { ...next, context: moved ?? run.context };
    }
    return results;
  };
  return solution.assertions.flatMap((set) => {
    const whole: Sequence = { title: undefined, expectations: [], at: set.at };
    const sequences = set.sequences.length === 0 ? [whole] : set.sequences;
    return sequences
      .filter((sequence) => [set, sequence].some((one) => titleOf(one).includes(filter)))
      .flatMap((sequence) => runSequence(set, sequence));
  });
};
