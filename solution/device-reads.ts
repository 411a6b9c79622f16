import type { DeviceRole } from '../model/device-role.ts';
import type { Span } from '../model/span.ts';
import { expressionsOf } from './automaton-expressions.ts';
import { deviceFeatures } from './automaton.ts';
import type { Automaton, DeviceFeature } from './automaton.ts';
import type { Solution } from './solution.ts';
import { subExpressions } from './syntax/sub-expressions.ts';
import type { Expression } from './syntax/tree/expression.ts';

/** The variable by which programs read what their devices have. */
export const devicesVariable = 'devices';

/** A place where a program reads something of a device; `feature` is absent where it reads the whole. */
export interface DeviceRead {
  readonly name: string;
  readonly feature: DeviceFeature | undefined;
  readonly at: Span;
}

const isDevices = (expression: Expression): boolean =>
  expression.kind === 'variable' && expression.name === devicesVariable;

const readsIn = (expression: Expression): readonly DeviceRead[] => {
  if (isDevices(expression)) return [{ name: '', feature: undefined, at: expression.at }];
  if (expression.kind !== 'field') return subExpressions(expression).flatMap(readsIn);
  const { of, field, at } = expression;
  if (isDevices(of)) return [{ name: field.text, feature: undefined, at }];
  if (of.kind !== 'field' || !isDevices(of.of)) return readsIn(of);
  const feature = deviceFeatures.find((one) => one === field.text);
  return feature === undefined ? [] : [{ name: of.field.text, feature, at }];
};

/** What a program, or a contract, reads of devices. */
export const deviceReadsOf = (automaton: Pick<Automaton, 'states'>): readonly DeviceRead[] =>
  expressionsOf(automaton).flatMap(readsIn);

/** Programs, then contracts. */
export const automataOf = ({ automata, contracts }: Solution): readonly Automaton[] => [
  ...automata.values(),
  ...contracts.values(),
];

/** The roles that programs and contracts name, each once. */
export const rolesOf = (solution: Solution): readonly DeviceRole[] => [
  ...new Set(automataOf(solution).flatMap(({ devices }) => devices.map(({ role }) => role))),
];
