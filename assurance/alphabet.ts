import type { ProcessId } from '../model/ids.ts';
import type { RecordValue } from '../model/value.ts';
import { reasonOf } from '../kss/witness/reason.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { messagesOf } from '../kss/witness/messages/messages.ts';
import { bindingsOf } from '../kss/witness/slots.ts';
import { intentWords } from '../simulator/step-words.ts';
import { groupedBy } from '../solution/grouped-by.ts';
import type { Solution } from '../solution/solution.ts';
import { carriedBy, carryingReasons } from './carrying.ts';
import { lettersAllowed } from './contract-letters.ts';
import { heldAtBoot } from './held-handles.ts';
import type { Held } from './held-handles.ts';
import { kernelMessages } from './kernel-messages.ts';
import { anyGiven } from './letters.ts';
import type { Letter } from './letters.ts';
import { sentByPrograms } from './program-tests.ts';
import type { Said } from './put-handles.ts';
import { bothTested, nothingTested } from './rights-tested.ts';
import type { RightsTested } from './rights-tested.ts';

/**
 * Everything that a process may try: its calls over each channel that it has, its queries of the security
 * module, and the answers to each method that it serves.
 */
export interface Alphabet {
  readonly calls: readonly Said[];
  /** Calls over a handle that was given: its number is put in the place of `anyGiven`. */
  readonly overGiven: readonly Call[];
  /** By `endpoint.Method`. */
  readonly answers: ReadonlyMap<string, readonly Said[]>;
  /** Of what has places for handles, that name nothing: what may matter of the rights of those that are put there. */
  readonly carrying: ReadonlyMap<Said, RightsTested>;
  /** The handles of the start that may be put there. */
  readonly boot: readonly Held[];
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

/** Of who says nothing. */
export const emptyAlphabet: Alphabet = {
  calls: [],
  overGiven: [],
  answers: new Map(),
  carrying: new Map(),
  boot: [],
};

/** Of an alphabet that a process does not have. */
export const alphabetIn = ({ of }: Alphabets, process: ProcessId): Alphabet =>
  of.get(process) ?? emptyAlphabet;

type Call = Extract<Said, { readonly kind: 'call' }>;

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

/** Answers to several clients: the same only once, with all that may matter for any. */
const distinct = (intents: readonly Said[], carrying: Map<Said, RightsTested>): readonly Said[] => {
  const first = new Map<string, Said>();
  return intents.filter((intent) => {
    const key = intentWords(intent);
    const same = first.get(key);
    first.set(key, same ?? intent);
    if (same === undefined) return true;
    const [left, right] = [carrying.get(same), carrying.get(intent)];
    if (right !== undefined) carrying.set(same, bothTested(left ?? nothingTested, right));
    return false;
  });
};

/** What a process may say, of its letters with their messages. */
const alphabetOf = (solution: Solution, process: ProcessId, said: readonly Spelled[]): Alphabet => {
  const carrying = new Map(
    said.flatMap(({ intents, tested }) =>
      tested === undefined ? [] : intents.map((intent) => [intent, tested] as const),
    ),
  );
  const answering = groupedBy(
    said.filter(({ letter }) => letter.serving !== undefined),
    ({ letter }) => letter.serving ?? '',
  );
  const others = said
    .filter(({ letter }) => letter.serving === undefined)
    .flatMap(({ intents }) => intents);
  const isOverGiven = (intent: Said): intent is Call =>
    intent.kind === 'call' && intent.handle === anyGiven;
  return {
    calls: others.filter((intent) => !isOverGiven(intent)),
    overGiven: distinct(others, carrying).filter(isOverGiven),
    answers: new Map(
      [...answering].map(([name, all]) => [
        name,
        distinct(
          all.flatMap(({ intents }) => intents),
          carrying,
        ),
      ]),
    ),
    carrying,
    boot: heldAtBoot(solution, process),
  };
};

/** A letter with its messages. */
interface Spelled {
  readonly letter: Letter;
  readonly intents: readonly Said[];
  /** See `carriedBy`. */
  readonly tested: RightsTested | undefined;
}

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
  const spelled = letters.map((letter, index): Spelled => ({
    letter,
    intents: varied(solution, letter, found[index]?.messages ?? []).map(letter.intentWith),
    tested: carriedBy(solution, letter, processes),
  }));
  const byProcess = groupedBy(spelled, ({ letter }) => letter.by);
  return {
    of: new Map(
      processes.map((process) => [
        process,
        alphabetOf(solution, process, byProcess.get(process) ?? []),
      ]),
    ),
    reasons: [
      ...found.flatMap(({ unknown }) => unknown.map(reasonOf)),
      ...spelled.flatMap(({ letter, tested }) => carryingReasons(solution, letter, tested)),
    ],
  };
};
