import { guard } from '../kss/own-model/guard.ts';
import { clashFaults, isModel, shapeFaults } from '../kss/own-model/shape.ts';
import { anyModel } from '../kss/security-model.ts';
import type { AnyModel } from '../kss/security-model.ts';

type Models = ReadonlyMap<string, AnyModel>;

/** Models with one more, or what is wrong with it. */
export type AddedModel =
  | { readonly kind: 'added'; readonly models: Models }
  /** It is no security model. */
  | { readonly kind: 'misshapen'; readonly faults: readonly string[] }
  /** Another model has its name, its package or its object. */
  | { readonly kind: 'clash'; readonly fault: string };

/**
 * Adds a security model of a user's own: whatever it throws or answers becomes a denial.
 *
 * Source: spec/own-model.md.
 */
export const addModel = (models: Models, model: unknown): AddedModel => {
  if (!isModel(model)) return { kind: 'misshapen', faults: shapeFaults(model) };
  const [fault] = clashFaults(model, models);
  return fault === undefined
    ? { kind: 'added', models: new Map(models).set(model.name, anyModel(guard(model))) }
    : { kind: 'clash', fault };
};
