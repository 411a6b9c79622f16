import { handleId } from '../model/ids.ts';
import type { ProcessId } from '../model/ids.ts';
import type { Program } from '../model/running.ts';
import type { Intent } from '../model/step.ts';
import type { ProcessClass, Solution } from '../solution/solution.ts';
import { kernelClass } from '../solution/solution.ts';
import { boundaryMessages } from './boundary-messages.ts';
import type { TestedConstants } from './tested-constants.ts';

/**
 * Everything that a process may try: its calls over each channel that it has, and the answers to
 * each method that it serves.
 */
export interface Alphabet {
  readonly calls: readonly Intent[];
  /** By `endpoint.Method`. */
  readonly answers: ReadonlyMap<string, readonly Intent[]>;
  /** Some combinations of field values were left out. */
  readonly thinned: boolean;
}

/** Which alphabets: whether calls of kernel services are in it. */
export interface AlphabetOptions {
  readonly services: boolean;
}

const callsOf = (
  server: ProcessClass,
  handle: number,
  tested: TestedConstants,
): readonly (readonly [Intent, boolean])[] =>
  server.endpoints.flatMap((endpoint) =>
    endpoint.interface.methods.flatMap((method) => {
      const { messages, thinned } = boundaryMessages(method.in, tested);
      return messages.map((message): readonly [Intent, boolean] => [
        {
          kind: 'call',
          handle: handleId(handle),
          endpoint: endpoint.name,
          method: method.name,
          message,
        },
        thinned,
      ]);
    }),
  );

const answersOf = (
  server: ProcessClass,
  tested: TestedConstants,
): readonly (readonly [string, readonly Intent[], boolean])[] =>
  server.endpoints.flatMap((endpoint) =>
    endpoint.interface.methods.map((method) => {
      const responses = boundaryMessages(method.out, tested);
      const errors = boundaryMessages(method.error, tested);
      const intents = [
        ...responses.messages.map((message): Intent => ({
          kind: 'reply',
          as: 'response',
          message,
        })),
        ...(method.error.length === 0 ? [] : errors.messages).map((message): Intent => ({
          kind: 'reply',
          as: 'error',
          message,
        })),
      ];
      const key = `${endpoint.name}.${method.name}`;
      return [key, intents, responses.thinned || errors.thinned] as const;
    }),
  );

/** The alphabet of one process, from its channels and its class. Handles are those of boot. */
export const alphabetOf = (
  solution: Solution,
  process: ProcessId,
  tested: TestedConstants,
  { services }: AlphabetOptions,
): Alphabet => {
  const classOf = (name: string): readonly ProcessClass[] => {
    const found = solution.classes.get(name);
    return found === undefined ? [] : [found];
  };
  const servers = solution.channels.filter(({ client }) => client === process);
  const calls = [
    ...(services ? classOf(kernelClass).flatMap((kernel) => callsOf(kernel, 0, tested)) : []),
    ...servers.flatMap(({ server }, index) =>
      classOf(solution.processes[server]?.className ?? '').flatMap((found) =>
        callsOf(found, index + 1, tested),
      ),
    ),
  ];
  const answers = classOf(solution.processes[process]?.className ?? '').flatMap((own) =>
    answersOf(own, tested),
  );
  return {
    calls: calls.map(([intent]) => intent),
    answers: new Map(answers.map(([name, intents]) => [name, intents])),
    thinned: [...calls, ...answers].some((entry) => entry.at(-1) === true),
  };
};

/** What a most general process must remember: the method that it serves, or none. */
type Serving = string | undefined;

const receive: Intent = { kind: 'recv' };

/**
 * A process that may do anything of its alphabet at any time (OBJ-1).
 * What the kernel refuses whatever the state (a reply without a request, a second `recv`) is left
 * out: a refusal changes nothing.
 */
export const mostGeneral = ({ calls, answers }: Alphabet): Program<Serving> => ({
  initial: undefined,
  choose: (serving) => {
    const answering = serving === undefined ? undefined : answers.get(serving);
    if (answering !== undefined) return [...calls, ...answering];
    return answers.size === 0 ? calls : [...calls, receive];
  },
  observe: (serving, outcome) => {
    if (outcome.kind === 'denied' && outcome.ends === 'reply') return undefined;
    if (outcome.kind !== 'done') return serving;
    const { result } = outcome;
    if (result.kind === 'received') return `${result.endpoint}.${result.method}`;
    return result.kind === 'replied' ? undefined : serving;
  },
  encode: (serving, writer) => {
    writer.text(serving ?? '');
  },
});
