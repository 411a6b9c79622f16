import type { Span } from '../../model/span.ts';
import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { SecurityModel } from '../security-model.ts';
import { areTexts, isType } from './answers.ts';
import { modelFault, thrownText } from './fault.ts';

type Model = SecurityModel<unknown>;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isSpan = (at: unknown): at is Span =>
  isObject(at) &&
  typeof at['file'] === 'string' &&
  ['line', 'column', 'endLine', 'endColumn'].every((name) => typeof at[name] === 'number');

const isFault = (fault: unknown): fault is ConfigurationFault =>
  isObject(fault) &&
  isSpan(fault['at']) &&
  typeof fault['message'] === 'string' &&
  ['error', 'warning', undefined].some((severity) => severity === fault['severity']) &&
  (fault['hint'] === undefined || typeof fault['hint'] === 'string');

/** The faults that a model finds, or the fault that it is itself. */
const faultsOf = (model: Model, at: Span, find: () => unknown): readonly ConfigurationFault[] => {
  try {
    const faults = find();
    return Array.isArray(faults) && faults.every(isFault)
      ? faults
      : [{ at, message: modelFault(model.name, 'gave no list of faults') }];
  } catch (thrown) {
    return [{ at, message: modelFault(model.name, `threw: ${thrownText(thrown)}`) }];
  }
};

/** A method whose checks of arguments and cases cannot throw. */
export const guardChecks = (model: Model, method: MethodSignature): MethodSignature => {
  const { checkArgument, checkCase } = method;
  return {
    ...method,
    ...(checkArgument === undefined
      ? {}
      : {
          checkArgument: (object, argument) =>
            faultsOf(model, argument.at, () => checkArgument(object, argument)),
        }),
    ...(checkCase === undefined
      ? {}
      : {
          checkCase: (object, when) => faultsOf(model, when.at, () => checkCase(object, when)),
        }),
  };
};

/** Asks all that the loader will ask of a whole object, so that what throws is told of it once. */
const probe = (model: Model, object: PolicyObject): readonly ConfigurationFault[] => {
  const { name, methods, audit } = model;
  const strange = [...methods].flatMap(([method, { argument, yields }]) => {
    const types: readonly unknown[] =
      yields === 'rule' ? [argument(object)] : [argument(object), yields(object)];
    return types.every(isType) ? [] : [`gave no type of ${method}`];
  });
  const lists: readonly unknown[] = (audit ?? []).map(({ values }) => values(object));
  const texts = lists.every(areTexts) ? [] : ['gave no list of texts for an audit profile'];
  return [...strange, ...texts].map((what) => ({ at: object.at, message: modelFault(name, what) }));
};

/** The model's check of an object; where it finds nothing, its types are asked for, too. */
export const checkOf =
  (model: Model): Model['check'] =>
  (object) => {
    const faults = faultsOf(model, object.at, () => model.check(object));
    const isWhole = faults.every(({ severity }) => severity === 'warning');
    return isWhole
      ? [...faults, ...faultsOf(model, object.at, () => probe(model, object))]
      : faults;
  };
