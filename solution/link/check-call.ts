import { hintNearest } from '../nearest.ts';
import type { MethodSignature } from '../catalogue.ts';
import type { PslType } from '../psl-type.ts';
import type { Call } from '../syntax/tree/expression.ts';
import { check, infer } from './check-expression.ts';
import type { Environment } from './environment.ts';
import type { ScopedObject } from './scope.ts';
import { integerType, unknownType } from './types.ts';

/** The object of calls that name none. */
const implicit = 'base';

interface Found {
  readonly signature: MethodSignature;
  readonly scoped: ScopedObject;
}

const findMethod = (call: Call, { objects, report }: Environment): Found | undefined => {
  const name = call.object?.text ?? implicit;
  const scoped = objects.get(name);
  if (scoped === undefined) {
    const at = call.object?.at ?? call.at;
    report.error(
      'PSL-008',
      at,
      `there is no policy object "${name}"`,
      hintNearest(name, objects.keys()),
    );
    return undefined;
  }
  const { methods } = scoped.model;
  const signature = methods.get(call.method.text);
  if (signature !== undefined) return { signature, scoped };
  const message = `"${name}" (${scoped.model.name}) has no method "${call.method.text}"`;
  report.error('PSL-008', call.method.at, message, hintNearest(call.method.text, methods.keys()));
  return undefined;
};

const checkArgument = (
  { signature, scoped }: Found,
  call: Call,
  environment: Environment,
): void => {
  if (scoped.whole) check(call.argument, signature.argument(scoped.object), environment);
  else infer(call.argument, environment);
};

/** `size (x)`: elements, or bytes of a text (C-29). */
const isSize = ({ object, method }: Call): boolean =>
  object === undefined && method.text === 'size';

const checkSize = ({ argument }: Call, environment: Environment): PslType => {
  const type = infer(argument, environment);
  const sized = ['text', 'list', 'tuple', 'dictionary', 'unknown', 'literals', 'either'];
  if (!sized.includes(type.kind)) {
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
  const { yields } = found.signature;
  if (yields === 'rule') {
    const message = `"${call.method.text}" is a rule and yields no value`;
    environment.report.error('PSL-018', call.at, message);
    return unknownType;
  }
  return found.scoped.whole ? yields(found.scoped.object) : unknownType;
};

/** A call as a statement: a rule; an expression is accepted with a warning (C-23). */
export const checkStatement = (call: Call, environment: Environment): void => {
  const found = isSize(call) ? undefined : findMethod(call, environment);
  if (found !== undefined) checkArgument(found, call, environment);
  if (!isSize(call) && found?.signature.yields === 'rule') return;
  if (found === undefined && !isSize(call)) return;
  const message = `"${call.method.text}" is an expression: it is no rule, and its failure denies`;
  environment.report.warning('PSL-021', call.at, message);
};
