import type { Requirement } from './requirement.ts';
import { meansRequirements } from './requirements/means.ts';
import { platformRequirements } from './requirements/platform.ts';
import { systemRequirements } from './requirements/system.ts';

/** Every requirement, in the order of the rows. */
export const requirements: readonly Requirement[] = [
  ...systemRequirements,
  ...platformRequirements,
  ...meansRequirements,
];
