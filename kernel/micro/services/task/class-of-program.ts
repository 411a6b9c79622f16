import { einitClass, kernelClass } from '../../../../solution/solution.ts';
import type { Solution } from '../../../../solution/solution.ts';

/** Is it a class that the policy includes, and that a program may have? The kernel's and Einit's are taken. */
export const isClassOfProgram = ({ classes }: Solution, name: string): boolean =>
  classes.has(name) && name !== kernelClass && name !== einitClass;
