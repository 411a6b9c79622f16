import { baseShape } from './base.ts';
import { boolShape, mathShape, predShape, structShape } from './basic.ts';
import { flowShape } from './flow.ts';
import { hashsetShape } from './hashset.ts';
import { micShape } from './mic.ts';
import { mlsShape } from './mls.ts';
import type { ModelShape } from './model-shape.ts';
import { rbacShape } from './rbac.ts';
import { regexShape } from './regex.ts';
import { staticmapShape } from './staticmap.ts';
import { teShape } from './te.ts';
import { temporalShape } from './temporal.ts';

/** Every security model that generated policies use: the distribution asks for all of the catalogue. */
export const modelShapes: readonly ModelShape[] = [
  baseShape,
  predShape,
  boolShape,
  mathShape,
  structShape,
  regexShape,
  hashsetShape,
  staticmapShape,
  flowShape,
  micShape,
  mlsShape,
  rbacShape,
  teShape,
  temporalShape,
];
