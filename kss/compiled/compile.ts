import type { SecurityModule } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import { describeContext, encodeContext } from '../context.ts';
import type { Context } from '../context.ts';
import { standardOptions } from '../engine-options.ts';
import type { EngineOptions } from '../engine-options.ts';
import { standardParts } from './parts-of-engine.ts';
import type { EngineParts } from './parts-of-engine.ts';
import { startSession } from './session.ts';
import type { Session } from './session.ts';

/**
 * A policy, compiled.
 *
 * Shape: sessions are independent of each other. `module` is the same policy as kernels take it: a
 *        session of its own under immutable contexts, which none but this module understands.
 */
export interface CompiledPolicy {
  readonly session: () => Session;
  readonly module: SecurityModule<Context>;
}

const moduleOf = (session: Session): SecurityModule<Context> => ({
  initial: session.context(),
  decide: (context, event) => {
    session.restore(context);
    const verdict = session.decide(event);
    const next = session.context();
    const audit = session.audit();
    return next === context ? { verdict, audit } : { verdict, next, audit };
  },
  release: (context, sid) => {
    session.restore(context);
    session.release(sid);
    return session.context();
  },
  encode: encodeContext,
  describe: describeContext,
});

/**
 * The compiled engine: answers as the reference interpreter does, in verdict, reasons, context and
 * audit, and is meant to be fast.
 *
 * Throws: `Defect`, if an object's model is none of the options'.
 * Source: spec/decisions/0007-compiled-engine.md.
 */
export const compile = (
  solution: Solution,
  options: EngineOptions = standardOptions,
  parts: EngineParts = standardParts,
): CompiledPolicy => {
  const bindings = parts.indexBindings(solution.policy.bindings);
  const session = (): Session => startSession(solution, bindings, options, parts);
  let module: SecurityModule<Context> | undefined;
  return {
    session,
    get module() {
      return (module ??= moduleOf(session()));
    },
  };
};
