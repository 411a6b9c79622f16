import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import {
  configurationOf,
  entryOf,
  fault,
  keyFaults,
  onceForEach,
  parameterFaults,
  textListFaults,
  textsIn,
} from './configuration.ts';
import type { Lattice } from './lattice.ts';

const keys = ['degrees', 'categories'];

/** A list of texts is a chain: levels without categories. */
export const latticeOf = onceForEach((object): Lattice => {
  const { config } = configurationOf(object);
  const named = (key: string): readonly string[] =>
    textsIn(entryOf(config, key)).map(({ text }) => text);
  return config?.kind === 'list'
    ? { degrees: textsIn(config).map(({ text }) => text), categories: [] }
    : { degrees: named('degrees'), categories: named('categories') };
});

/** What is wrong with a Mic's config. */
export const checkMic = (object: PolicyObject): readonly ConfigurationFault[] => {
  const { config } = configurationOf(object);
  const faults = parameterFaults(object, []);
  if (config === undefined) return faults;
  const isChain = config.kind === 'list';
  const degrees = isChain ? config : entryOf(config, 'degrees');
  const categories = isChain ? undefined : entryOf(config, 'categories');
  const isEmpty = degrees?.kind === 'list' && degrees.elements.length === 0;
  return [
    ...faults,
    ...(isChain ? [] : keyFaults(config, keys)),
    ...(degrees === undefined ? [] : textListFaults(degrees, 'levels')),
    ...(isEmpty ? [fault(degrees.at, 'there must be a level')] : []),
    ...(categories === undefined ? [] : textListFaults(categories, 'categories')),
  ];
};
