import { compile } from '../../kss/compiled/compile.ts';
import { interpret } from '../../kss/interpreter.ts';
import type { Solution } from '../../solution/solution.ts';
import type { EnginePair } from './campaign.ts';
import { runOfModule, runOfSession } from './engine-run.ts';

/**
 * The interpreter beside one session of the compiled engine, which is put back to its first context
 * for each sequence: what it has compiled stays.
 */
export const besideSession = (solution: Solution): EnginePair => {
  const module = interpret(solution);
  const session = compile(solution).session();
  const initial = session.context();
  return {
    left: () => runOfModule(module),
    right: () => {
      session.restore(initial);
      return runOfSession(session);
    },
  };
};
