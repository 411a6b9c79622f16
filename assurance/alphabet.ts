import type { ProcessId } from '../model/ids.ts';
import type { Intent } from '../model/step.ts';
import type { RecordValue } from '../model/value.ts';
import { reasonOf } from '../kss/witness/reason.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { messagesOf } from '../kss/witness/messages/messages.ts';
import { bindingsOf } from '../kss/witness/slots.ts';
import { formatValue } from '../solution/message/format.ts';
import type { Solution } from '../solution/solution.ts';
import { lettersAllowed } from './contract-letters.ts';
import { kernelMessages } from './kernel-messages.ts';
import type { Letter } from './letters.ts';
import { sentByPrograms } from './program-tests.ts';

/**
 * Everything that a process may try: its calls over each channel that it has, its queries of the security
 * module, and the answers to each method that it serves.
 */
export interface Alphabet {
  readonly calls: readonly Intent[];
  /** By `endpoint.Method`. */
  readonly answers: ReadonlyMap<string, readonly Intent[]>;
}

/** The alphabets of processes, and every reason why they may not stand for all messages. */
export interface Alphabets {
  readonly of: ReadonlyMap<ProcessId, Alphabet>;
  readonly reasons: readonly Reason[];
}

/** Which alphabets: whether calls of kernel services are in them. */
export interface AlphabetOptions {
  readonly services: boolean;
  /** What finds messages: a part that tests replace by a wrong one. */
  readonly messages?: typeof messagesOf;
}

const emptyAlphabet = { calls: [], answers: new Map() } as const;

/** Of an alphabet that a process does not have. */
export const alphabetIn = ({ of }: Alphabets, process: ProcessId): Alphabet =>
  of.get(process) ?? emptyAlphabet;

const keyOf = (intent: Intent): string =>
  intent.kind === 'reply' ? `${intent.as} ${formatValue(intent.message)}` : '';

const distinct = (intents: readonly Intent[]): readonly Intent[] => [
  ...new Map(intents.map((intent) => [keyOf(intent), intent])).values(),
];

/** Numbers of handles that a process may have: those of boot, its listener among them, and one that it has made or got. */
const handlesOf = ({ channels }: Solution, process: ProcessId): number =>
  channels.filter(({ client }) => client === process).length +
  (channels.some(({ server }) => server === process) ? 3 : 2);

/** To a service of the kernel also what the kernel itself may tell apart; but what no call covers is denied, whatever its message. */
const varied = (
  solution: Solution,
  { by, isService, slot: { slot } }: Letter,
  found: readonly RecordValue[],
): readonly RecordValue[] =>
  isService && bindingsOf(solution, slot).length > 0
    ? kernelMessages(found, slot.type.parameters, handlesOf(solution, by))
    : found;

/**
 * The alphabets of processes that may say anything: the messages of each slot in which one speaks are
 * those that the witness finder gives, all slots together.
 *
 * Source: spec/exploration.md.
 */
export const alphabetsOf = (
  solution: Solution,
  processes: readonly ProcessId[],
  { services, messages = messagesOf }: AlphabetOptions,
): Alphabets => {
  const letters = processes.flatMap((process) => lettersAllowed(solution, process, services));
  const found = messages(
    solution,
    letters.map(({ slot }) => slot),
    { values: sentByPrograms([...solution.automata.values()]) },
  );
  const calls = new Map<ProcessId, Intent[]>(processes.map((process) => [process, []]));
  const answers = new Map(processes.map((process) => [process, new Map<string, Intent[]>()]));
  for (const [index, letter] of letters.entries()) {
    const { by, serving, intentWith } = letter;
    const intents = varied(solution, letter, found[index]?.messages ?? []).map(intentWith);
    if (serving === undefined) calls.get(by)?.push(...intents);
    else {
      const own = answers.get(by);
      own?.set(serving, [...(own.get(serving) ?? []), ...intents]);
    }
  }
  return {
    of: new Map(
      processes.map((process) => [
        process,
        {
          calls: calls.get(process) ?? [],
          answers: new Map(
            [...(answers.get(process) ?? [])].map(([name, all]) => [name, distinct(all)]),
          ),
        },
      ]),
    ),
    reasons: found.flatMap(({ unknown }) => unknown.map(reasonOf)),
  };
};
