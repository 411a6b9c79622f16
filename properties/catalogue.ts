import { authorityConfinement } from './authority-confinement.ts';
import { completeMediation } from './complete-mediation.ts';
import { contextRelease } from './context-release.ts';
import { deadHoldsNothing } from './dead-holds-nothing.ts';
import { defaultDeny } from './default-deny.ts';
import { integrity } from './integrity/integrity.ts';
import { accessesOwnFrames } from './memory/accesses-own-frames.ts';
import { freeFramesAreUnreachable } from './memory/free-frames.ts';
import { noResidue } from './memory/no-residue.ts';
import { writeXorExecute } from './memory/write-xor-execute.ts';
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
  accessesOwnFrames,
  noResidue,
  writeXorExecute,
  freeFramesAreUnreachable,
];
