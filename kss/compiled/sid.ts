import { isTagged } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { findSid, greatestSid } from '../values.ts';
import type { Scope } from './scope.ts';

const greatest = Number(greatestSid);
const inRange = (sid: number): number => (sid <= greatest ? sid : 0);

/** Code of an SID: 0 for a value that is none in 1 … 65535. Only of expressions that are sure. */
export const sidCode = (scope: Scope, expression: Expression): (() => number) => {
  const { frame } = scope;
  const { code } = scope.compile(expression);
  const sidIn = (value: Value | undefined): number => findSid(value) ?? 0;
  if (expression.kind === 'variable' && expression.name === 'src_sid') {
    return () => inRange(frame.source);
  }
  if (expression.kind === 'variable' && expression.name === 'dst_sid') {
    return () => inRange(frame.destination);
  }
  if (expression.kind === 'field' && expression.field.text === 'handle') {
    const handle = scope.compile(expression.of);
    return () => {
      const value = handle.code();
      return value !== undefined && isTagged(value) && value.kind === 'handle'
        ? inRange(value.sid)
        : sidIn(code());
    };
  }
  return () => sidIn(code());
};
