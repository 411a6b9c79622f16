import { standardSwitches } from '../spec/switches.ts';
import type { Switches } from '../spec/switches.ts';
import { securityModels } from './catalogue.ts';
import type { AnyModel } from './security-model.ts';

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
