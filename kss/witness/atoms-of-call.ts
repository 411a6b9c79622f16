import type { Span } from '../../model/span.ts';
import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Choice } from '../../solution/syntax/tree/psl.ts';
import { objectOf } from '../event-environment.ts';
import { formatCall, formatExpression } from '../explain/format-expression.ts';
import { securityModels } from '../catalogue.ts';
import { isClosed, objectsIn } from './closed.ts';

/**
 * What an atom is of, for messages and reports; solving does not depend on it.
 *
 * Shape: `comparison` (also of masks and sums), `pattern` (Regex), `state` (it asks an object and reads
 *        no message), `entry` (it asks an object about the message), `value` (a Boolean as it stands),
 *        `rule` (the answer of a rule that is more than a condition), `case` (a case of a choice fits).
 */
export type AtomKind = 'comparison' | 'pattern' | 'state' | 'entry' | 'value' | 'rule' | 'case';

/** What decides an atom: a Boolean expression; or a rule, or a case, as the model answers. */
export type Test =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'rule'; readonly call: Call }
  /** Does it have a value at all? It never is false. */
  | { readonly kind: 'value'; readonly expression: Expression }
  | { readonly kind: 'case'; readonly choice: Choice; readonly when: Expression };

/** The least thing that a call of the policy tests of message or context. */
export interface Atom {
  readonly kind: AtomKind;
  readonly at: Span;
  /** As PSL; of a case `scrutinee is constant`. */
  readonly text: string;
  readonly test: Test;
  /** The expressions that it reads. */
  readonly reads: readonly Expression[];
}

/** The model of a policy object. */
export type ModelOf = (object: string) => string | undefined;

const logical = new Set(['&&', '||', '==>']);

const listed = ({ argument }: Call): readonly Expression[] | undefined =>
  argument.kind === 'list' ? argument.elements : undefined;

/** Parts whose truth decides that of a Boolean expression; absent for one that is an atom itself. */
const partsOf = (expression: Expression, modelOf: ModelOf): readonly Expression[] | undefined => {
  if (expression.kind === 'binary' && logical.has(expression.operator)) {
    return [expression.left, expression.right];
  }
  if (expression.kind === 'unary' && expression.operator === '!') return [expression.operand];
  if (expression.kind !== 'call' || modelOf(objectOf(expression.call)) !== 'Bool') return undefined;
  return ['all', 'any'].includes(expression.call.method.text) ? listed(expression.call) : undefined;
};

const kindOf = (expression: Expression, modelOf: ModelOf): AtomKind => {
  const objects = objectsIn(expression).filter((object) => !isPlain(modelOf(object)));
  if (objects.some((object) => modelOf(object) === 'Regex')) return 'pattern';
  if (objects.length > 0) return isClosed(expression) ? 'state' : 'entry';
  return expression.kind === 'binary' ? 'comparison' : 'value';
};

const plain = new Set(['Base', 'Bool', 'Math', 'Pred', 'Struct']);

/** Models whose objects keep nothing, and whose methods are functions of their arguments. */
const isPlain = (model: string | undefined): boolean => model !== undefined && plain.has(model);

/** The atoms of a condition, in textual order; constants are none. */
export const atomsOfCondition = (expression: Expression, modelOf: ModelOf): readonly Atom[] => {
  const parts = partsOf(expression, modelOf);
  if (parts !== undefined) return parts.flatMap((part) => atomsOfCondition(part, modelOf));
  if (expression.kind === 'boolean') return [];
  return [
    {
      kind: kindOf(expression, modelOf),
      at: expression.at,
      text: formatExpression(expression),
      test: { kind: 'expression', expression },
      reads: [expression],
    },
  ];
};

const conditions = new Set(['Base assert', 'Base deny', 'Bool assert']);

/** Rules that always answer the same. */
const isConstant = ({ argument, method }: Call, model: string | undefined): boolean =>
  model === 'Base' && (method.text === 'grant' || argument.kind === 'unit');

/** The atoms that one call tests. */
export const atomsOfCall = (call: Call, modelOf: ModelOf): readonly Atom[] => {
  const model = modelOf(objectOf(call));
  if (isConstant(call, model)) return [];
  if (conditions.has(`${model ?? ''} ${call.method.text}`)) {
    return atomsOfCondition(call.argument, modelOf);
  }
  const isRule = securityModels.get(model ?? '')?.methods.get(call.method.text)?.yields === 'rule';
  const { at } = call;
  const expression: Expression = { kind: 'call', call, at };
  return isRule
    ? [
        {
          kind: 'rule',
          at,
          text: formatCall(call),
          test: { kind: 'rule', call },
          reads: [call.argument],
        },
      ]
    : [valueAtom(expression)];
};

/** An expression of which only matters whether it has a value (C-22, C-23). */
const valueAtom = (expression: Expression): Atom => ({
  kind: 'value',
  at: expression.at,
  text: formatExpression(expression),
  test: { kind: 'value', expression },
  reads: [expression],
});

/** What stands before the cases, where no case asks for a constant. */
export const atomOfScrutinee = ({ scrutinee }: Choice): Atom => valueAtom(scrutinee);

/** A case as a condition, where equality or a pattern decides; else the model does. */
const testOfCase = (choice: Choice, when: Expression, modelOf: ModelOf): Test => {
  const { scrutinee, at } = choice;
  if (scrutinee.kind !== 'call') {
    const expression = {
      kind: 'binary',
      operator: '==',
      left: scrutinee,
      right: when,
      at,
    } as const;
    return { kind: 'expression', expression };
  }
  const { call } = scrutinee;
  const isSelect = modelOf(objectOf(call)) === 'Regex' && call.method.text === 'select';
  if (!isSelect || call.argument.kind !== 'dictionary') return { kind: 'case', choice, when };
  const pattern = { key: { text: 'pattern', at: when.at }, value: when };
  const argument = { ...call.argument, entries: [...call.argument.entries, pattern] };
  const matching = { ...call, method: { ...call.method, text: 'match' }, argument };
  return { kind: 'expression', expression: { kind: 'call', call: matching, at } };
};

/** The atom that a case of a choice fits. */
export const atomsOfCase = (choice: Choice, when: Expression, modelOf: ModelOf): Atom => {
  const test = testOfCase(choice, when, modelOf);
  return {
    kind: 'case',
    at: when.at,
    text: `${formatExpression(choice.scrutinee)} is ${formatExpression(when)}`,
    test,
    reads: [test.kind === 'expression' ? test.expression : choice.scrutinee],
  };
};
