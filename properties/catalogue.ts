import { authorityConfinement } from './authority-confinement.ts';
import { completeMediation } from './complete-mediation.ts';
import { contextRelease } from './context-release.ts';
import { deadHoldsNothing } from './dead-holds-nothing.ts';
import { defaultDeny } from './default-deny.ts';
import { integrity } from './integrity/integrity.ts';
import { quotas } from './quotas.ts';
import { revocation } from './revocation.ts';
import type { RunProperty } from './run-property.ts';
import { startedByGrant } from './started-by-grant.ts';

/** Every property that `verify` samples, in the order of the evidence. */
export const properties: readonly RunProperty[] = [
  completeMediation,
  defaultDeny,
  integrity,
  authorityConfinement,
  revocation,
  startedByGrant,
  deadHoldsNothing,
  contextRelease,
  quotas,
];
