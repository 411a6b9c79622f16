import { completeMediation } from './complete-mediation.ts';
import { defaultDeny } from './default-deny.ts';
import { isolation } from './isolation.ts';
import type { RunProperty } from './run-property.ts';

/** Every property that `verify` samples, in the order of the evidence. */
export const properties: readonly RunProperty[] = [completeMediation, defaultDeny, isolation];
