import type { EventKind } from '../model/security.ts';
import { handleId } from '../model/ids.ts';
import type { HandleId, ProcessId } from '../model/ids.ts';
import type { RecordValue } from '../model/value.ts';
import type { MessageSlot } from '../kss/witness/messages/course.ts';
import { messageSlot, securitySlot } from '../kss/witness/slots.ts';
import type { Automaton, Branch } from '../solution/automaton.ts';
import { kernelClass } from '../solution/solution.ts';
import type { Endpoint, Method, ProcessClass, Solution } from '../solution/solution.ts';
import { subjectsOf } from '../solution/subjects.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { handlesMove, mayBeGiven } from './handles-move.ts';
import type { Said } from './put-handles.ts';
import { branchesOfAnswers, branchesOfRequests, reads, testsOn } from './program-tests.ts';

/** One thing that a process can say, but for the message: the slot that judges it, and the intent with a message. */
export interface Letter {
  readonly by: ProcessId;
  readonly slot: MessageSlot;
  /** By `endpoint.Method`, for an answer: what is served when it is given. */
  readonly serving: string | undefined;
  readonly intentWith: (message: RecordValue) => Said;
  /** The branches of the receiver's program or contract that the message may take. */
  readonly branchesOf: (receiver: Automaton) => readonly Branch[];
  /** A service of the kernel, which tests more of its message than policy and programs do. */
  readonly isService: boolean;
}

/** Who says what to whom. */
interface Talk {
  readonly event: EventKind;
  readonly client: string;
  readonly server: string;
  readonly endpoint: Endpoint;
  readonly method: Method;
  readonly tests: readonly Expression[];
}

/** Stands for each handle that a process was given, in the intents of calls over it. */
export const anyGiven = handleId(0xffff_ffff);

/** A test of more than the message cannot be solved for the message alone: see passed-on.ts. */
const ofMessageAlone = (tests: readonly Expression[]): readonly Expression[] =>
  tests.filter((test) => !reads(test, 'kept'));

const classNameOf = ({ processes }: Solution, name: string): string =>
  processes.find((process) => process.name === name)?.className ?? name;

const talkSlot = (solution: Solution, talk: Talk): MessageSlot => {
  const { event, client, server, endpoint, method, tests } = talk;
  const subjects = subjectsOf(solution);
  const [from, to] = event === 'request' ? [client, server] : [server, client];
  return {
    slot: messageSlot(
      event,
      classNameOf(solution, client),
      classNameOf(solution, server),
      endpoint,
      method,
    ),
    parties: { source: subjects.find(from), destination: subjects.find(to) },
    tests: ofMessageAlone(tests),
  };
};

const methodsOf = (
  found: ProcessClass | undefined,
): readonly { readonly endpoint: Endpoint; readonly method: Method }[] =>
  found?.endpoints.flatMap((endpoint) =>
    endpoint.interface.methods.map((method) => ({ endpoint, method })),
  ) ?? [];

/** What may test the messages that a process receives: its program, and its contract. */
const behaviourOf = (solution: Solution, process: ProcessId): readonly Automaton[] =>
  [solution.automata.get(process), solution.contracts.get(process)].flatMap((one) => one ?? []);

/** The calls of a process over one of its handles. */
const callsTo = (
  solution: Solution,
  by: ProcessId,
  server: ProcessId | 'kernel',
  handle: HandleId,
): readonly Letter[] => {
  const name = server === 'kernel' ? kernelClass : (solution.processes[server]?.name ?? '');
  const receivers = server === 'kernel' ? [] : behaviourOf(solution, server);
  return methodsOf(solution.classes.get(classNameOf(solution, name))).map((one) => {
    const names = { endpoint: one.endpoint.name, method: one.method.name };
    const branchesOf = (receiver: Automaton) => branchesOfRequests(receiver, names);
    const tests = receivers.flatMap((receiver) => testsOn(branchesOf(receiver)));
    const client = solution.processes[by]?.name ?? '';
    return {
      by,
      slot: talkSlot(solution, { event: 'request', client, server: name, ...one, tests }),
      serving: undefined,
      intentWith: (message) => ({ kind: 'call', handle, ...names, message }),
      branchesOf,
      isService: server === 'kernel',
    };
  });
};

/** The answers of a process to one of its clients. */
const answersTo = (solution: Solution, by: ProcessId, client: ProcessId): readonly Letter[] => {
  const server = solution.processes[by]?.name ?? '';
  const receivers = behaviourOf(solution, client);
  return methodsOf(solution.classes.get(classNameOf(solution, server))).flatMap((one) => {
    const names = { endpoint: one.endpoint.name, method: one.method.name };
    const kinds =
      one.method.error.length === 0 ? (['response'] as const) : (['response', 'error'] as const);
    return kinds.map((as): Letter => {
      const branchesOf = (receiver: Automaton) =>
        branchesOfAnswers(solution, receiver, by, names, as);
      const tests = receivers.flatMap((receiver) => testsOn(branchesOf(receiver)));
      const talk = {
        event: as,
        client: solution.processes[client]?.name ?? '',
        server,
        ...one,
        tests,
      };
      return {
        by,
        slot: talkSlot(solution, talk),
        serving: `${names.endpoint}.${names.method}`,
        intentWith: (message) => ({ kind: 'reply', as, message }),
        branchesOf,
        isService: false,
      };
    });
  });
};

/** The queries of a process over its security interfaces. */
const queriesOf = (solution: Solution, by: ProcessId): readonly Letter[] => {
  const name = solution.processes[by]?.name ?? '';
  const className = classNameOf(solution, name);
  const interfaces = new Map(
    solution.classes.get(className)?.security.map((one) => [one.name, one]),
  );
  return [...interfaces.values()].flatMap((one) =>
    one.methods.map((method): Letter => ({
      by,
      slot: {
        slot: securitySlot(className, one, method),
        parties: { source: subjectsOf(solution).find(name), destination: undefined },
        tests: [],
      },
      serving: undefined,
      intentWith: (message) => ({
        kind: 'querySecurity',
        interface: one.name,
        method: method.name,
        message,
      }),
      branchesOf: () => [],
      isService: false,
    })),
  );
};

/** Calls over a handle that was given: whom it leads to is not known. */
const overGiven = (solution: Solution, by: ProcessId): readonly Letter[] =>
  solution.processes.flatMap(({ id }) => callsTo(solution, by, id, anyGiven));

/**
 * Everything that a process can say: over each channel that it has, over a handle that it may be given, and to each
 * of its clients.
 */
export const lettersOf = (
  solution: Solution,
  by: ProcessId,
  services: boolean,
): readonly Letter[] => {
  const own = solution.channels.filter(({ client }) => client === by);
  const fromBoot = solution.channels
    .filter(({ server }) => server === by)
    .map(({ client }) => client);
  // With kernel services anyone may become a client, and of whoever has one, by a handle that was given.
  const isOpen = services || (fromBoot.length > 0 && handlesMove(solution));
  const clients = isOpen
    ? solution.processes.flatMap(({ id }) => (id === by ? [] : [id]))
    : new Set(fromBoot);
  return [
    ...(services ? callsTo(solution, by, 'kernel', handleId(0)) : []),
    ...own.flatMap(({ server }, index) => callsTo(solution, by, server, handleId(index + 1))),
    ...(services || mayBeGiven(solution, by) ? overGiven(solution, by) : []),
    ...queriesOf(solution, by),
    ...[...clients].flatMap((client) => answersTo(solution, by, client)),
  ];
};
