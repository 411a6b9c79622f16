import { isAtMost, isSame } from './lattice.ts';
import type { Level } from './lattice.ts';

/** A subject of an Mls; the clearance dominates the current level. */
export interface MlsSubject {
  readonly kind: 'subject';
  readonly clearance: Level;
  readonly level: Level;
  readonly trusted: boolean;
}

/** Does the left level dominate the right one? */
export const dominates = (left: Level, right: Level): boolean => isAtMost(right, left);

/** What a property says against a call, in words. */
export const propertyReasons = {
  aboveClearance: (key: string) => `the clearance does not dominate \`${key}\``,
  readUp: 'simple security property: the clearance does not dominate the level of the target',
  starRead: '*-property: the current level does not dominate that of the target',
  starAppend: '*-property: the level of the target does not dominate the current level',
  starWrite: '*-property: the level of the target is not the current level',
  lowered: '*-property: the new level does not dominate the current level',
  downgraded: '*-property: the new level does not dominate that of the target',
} as const;

/** An access of a subject to what is of a level: the reason against it, if there is one. */
export type Access = (source: MlsSubject, target: Level) => string | undefined;

/**
 * The simple security property for what is observed, and the *-property unless the subject is trusted.
 *
 * Source: spec/models/mls.md, after Bell and LaPadula.
 */
export const accesses: ReadonlyMap<string, Access> = new Map<string, Access>([
  [
    'read',
    ({ clearance, level, trusted }, target) => {
      if (!dominates(clearance, target)) return propertyReasons.readUp;
      return trusted || dominates(level, target) ? undefined : propertyReasons.starRead;
    },
  ],
  [
    'append',
    ({ level, trusted }, target) =>
      trusted || dominates(target, level) ? undefined : propertyReasons.starAppend,
  ],
  [
    'write',
    ({ clearance, level, trusted }, target) => {
      if (!dominates(clearance, target)) return propertyReasons.readUp;
      return trusted || isSame(target, level) ? undefined : propertyReasons.starWrite;
    },
  ],
]);

/** Why a subject may not work at a level; absent if it may. What it observed before it still knows. */
export const whyNotLevel = (
  { clearance, level, trusted }: MlsSubject,
  to: Level,
): string | undefined => {
  if (!dominates(clearance, to)) return propertyReasons.aboveClearance('level');
  return trusted || dominates(to, level) ? undefined : propertyReasons.lowered;
};

/** Why a subject may not give an object of one level another; absent if it may. */
export const whyNotRelabel = (source: MlsSubject, from: Level, to: Level): string | undefined => {
  if (source.trusted) {
    if (!dominates(source.clearance, from)) return propertyReasons.readUp;
    return dominates(source.clearance, to) ? undefined : propertyReasons.aboveClearance('level');
  }
  if (!dominates(from, source.level)) return propertyReasons.starAppend;
  return dominates(to, from) ? undefined : propertyReasons.downgraded;
};
