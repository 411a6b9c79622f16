import type { Refusal } from '../../../../model/step.ts';
import type { Plan } from '../../plan.ts';
import { isClassOfProgram } from '../task/class-of-program.ts';

/** Hexadecimal digits of a SHA-256 digest. */
const digestLength = 64;

/**
 * What is wrong with the behaviour configuration that an image comes with; absent if it is complete
 * (LBL-1): a class that the policy knows, all of whose interfaces are declared, and a digest.
 *
 * Refuses: `classUnknown`; `classMismatch`; `invalidArgument`, for a digest that is none.
 */
export const claimFault = (plan: Plan, eiid: string, digest: string): Refusal | undefined => {
  const known = plan.solution.classes.get(eiid);
  if (known === undefined || !isClassOfProgram(plan.solution, eiid)) return 'classUnknown';
  const isWhole = !known.open && known.endpoints.every((endpoint) => !endpoint.interface.open);
  if (!isWhole) return 'classMismatch';
  return digest.length === digestLength ? undefined : 'invalidArgument';
};
