import { standardSwitches } from '../spec/switches.ts';
import type { Switches } from '../spec/switches.ts';
import { securityModels } from './catalogue.ts';
import { math, wrappingMath } from './models/math.ts';
import { anyModel } from './security-model.ts';
import type { AnyModel } from './security-model.ts';

const wrapping = anyModel(wrappingMath);

/** What an engine is made with, beside the solution. */
export interface EngineOptions {
  /** The security models that the solution was loaded with, by name. */
  readonly models: ReadonlyMap<string, AnyModel>;
  readonly switches: Switches;
}

export const standardOptions: EngineOptions = {
  models: securityModels,
  switches: standardSwitches,
};

/** The model of a name: models know of no switches, but Math calculates (C-26). */
export const findModel = (
  { models, switches }: EngineOptions,
  name: string,
): AnyModel | undefined => {
  const found = models.get(name);
  const calculates = name === math.name && found === securityModels.get(name);
  return calculates && switches.overflow === 'wraps' ? wrapping : found;
};

/** Items of a policy in the order in which their calls run (C-20). */
export const inOrder = <Item>(
  { switches }: EngineOptions,
  items: readonly Item[],
): readonly Item[] => (switches.order === 'textual' ? items : [...items].reverse());
