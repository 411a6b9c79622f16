import type { Value } from '../../model/value.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import { reasons } from '../reasons.ts';
import type { Code } from './code.ts';
import { findingOf } from './finding.ts';
import { nativeExpression } from './native-expression.ts';
import { fail, sizeOf } from './operators.ts';
import type { Scope } from './scope.ts';

/** What asks the method of a call, its argument evaluated. */
export type Ask = (argument: Value) => Value | undefined;

/** Is it the function `size`, which is no method of an object (C-29)? */
export const isSize = ({ object, method }: Call): boolean =>
  object === undefined && method.text === 'size';

/** What asks the method that a call names. */
export const askOf = ({ frame, stores }: Scope, call: Call): Ask => {
  if (isSize(call)) return (argument) => sizeOf(frame, argument);
  const object = objectOf(call);
  const store = stores.get(object);
  const method = call.method.text;
  if (store === undefined) return () => fail(frame, reasons.noObject(object));
  return (argument) => store.expression(method, argument);
};

/** The call of an expression method, recorded by the audit where its profile says so. */
export const callCode = (scope: Scope, call: Call): Code => {
  const { frame } = scope;
  const recorder = isSize(call) ? undefined : scope.recorderOf(objectOf(call));
  if (recorder === undefined) {
    const native = nativeExpression(scope, call);
    if (native !== undefined) return native;
  }
  const argumentCode = scope.compile(call.argument).code;
  const ask = askOf(scope, call);
  if (recorder === undefined) {
    return () => {
      const argument = argumentCode();
      return argument === undefined ? undefined : ask(argument);
    };
  }
  return () => {
    const argument = argumentCode();
    if (argument === undefined) return undefined;
    const listening = recorder.listen({ method: call.method.text, argument });
    const value = ask(argument);
    listening(
      value === undefined ? findingOf(call, 'failed', frame.why) : findingOf(call, 'granted'),
    );
    return value;
  };
};
