import type { SecurityEvent } from '../../model/security.ts';
import { answerOf } from '../../kss/answer.ts';
import type { VerdictAnswer } from '../../kss/answer.ts';
import type { EngineOptions } from '../../kss/engine-options.ts';
import { interpret } from '../../kss/interpreter.ts';
import { runAssertions } from '../../kss/pal.ts';
import type { ExpectationResult } from '../../kss/pal.ts';
import type { Solution } from '../../solution/solution.ts';
import { castOf } from './cast.ts';
import { judgedAlone } from './judged-alone.ts';
import { perform } from './perform.ts';
import type { Performed } from './perform.ts';
import { execute, makeStage } from './stage.ts';

/**
 * What an expectation came to through the whole system.
 *
 * Shape: `system` is the kernel's verdict, absent where `unmade` says why the expectation cannot be made on
 *        a kernel. `agrees`, unless it was made and its verdict, or the reason of it, differs from the engine's.
 */
export interface SystemResult extends ExpectationResult {
  readonly system: VerdictAnswer | undefined;
  readonly unmade: string | undefined;
  readonly agrees: boolean;
}

/** A sequence on the kernel, and the channels that were opened for it. */
export interface SystemSequence {
  readonly set: string;
  readonly sequence: string;
  readonly channels: readonly string[];
  readonly results: readonly SystemResult[];
}

interface Expected {
  readonly result: ExpectationResult;
  readonly event: SecurityEvent;
}

/** How many expectations each sequence has, in the order in which they run. */
const lengthsOf = ({ assertions }: Solution, filter: string): readonly number[] =>
  assertions.flatMap((set) => {
    const around = set.setup.length + set.finally.length;
    const sequences = set.sequences.length === 0 ? [{ ...set, expectations: [] }] : set.sequences;
    const titleOf = (one: {
      readonly title: string | undefined;
      readonly at: { readonly line: number };
    }) => one.title ?? `line ${String(one.at.line)}`;
    return sequences
      .filter((one) => [set, one].some((titled) => titleOf(titled).includes(filter)))
      .map(({ expectations }) => around + expectations.length);
  });

const compared = ({ result }: Expected, { verdict, unmade }: Performed<object>): SystemResult => {
  const system = verdict === undefined ? undefined : answerOf(verdict);
  const differs =
    system !== undefined &&
    (system.verdict !== result.verdict || system.because !== result.because);
  return { ...result, system, unmade, agrees: !differs };
};

const halted = 'the system halts: the kernel or Einit is denied';

const runSequence = (
  solution: Solution,
  options: EngineOptions,
  expected: readonly Expected[],
): Omit<SystemSequence, 'set' | 'sequence'> => {
  const cast = castOf(
    solution,
    expected.map(({ event }) => event),
  );
  const stage = makeStage(cast, interpret(cast.solution, options));
  const { channels } = cast;
  const kernel = execute(stage.judging, stage.initial, 'kernel', 'kernel');
  const einit = execute(stage.judging, kernel.state, 'kernel', 'einit');
  if ([kernel, einit].some(({ verdict }) => verdict.kind === 'denied')) {
    const results = expected.map(({ result }) => ({
      ...result,
      system: undefined,
      unmade: halted,
      agrees: false,
    }));
    return { channels, results };
  }
  let { state } = einit;
  const results = expected.map((one, index) => {
    const performed = perform(stage, state, one.event, expected[index + 1]?.event);
    const { verdict } = performed;
    state =
      verdict === undefined ? judgedAlone(stage, performed.state, one.event) : performed.state;
    return compared(one, performed);
  });
  return { channels, results };
};

/**
 * Runs every sequence of a policy's tests through the whole system: from the kernel and Einit on, each
 * expectation as a call, an answer, a query or a start on the kernel, its verdict beside the engine's. One that no
 * kernel can make is judged by the engine alone, so that what follows is compared in the same context.
 *
 * Source: C-51.
 */
export const testSystem = (
  solution: Solution,
  options: EngineOptions,
  filter = '',
): readonly SystemSequence[] => {
  const events: SecurityEvent[] = [];
  const watch = (_context: unknown, event: SecurityEvent): void => {
    events.push(event);
  };
  const results = runAssertions(solution, options, { filter, watch });
  let from = 0;
  return lengthsOf(solution, filter).flatMap((length) => {
    const expected = results.slice(from, from + length).flatMap((result, index) => {
      const event = events[from + index];
      return event === undefined ? [] : [{ result, event }];
    });
    from += length;
    const [first] = expected;
    if (first === undefined) return [];
    const { set, sequence } = first.result;
    return [{ set, sequence, ...runSequence(solution, options, expected) }];
  });
};
