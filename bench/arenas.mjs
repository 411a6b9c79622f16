// @ts-check
/** What contestants decide, by the name of the bench. */
import { decideArena } from './decide.mjs';
import { rbacArena } from './rbac.mjs';
import { scaleArena } from './scale.mjs';
import { statefulArena } from './stateful.mjs';
import { teArena } from './te.mjs';

/** @type {Readonly<Record<string, () => import('./measure.mjs').Arena>>} */
export const arenas = {
  te: teArena,
  rbac: rbacArena,
  scale: scaleArena,
  stateful: statefulArena,
  decide: decideArena,
};
