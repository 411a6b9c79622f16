import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { makeConfigReader } from './config-reader.ts';
import {
  configurationOf,
  entryOf,
  fault,
  onceForEach,
  parameterFaults,
  sizeOf,
  textsIn,
} from './configuration.ts';
import type { Lattice } from './lattice.ts';

const keys = ['degrees', 'categories', 'tranquillity', 'pool_size'];

/** Whether levels change: never, or where no information flows down by it. */
export type Tranquillity = 'strong' | 'weak';

const isTranquillity = (text: string): text is Tranquillity => text === 'strong' || text === 'weak';

const greatestSize = 0xffff_ffff;

/** What is wrong with an Mls's config. */
export const checkMls = (object: PolicyObject): readonly ConfigurationFault[] => {
  const { config } = configurationOf(object);
  const reader = makeConfigReader();
  reader.tellAll(parameterFaults(object, []));
  const field = reader.fields(config, keys);
  const degrees = field('degrees');
  reader.names(degrees, 'degrees');
  reader.demand(degrees, 'list', 'a degree');
  reader.names(field('categories'), 'categories');
  const tranquillity = field('tranquillity');
  const isKnown = tranquillity?.kind === 'text' && isTranquillity(tranquillity.value);
  if (tranquillity !== undefined && !isKnown) {
    reader.tell(tranquillity.at, 'tranquillity is "strong" or "weak"');
  }
  reader.integer(field('pool_size'), 'pool_size', 1, greatestSize);
  return reader.faults;
};

/** What an object without faults is configured with. */
export interface MlsConfiguration {
  readonly lattice: Lattice;
  readonly tranquillity: Tranquillity;
  /** Most subjects and objects that are known at a time. */
  readonly poolSize: number;
}

export const mlsConfigurationOf = onceForEach((object): MlsConfiguration => {
  const { config } = configurationOf(object);
  const named = (key: string): readonly string[] =>
    textsIn(entryOf(config, key)).map(({ text }) => text);
  const tranquillity = entryOf(config, 'tranquillity');
  return {
    lattice: { degrees: named('degrees'), categories: named('categories') },
    tranquillity:
      tranquillity?.kind === 'text' && tranquillity.value === 'weak' ? 'weak' : 'strong',
    poolSize: sizeOf(object, 'pool_size'),
  };
});

/** Where tranquillity is strong, nothing changes a level. */
export const changeFaults = (
  object: PolicyObject,
  { at }: { readonly at: ConfigurationFault['at'] },
): readonly ConfigurationFault[] =>
  mlsConfigurationOf(object).tranquillity === 'weak'
    ? []
    : [
        {
          ...fault(at, `the tranquillity of "${object.name.text}" is strong: no level changes`),
          hint: 'levels change where the config says `tranquillity : "weak"`',
        },
      ];
