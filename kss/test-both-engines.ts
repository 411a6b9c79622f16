import { Defect } from '../model/defect.ts';
import type { Decision, SecurityEvent, SecurityModule } from '../model/security.ts';
import { bytesBy } from '../model/writer.ts';
import type { Solution } from '../solution/solution.ts';
import { compile } from './compiled/compile.ts';
import type { Context } from './context.ts';
import { standardOptions } from './engine-options.ts';
import type { EngineOptions } from './engine-options.ts';
import { interpret } from './interpreter.ts';

/** The contexts of interpreter and compiled engine after the same events. */
export interface BothContexts {
  readonly interpreted: Context;
  readonly compiled: Context;
}

type Engine = SecurityModule<Context>;

const bytesOf = (engine: Engine, context: Context): string =>
  bytesBy((writer) => {
    engine.encode(context, writer);
  });

const asText = (value: unknown): string =>
  JSON.stringify(
    value,
    (_key, part: unknown): unknown => {
      if (typeof part === 'bigint') return `${String(part)}n`;
      return part instanceof Map ? [...(part as ReadonlyMap<unknown, unknown>)] : part;
    },
    1,
  );

const demandSame = (what: string, event: SecurityEvent, left: unknown, right: unknown): void => {
  if (asText(left) === asText(right)) return;
  throw new Defect(
    `the engines differ in ${what} of ${asText(event)}:\ninterpreted ${asText(left)}\ncompiled ${asText(right)}`,
  );
};

/**
 * Interpreter and compiled engine side by side, as one: for tests, which so hold for both.
 *
 * Throws: `Defect`, at the first event on which they differ in verdict, reasons, audit or context.
 */
export const bothEngines = (
  solution: Solution,
  options: EngineOptions = standardOptions,
): SecurityModule<BothContexts> => {
  const left = interpret(solution, options);
  const right = compile(solution, options).module;
  const joined = (
    event: SecurityEvent,
    { interpreted, compiled }: BothContexts,
    one: Decision<Context>,
    other: Decision<Context>,
  ): Decision<BothContexts> => {
    const { verdict, audit } = one;
    demandSame('the verdict', event, verdict, other.verdict);
    demandSame('the audit', event, audit, other.audit);
    const next = { interpreted: one.next ?? interpreted, compiled: other.next ?? compiled };
    demandSame(
      'the context',
      event,
      bytesOf(left, next.interpreted),
      bytesOf(right, next.compiled),
    );
    demandSame('the view', event, left.describe(next.interpreted), right.describe(next.compiled));
    return one.next === undefined ? { verdict, audit } : { verdict, audit, next };
  };
  return {
    initial: { interpreted: left.initial, compiled: right.initial },
    decide: (contexts, event) =>
      joined(
        event,
        contexts,
        left.decide(contexts.interpreted, event),
        right.decide(contexts.compiled, event),
      ),
    release: ({ interpreted, compiled }, sid) => ({
      interpreted: left.release(interpreted, sid),
      compiled: right.release(compiled, sid),
    }),
    encode: ({ interpreted }, writer) => {
      left.encode(interpreted, writer);
    },
    describe: ({ interpreted }) => left.describe(interpreted),
  };
};
