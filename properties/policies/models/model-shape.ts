import type { Draw } from '../draw.ts';
import type { DrawnObject, Place } from '../scope.ts';

/**
 * What generated policies need to know of a security model, beside its signature: arguments, cases and
 * audit conditions follow from that wherever it says enough.
 */
export interface ModelShape {
  readonly model: string;
  /** The parameters of the object of a number: what stands between its braces. */
  readonly declare: (draw: Draw, index: number) => string;
  /** Least and most objects that a policy declares, beside the one of the package. */
  readonly objects: readonly [least: number, most: number];
  /** The argument of a method of which the signature says too little; absent for any other. */
  readonly argument?: (of: DrawnObject, method: string, place: Place) => string | undefined;
  /** Constants that may stand before the cases of a choice on a method, where the type does not tell. */
  readonly cases?: (of: DrawnObject, method: string, draw: Draw) => readonly string[];
  /** Rules that are drawn less often: they mostly refuse, or empty what others fill. */
  readonly rare?: ReadonlySet<string>;
  /** Rules that give a process that starts its place in an object: one after the other. */
  readonly starts?: (of: DrawnObject, draw: Draw) => readonly string[];
}
