import { near } from '../nearest.ts';
import type { ConfigurationFault, MethodSignature } from '../catalogue.ts';
import type { PslType } from '../psl-type.ts';
import type { Call, Expression } from '../syntax/tree/expression.ts';
import { check, infer } from './check-expression.ts';
import type { Environment } from './environment.ts';
import type { ScopedObject } from './scope.ts';
import { integerType, scalarKind, unknownType } from './types.ts';

/** The object of calls that name none. */
const implicit = 'base';

interface Found {
  readonly signature: MethodSignature;
  readonly scoped: ScopedObject;
}

const findMethod = (call: Call, { objects, broken, report }: Environment): Found | undefined => {
  const name = call.object?.text ?? implicit;
  const scoped = objects.get(name);
  if (scoped === undefined && broken.has(name)) return undefined;
  if (scoped === undefined) {
    const at = call.object?.at ?? call.at;
    report.error('PSL-008', at, `there is no policy object "${name}"`, near(name, objects.keys()));
    return undefined;
  }
  const { methods } = scoped.model;
  const signature = methods.get(call.method.text);
  if (signature !== undefined) return { signature, scoped };
  const message = `"${name}" (${scoped.model.name}) has no method "${call.method.text}"`;
  report.error('PSL-008', call.method.at, message, near(call.method.text, methods.keys()));
  return undefined;
};

const checkArgument = (
  { signature, scoped: { object, whole } }: Found,
  { argument }: Call,
  environment: Environment,
): void => {
  if (!whole) {
    infer(argument, environment);
    return;
  }
  check(argument, signature.argument(object), environment);
  reportFaults('PSL-018', signature.checkArgument?.(object, argument) ?? [], environment);
};

/** Reports what a model finds wrong with an argument or a case. */
const reportFaults = (
  code: 'PSL-018' | 'PSL-022',
  faults: readonly ConfigurationFault[],
  { report }: Environment,
): void => {
  for (const { at, message, hint, severity = 'error' } of faults) {
    report[severity](code, at, message, hint === undefined ? {} : { hint });
  }
};

/** Some methods choose a case, and have no other use. */
const checkPlace = ({ signature }: Found, { method }: Call, { report }: Environment): void => {
  if (signature.stands !== 'beforeCases') return;
  report.error('PSL-018', method.at, `"${method.text}" stands only before the cases of a choice`);
};

const yieldOf = (
  { signature: { yields }, scoped: { object, whole } }: Found,
  { method, at }: Call,
  { report }: Environment,
): PslType => {
  if (yields !== 'rule') return whole ? yields(object) : unknownType;
  report.error('PSL-018', at, `"${method.text}" is a rule and yields no value`);
  return unknownType;
};

/** The type of what stands before cases, and how its model checks each; absent where it does not. */
interface Scrutinee {
  readonly type: PslType;
  readonly checkCase: ((when: Expression) => void) | undefined;
}

/** Checks what stands before the cases of a choice. */
export const checkScrutinee = (scrutinee: Expression, environment: Environment): Scrutinee => {
  if (scrutinee.kind !== 'call' || isSize(scrutinee.call)) {
    return { type: infer(scrutinee, environment), checkCase: undefined };
  }
  const { call } = scrutinee;
  const found = findMethod(call, environment);
  if (found === undefined) return { type: unknownType, checkCase: undefined };
  checkArgument(found, call, environment);
  const type = yieldOf(found, call, environment);
  const { checkCase } = found.signature;
  const { object, whole } = found.scoped;
  if (checkCase === undefined || !whole) return { type, checkCase: undefined };
  return {
    type,
    checkCase: (when) => {
      reportFaults('PSL-022', checkCase(object, when), environment);
    },
  };
};

/** `size (x)`: elements, or bytes of a text (C-29). */
const isSize = ({ object, method }: Call): boolean =>
  object === undefined && method.text === 'size';

const hasSize = (type: PslType): boolean => {
  if (type.kind === 'either') return type.of.every(hasSize);
  return (
    ['list', 'tuple', 'dictionary', 'unknown'].includes(type.kind) || scalarKind(type) === 'text'
  );
};

const checkSize = ({ argument }: Call, environment: Environment): PslType => {
  const type = infer(argument, environment);
  if (!hasSize(type)) {
    environment.report.error('PSL-018', argument.at, 'a text, a list or a dictionary is asked for');
  }
  return integerType;
};

/** A call that must yield a value. */
export const checkYield = (call: Call, environment: Environment): PslType => {
  if (isSize(call)) return checkSize(call, environment);
  const found = findMethod(call, environment);
  if (found === undefined) return unknownType;
  checkArgument(found, call, environment);
  checkPlace(found, call, environment);
  return yieldOf(found, call, environment);
};

/** A call as a statement: a rule; an expression is accepted with a warning (C-23). */
export const checkStatement = (call: Call, environment: Environment): void => {
  const found = isSize(call) ? undefined : findMethod(call, environment);
  if (found !== undefined) {
    checkArgument(found, call, environment);
    checkPlace(found, call, environment);
  }
  if (!isSize(call) && found?.signature.yields === 'rule') return;
  if (found === undefined && !isSize(call)) return;
  const message = `"${call.method.text}" is an expression: it is no rule, and its failure denies`;
  environment.report.warning('PSL-021', call.at, message);
};
