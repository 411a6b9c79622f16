import { explore } from '../model/explore.ts';
import { runMonitor, runProgram } from '../model/running.ts';
import { exploring } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { interpret } from '../kss/interpreter.ts';
import { allMessages } from '../kss/witness/test-finite.ts';
import { messagesOf } from '../kss/witness/messages/messages.ts';
import { explorable, simulate } from '../simulator/world.ts';
import type { Solution } from '../solution/solution.ts';
import { alphabetIn, alphabetsOf } from './alphabet.ts';
import type { Alphabet } from './alphabet.ts';
import { castOf } from './cast.ts';
import { mostGeneral } from './most-general.ts';
import { objectiveMonitor } from './objective-monitor.ts';

type FindMessages = typeof messagesOf;

/** Every message of a method of `finite`; those of others are as they are found. */
export const everyMessage =
  (method: string): FindMessages =>
  (solution, slots, options) =>
    messagesOf(solution, slots, options).map((found, index) => {
      const slot = slots[index]?.slot;
      const isIt =
        slot?.event === 'request' && slot.endpoint === 'finite' && slot.method === method;
      return isIt ? { messages: allMessages.get(method) ?? [], unknown: [] } : found;
    });

/** A finder that forgets the last message of each slot that has several. */
export const forgetting: FindMessages = (solution, slots, options) =>
  messagesOf(solution, slots, options).map(({ messages, unknown }) => ({
    messages: messages.length > 1 ? messages.slice(0, -1) : messages,
    unknown,
  }));

/** What a search comes to, but for the values that messages have. */
export interface Reached {
  /** Each way in which an event was answered: its kind and method, the verdict, and the result of every rule. */
  readonly verdicts: ReadonlySet<string>;
  /** Each state of the policy, as `seen` shows it. */
  readonly policyStates: ReadonlySet<string>;
  /** Each objective that can be violated, and in how many steps. */
  readonly violations: readonly string[];
  readonly reasons: number;
  readonly complete: boolean;
}

/** The kept values of a HashSet do not matter, their number does. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
};

/** Searches with messages found some way, and alphabets changed some way. */
export const reachedWith = (
  solution: Solution,
  messages: FindMessages,
  change: (alphabet: Alphabet) => Alphabet = (alphabet) => alphabet,
  states = 5000,
): Reached => {
  const options = { services: false, messages };
  const cast = castOf(solution, { untrusted: [], ...options });
  const free = solution.processes.filter(({ name }) => cast.mostGeneral.includes(name));
  const alphabets = alphabetsOf(
    solution,
    free.map(({ id }) => id),
    options,
  );
  const freePrograms = new Map(
    free.map(({ id }) => [id, runProgram(mostGeneral(change(alphabetIn(alphabets, id))))]),
  );
  const security = interpret(solution);
  const kernel = makeMicro()({ solution, security, limits: exploring });
  const booted = kernel.boot();
  const monitors = solution.objectives.map((one) =>
    runMonitor(objectiveMonitor(solution, one, booted.events)),
  );
  const simulation = simulate(
    kernel,
    booted.state,
    (thread) => freePrograms.get(thread.process) ?? cast.programOf(thread),
    monitors,
  );
  const verdicts = new Set<string>();
  const policyStates = new Set<string>();
  const told: typeof simulation = {
    ...simulation,
    step: (world, action) => {
      const stepped = simulation.step(world, action);
      for (const { event, verdict } of stepped.report.events) {
        const results = verdict.by.map(({ at, result }) => `${String(at.line)} ${result}`);
        const because = verdict.kind === 'denied' ? verdict.because : '';
        const about = `${event.kind} ${event.endpoint ?? ''} ${event.method ?? ''}`;
        verdicts.add(`${about}: ${verdict.kind} ${because} ${results.join(', ')}`);
      }
      return stepped;
    },
  };
  const found = explore(
    // A violation does not end the search: what lies beyond is to be compared as well.
    { ...explorable(told), broken: () => [] },
    { states },
    {
      state: (_, { kernel: state }) => {
        policyStates.add(JSON.stringify(shapeOf(security.describe(state.context))));
      },
    },
  );
  const { violations } = explore(explorable(simulation), { states });
  return {
    verdicts,
    policyStates,
    violations: violations
      .map(({ property, trace }) => `${property} ${String(trace.length)}`)
      .sort(),
    reasons: cast.reasons.length,
    complete: found.complete,
  };
};

/** Do two searches come to the same? */
export const isSame = (left: Reached, right: Reached): boolean =>
  JSON.stringify([[...left.verdicts].sort(), [...left.policyStates].sort(), left.violations]) ===
  JSON.stringify([[...right.verdicts].sort(), [...right.policyStates].sort(), right.violations]);
