import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import {
  configurationOf,
  entryOf,
  fault,
  findLiterals,
  keyFaults,
  missingNames,
  onceForEach,
  parameterFaults,
  textListFaults,
  textsIn,
  twiceFaults,
  unknownFaults,
} from './configuration.ts';

const keys = ['states', 'initial', 'transitions'];

/** The states, as the type has them. */
export const statesOf = onceForEach(
  (object): readonly string[] =>
    findLiterals(configurationOf(object).type('State', 'States'))?.map(({ text }) => text) ?? [],
);

export const initialOf = (object: PolicyObject): string => {
  const initial = entryOf(configurationOf(object).config, 'initial');
  return initial?.kind === 'text' ? initial.value : '';
};

const transitionsOf = onceForEach((object): ReadonlyMap<string, readonly string[]> => {
  const transitions = entryOf(configurationOf(object).config, 'transitions');
  const entries = transitions?.kind === 'dictionary' ? transitions.entries : [];
  return new Map(
    entries.map(({ key, value }) => [key.text, textsIn(value).map(({ text }) => text)]),
  );
});

/** The states to which there is an edge from one. */
export const targetsOf = (object: PolicyObject, from: string): readonly string[] =>
  transitionsOf(object).get(from) ?? [];

const transitionFaults = (
  transitions: Expression | undefined,
  states: readonly string[],
): readonly ConfigurationFault[] => {
  if (transitions === undefined) return [];
  if (transitions.kind !== 'dictionary') {
    return [fault(transitions.at, 'transitions must be a dictionary of lists of states')];
  }
  const { entries } = transitions;
  const named = entries.flatMap(({ key, value }) => [key, ...textsIn(value)]);
  return [
    ...twiceFaults(entries.map(({ key }) => key)),
    ...entries.flatMap(({ value }) => textListFaults(value, 'states')),
    ...unknownFaults(named, states, 'state'),
  ];
};

/** `states` must list the texts of the type, in whatever order. */
const statesFaults = (
  listed: Expression | undefined,
  states: readonly string[],
): readonly ConfigurationFault[] => {
  if (listed === undefined) return [];
  const names = textsIn(listed);
  return [
    ...textListFaults(listed, 'states'),
    ...unknownFaults(names, states, 'state'),
    ...missingNames(states, names).map((state) =>
      fault(listed.at, `states lacks "${state}" of the type`),
    ),
  ];
};

const configFaults = (
  config: Expression,
  states: readonly string[],
): readonly ConfigurationFault[] => {
  const initial = entryOf(config, 'initial');
  const begins = initial?.kind === 'text' && states.includes(initial.value);
  return [
    ...keyFaults(config, keys),
    ...statesFaults(entryOf(config, 'states'), states),
    ...(initial === undefined || begins
      ? []
      : [fault(initial.at, 'initial must be one of the states')]),
    ...transitionFaults(entryOf(config, 'transitions'), states),
  ];
};

/** Old policies write `type States`. */
const oldNameFaults = ({ parameters }: PolicyObject): readonly ConfigurationFault[] =>
  parameters.flatMap((parameter): readonly ConfigurationFault[] =>
    parameter.kind === 'type' && parameter.name.text === 'States'
      ? [
          {
            ...fault(parameter.name.at, 'the states of a Flow are `type State`'),
            severity: 'warning',
            hint: 'version 0.0 wrote it so',
          },
        ]
      : [],
  );

/** What is wrong with a Flow's type and config. */
export const checkFlow = (object: PolicyObject): readonly ConfigurationFault[] => {
  const { type, config } = configurationOf(object);
  const declared = type('State', 'States');
  const states = findLiterals(declared);
  return [
    ...parameterFaults(object, [['State', 'States']]),
    ...oldNameFaults(object),
    ...(declared !== undefined && states === undefined
      ? [fault(declared.at, 'states are texts: "a" | "b"')]
      : twiceFaults(states ?? [])),
    ...(config === undefined || states === undefined ? [] : configFaults(config, statesOf(object))),
  ];
};
