import { absurd } from '../../model/defect.ts';
import { record } from '../../model/value.ts';
import type { DataType } from '../../solution/data-type.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { evaluate, plainEnvironment } from '../evaluate.ts';
import { reasons } from '../reasons.ts';
import { findMessageType } from '../width.ts';
import { binaryCode, unaryCode } from './arithmetic.ts';
import { callCode } from './call.ts';
import { constantOf, dynamic, sure } from './code.ts';
import type { Code, Compiled } from './code.ts';
import { allOf } from './all-of.ts';
import { fail, readElement, readField } from './operators.ts';
import { wholeMessage } from './registers.ts';
import type { Scope } from './scope.ts';

const failing = ({ frame }: Scope, why: string): Compiled => dynamic(() => fail(frame, why));

/** Does an expression use nothing of event and context? */
const isConstant = (expression: Expression): boolean =>
  expression.kind !== 'variable' &&
  expression.kind !== 'call' &&
  subExpressions(expression).every(isConstant);

const compileConstant = (scope: Scope, expression: Expression): Compiled => {
  const result = evaluate(expression, plainEnvironment(new Map(), scope.options.switches));
  return result.kind === 'value' ? constantOf(result.value) : failing(scope, result.why);
};

/** Big integers of SIDs, each made once. */
const sidValues: bigint[] = [];
const sidValue = (sid: number): bigint => (sidValues[sid] ??= BigInt(sid));

const variableCode = (scope: Scope, name: string): Compiled => {
  const { frame, type, destination } = scope;
  if (name === 'message') return sure(() => wholeMessage(frame, type));
  if (name === 'src_sid') return sure(() => sidValue(frame.source));
  if (name === 'dst_sid' && destination === 'there') {
    return sure(() => sidValue(frame.destination));
  }
  return failing(scope, reasons.noVariable(name));
};

/** A parameter of the message, out of its register. */
const parameterCode = (scope: Scope, name: string): Compiled => {
  const { frame, type } = scope;
  const index = type.parameters.findIndex((parameter) => parameter.name === name);
  const declared = type.parameters[index];
  if (declared === undefined) {
    return type.open
      ? dynamic(() => readField(frame, frame.message, name))
      : failing(scope, reasons.noField(name));
  }
  if (declared.type.kind === 'bytes') return failing(scope, reasons.unreadable);
  return sure(() => frame.parameters[index]);
};

/** Is a field there whatever the message, and readable? */
const isSureField = (of: DataType | undefined, field: string): boolean => {
  if (of?.kind === 'handle') return field === 'handle' || field === 'rights';
  if (of?.kind !== 'struct') return false;
  const type = of.fields.find(({ name }) => name === field)?.type;
  return type !== undefined && type.kind !== 'bytes';
};

const fieldCode = (
  scope: Scope,
  { of, field: { text: field } }: Extract<Expression, { readonly kind: 'field' }>,
): Compiled => {
  if (of.kind === 'variable' && of.name === 'message') return parameterCode(scope, field);
  const { frame, type } = scope;
  const outer = scope.compile(of);
  const code: Code = () => {
    const value = outer.code();
    return value === undefined ? undefined : readField(frame, value, field);
  };
  const isSure = outer.sure && isSureField(findMessageType(of, type.parameters), field);
  return isSure ? sure(code) : dynamic(code);
};

const elementCode = (
  scope: Scope,
  { of, index }: Extract<Expression, { readonly kind: 'element' }>,
): Compiled => {
  const { frame } = scope;
  const parts = allOf(scope, [scope.compile(of), scope.compile(index)]);
  return dynamic(() => {
    const values = parts();
    return values === undefined
      ? undefined
      : readElement(frame, values[0] ?? null, values[1] ?? null);
  });
};

const listCode = (scope: Scope, elements: readonly Expression[]): Compiled => {
  const parts = elements.map(scope.compile);
  const code = allOf(scope, parts);
  return parts.every((part) => part.sure) ? sure(code) : dynamic(code);
};

const dictionaryCode = (
  scope: Scope,
  { entries }: Extract<Expression, { readonly kind: 'dictionary' }>,
): Compiled => {
  const names = entries.map(({ key }) => key.text);
  const parts = entries.map(({ value }) => scope.compile(value));
  const values = allOf(scope, parts);
  const code: Code = () => {
    const found = values();
    return found === undefined
      ? undefined
      : record(names.map((name, index) => [name, found[index] ?? null] as const));
  };
  return parts.every((part) => part.sure) ? sure(code) : dynamic(code);
};

/** Compiles an expression for the events of one slot: what the interpreter's `evaluate` computes. */
export const compileExpression = (scope: Scope, expression: Expression): Compiled => {
  if (isConstant(expression)) return compileConstant(scope, expression);
  switch (expression.kind) {
    case 'integer':
    case 'text':
    case 'boolean':
      return constantOf(expression.value);
    case 'unit':
      return constantOf(null);
    case 'variable':
      return variableCode(scope, expression.name);
    case 'list':
      return listCode(scope, expression.elements);
    case 'dictionary':
      return dictionaryCode(scope, expression);
    case 'field':
      return fieldCode(scope, expression);
    case 'element':
      return elementCode(scope, expression);
    case 'unary':
      return dynamic(unaryCode(scope, expression));
    case 'binary':
      return dynamic(binaryCode(scope, expression));
    case 'call':
      return dynamic(callCode(scope, expression.call));
    default:
      return absurd(expression);
  }
};
