import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { standardOptions } from '../kss/engine-options.ts';
import type { EngineOptions } from '../kss/engine-options.ts';
import { thrownText } from '../kss/own-model/fault.ts';
import type { AnyModel } from '../kss/security-model.ts';
import { addModel } from '../library/add-model.ts';
import { unreadable } from '../library/node/unreadable.ts';
import type { Unreadable } from '../library/node/unreadable.ts';
import type { SolutionChoice } from './solution-choice.ts';

/** What the engine is made with, as the user chose. */
export interface ReadEngine {
  readonly kind: 'engine';
  readonly options: EngineOptions;
}

type Models = ReadonlyMap<string, AnyModel>;

const hint = 'what a model must have: spec/own-model.md';

const exportOf = (module: unknown): unknown =>
  typeof module === 'object' && module !== null && 'model' in module ? module.model : undefined;

/** The models with the one that a file exports. */
const readModel = async (file: string, models: Models): Promise<Models | Unreadable> => {
  try {
    return examine(file, await import(pathToFileURL(resolve(file)).href), models);
  } catch (thrown) {
    return unreadable(file, `the model cannot be loaded: ${thrownText(thrown)}`, hint);
  }
};

const examine = (file: string, module: unknown, models: Models): Models | Unreadable => {
  const model = exportOf(module);
  if (model === undefined) return unreadable(file, 'there is no export "model" in it', hint);
  const added = addModel(models, model);
  switch (added.kind) {
    case 'added':
      return added.models;
    case 'clash':
      return unreadable(file, added.fault, hint);
    case 'misshapen': {
      const what = added.faults.join('; ');
      return unreadable(file, `the export "model" is no security model: ${what}`, hint);
    }
  }
};

/** Loads the user's own models, one after the other, and joins the readings that were chosen. */
export const readEngine = async ({
  models: files = [],
  switches = standardOptions.switches,
}: Pick<SolutionChoice, 'models' | 'switches'>): Promise<ReadEngine | Unreadable> => {
  const isStandard = files.length === 0 && switches === standardOptions.switches;
  if (isStandard) return { kind: 'engine', options: standardOptions };
  let { models } = standardOptions;
  for (const file of files) {
    const read = await readModel(file, models);
    if ('kind' in read) return read;
    models = read;
  }
  return { kind: 'engine', options: { models, switches } };
};
