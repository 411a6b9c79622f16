import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { standardOptions } from '../kss/engine-options.ts';
import type { EngineOptions } from '../kss/engine-options.ts';
import { thrownText } from '../kss/own-model/fault.ts';
import { guard } from '../kss/own-model/guard.ts';
import { clashFaults, isModel, shapeFaults } from '../kss/own-model/shape.ts';
import { anyModel } from '../kss/security-model.ts';
import type { AnyModel } from '../kss/security-model.ts';
import { unreadable } from './failure.ts';
import type { Unreadable } from './failure.ts';
import type { SolutionChoice } from './read-solution.ts';

/** What the engine is made with, as the user chose. */
export interface ReadEngine {
  readonly kind: 'engine';
  readonly options: EngineOptions;
}

const hint = 'what a model must have: spec/own-model.md';

const exportOf = (module: unknown): unknown =>
  typeof module === 'object' && module !== null && 'model' in module ? module.model : undefined;

/** The model that a file exports, guarded. */
const readModel = async (
  file: string,
  beside: ReadonlyMap<string, AnyModel>,
): Promise<AnyModel | Unreadable> => {
  try {
    return examine(file, await import(pathToFileURL(resolve(file)).href), beside);
  } catch (thrown) {
    return unreadable(file, `the model cannot be loaded: ${thrownText(thrown)}`, hint);
  }
};

const examine = (
  file: string,
  module: unknown,
  beside: ReadonlyMap<string, AnyModel>,
): AnyModel | Unreadable => {
  const model = exportOf(module);
  if (model === undefined) return unreadable(file, 'there is no export "model" in it', hint);
  if (!isModel(model)) {
    const what = shapeFaults(model).join('; ');
    return unreadable(file, `the export "model" is no security model: ${what}`, hint);
  }
  const [clash] = clashFaults(model, beside);
  return clash === undefined ? anyModel(guard(model)) : unreadable(file, clash, hint);
};

/** Loads the user's own models, one after the other, and joins the readings that were chosen. */
export const readEngine = async ({
  models: files = [],
  switches = standardOptions.switches,
}: Pick<SolutionChoice, 'models' | 'switches'>): Promise<ReadEngine | Unreadable> => {
  const isStandard = files.length === 0 && switches === standardOptions.switches;
  if (isStandard) return { kind: 'engine', options: standardOptions };
  const models = new Map(standardOptions.models);
  for (const file of files) {
    const model = await readModel(file, models);
    if ('kind' in model) return model;
    models.set(model.name, model);
  }
  return { kind: 'engine', options: { models, switches } };
};
