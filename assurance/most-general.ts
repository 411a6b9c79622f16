import type { Program } from '../model/running.ts';
import type { Intent, Outcome, Result } from '../model/step.ts';
import type { RecordValue } from '../model/value.ts';
import { rights } from '../kernel/rights.ts';
import type { Alphabet } from './alphabet.ts';
import { allHeld, givenAfter } from './held-handles.ts';
import type { Held } from './held-handles.ts';
import { puttingHandles } from './put-handles.ts';
import type { Said } from './put-handles.ts';

/** What a most general process must remember: the method that it serves, or none, and the handles that it was given. */
export interface Local {
  readonly serving: string | undefined;
  readonly given: readonly Held[];
}

const receive: Intent = { kind: 'recv' };

/** A process may crash. */
const crash: Intent = { kind: 'trap', code: 0 };

/** Everything that may be done; what the kernel refuses whatever the state is left out. */
const choicesOf = (
  { calls, overGiven, answers, carrying, boot }: Alphabet,
  { serving, given }: Local,
): readonly Intent[] => {
  const held = allHeld(boot, given);
  const each = (template: Said, said: Said = template): readonly Intent[] => {
    const tested = carrying.get(template);
    return tested === undefined ? [said] : [said, ...puttingHandles(said, tested, held)];
  };
  const callable = given.filter((one) => (one.rights & rights.call) !== 0);
  const answering = serving === undefined ? undefined : answers.get(serving);
  return [
    ...calls.flatMap((call) => each(call)),
    ...callable.flatMap(({ number }) =>
      overGiven.flatMap((call) => each(call, { ...call, handle: number })),
    ),
    ...(answering?.flatMap((answer) => each(answer)) ?? []),
    ...(answering === undefined && answers.size > 0 ? [receive] : []),
    crash,
  ];
};

const keyOf = ({ serving = '', given }: Local): string =>
  given.length === 0
    ? serving
    : `${serving} ${given.map(({ number, rights: has }) => `${String(number)}:${String(has)}`).join()}`;

/** An answer that was denied, or came too late: the request is over all the same. */
const endsServing = (outcome: Outcome): boolean =>
  outcome.kind === 'denied'
    ? outcome.ends === 'reply'
    : outcome.kind === 'refused' && outcome.because === 'abandoned';

/** The method that is served after something came of a step. */
const servingAfter = (serving: string | undefined, result: Result): string | undefined => {
  if (result.kind === 'received') return `${result.endpoint}.${result.method}`;
  return result.kind === 'replied' ? undefined : serving;
};

const messageOf = (result: Result): RecordValue | undefined =>
  result.kind === 'received' || result.kind === 'answered' ? result.message : undefined;

/**
 * A process that may do anything of its alphabet at any time (OBJ-1): also with, and over, every handle that it was given.
 * What the kernel refuses whatever the state (a reply without a request, a second `recv`) is left
 * out: a refusal changes nothing.
 */
export const mostGeneral = (alphabet: Alphabet): Program<Local> => {
  const known = new Map<string, readonly Intent[]>();
  return {
    initial: { serving: undefined, given: [] },
    choose: (local) => {
      const key = keyOf(local);
      const found = known.get(key) ?? choicesOf(alphabet, local);
      known.set(key, found);
      return found;
    },
    observe: (local, outcome) => {
      if (endsServing(outcome)) return { ...local, serving: undefined };
      if (outcome.kind !== 'done') return local;
      const serving = servingAfter(local.serving, outcome.result);
      const message = messageOf(outcome.result);
      const given =
        message === undefined ? local.given : givenAfter(alphabet.boot, local.given, message);
      return serving === local.serving && given === local.given ? local : { serving, given };
    },
    encode: ({ serving, given }, writer) => {
      writer.text(serving ?? '');
      writer.word(given.length);
      for (const { number, rights: has } of given) {
        writer.word(number);
        writer.word(has);
      }
    },
  };
};
