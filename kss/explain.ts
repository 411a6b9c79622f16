import type { SecurityEvent } from '../model/security.ts';
import { formatSpan } from '../model/span.ts';
import { formatValue } from '../solution/message/format.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { answerOf } from './answer.ts';
import type { VerdictAnswer } from './answer.ts';
import type { Context } from './context.ts';
import { evaluate } from './evaluate.ts';
import type { Environment } from './evaluate.ts';
import type { Asked } from './evaluation.ts';
import { environmentIn } from './event-environment.ts';
import { interpreter } from './interpreter.ts';
import { describeEvent } from './pal.ts';
import { resolve } from './resolve.ts';
import { unmodelledIn } from './unmodelled.ts';
import type { Unmodelled } from './unmodelled.ts';
import type { ResolvedEvent } from './resolve.ts';

/** A sub-expression and its value, or why it has none. */
export interface ExplainedValue {
  readonly expression: string;
  readonly value: string;
  readonly parts: readonly ExplainedValue[];
}

/** One rule that was asked. */
export interface ExplainedRule {
  readonly rule: string;
  readonly at: string;
  readonly result: string;
  readonly why: string | undefined;
  /** True for a rule that decided: one that denied or failed, or, of a grant, every one. */
  readonly decides: boolean;
  readonly argument: ExplainedValue;
}

export interface Explanation extends VerdictAnswer, Unmodelled {
  readonly event: string;
  readonly tree: readonly ExplainedRule[];
  /** What each deciding rule asks for; that alone need not suffice. */
  readonly wouldChange: readonly string[];
}

/** A PSL expression as text, for explanations. */
export const formatExpression = (expression: Expression): string => {
  switch (expression.kind) {
    case 'integer':
    case 'boolean':
      return String(expression.value);
    case 'text':
      return JSON.stringify(expression.value);
    case 'unit':
      return '()';
    case 'variable':
      return expression.name;
    case 'list':
      return `[${expression.elements.map(formatExpression).join(', ')}]`;
    case 'dictionary': {
      const entries = expression.entries.map(
        ({ key, value }) => `${key.text} : ${formatExpression(value)}`,
      );
      return `{ ${entries.join(', ')} }`;
    }
    case 'field':
      return `${formatExpression(expression.of)}.${expression.field.text}`;
    case 'element':
      return `${formatExpression(expression.of)}.[${formatExpression(expression.index)}]`;
    case 'unary':
      return `${expression.operator}${operandText(expression.operand)}`;
    case 'binary':
      return `${operandText(expression.left)} ${expression.operator} ${operandText(expression.right)}`;
    case 'call': {
      const { object, method, argument } = expression.call;
      const name = object === undefined ? method.text : `${object.text}.${method.text}`;
      return `${name} ${argumentText(argument)}`;
    }
  }
};

const operandText = (expression: Expression): string =>
  expression.kind === 'binary' ? `(${formatExpression(expression)})` : formatExpression(expression);

const argumentText = (expression: Expression): string =>
  ['unit', 'dictionary', 'list'].includes(expression.kind)
    ? formatExpression(expression)
    : `(${formatExpression(expression)})`;

/** What is worth showing of an expression: not what a field is read from. */
const shownParts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'field' ? [] : subExpressions(expression);

const isConstant = ({ kind }: Expression): boolean =>
  kind === 'integer' || kind === 'text' || kind === 'boolean' || kind === 'unit';

const explainValue = (expression: Expression, environment: Environment): ExplainedValue => {
  const result = evaluate(expression, environment);
  return {
    expression: formatExpression(expression),
    value: result.kind === 'value' ? formatValue(result.value) : `fails: ${result.why}`,
    parts: shownParts(expression)
      .filter((part) => !isConstant(part))
      .map((part) => explainValue(part, environment)),
  };
};

const explainRule = (asked: Asked, resolved: ResolvedEvent, isGranted: boolean): ExplainedRule => {
  const { call, object, finding, before } = asked;
  const result = finding?.result ?? 'no rule';
  return {
    rule: `${object}.${call.method.text}`,
    at: formatSpan(finding?.at ?? call.at),
    result,
    why: finding?.why,
    decides: finding !== undefined && (isGranted || result !== 'granted'),
    argument: explainValue(call.argument, environmentIn(resolved, before)),
  };
};

const changesOf = (answer: VerdictAnswer, tree: readonly ExplainedRule[]): readonly string[] => {
  switch (answer.because) {
    case undefined:
      return [];
    case 'noRule':
      return ['a rule that covers this event and grants it'];
    case 'ruleRefused':
    case 'failed':
      return tree
        .filter(({ decides }) => decides)
        .map(({ rule, at, argument, why }) => {
          const asks = `${rule} ${argument.expression === '()' ? '()' : `(${argument.expression})`}`;
          return `${asks} at ${at} must grant: ${why ?? 'it denied'}`;
        });
    default:
      return [`an event that is not ${answer.because}: ${answer.detail ?? ''}`.trim()];
  }
};

/** Why an event is granted or denied in a context: each rule that was asked, with its values. */
export const explain = (
  solution: Solution,
  context: Context,
  event: SecurityEvent,
): Explanation => {
  const { verdict, asked } = interpreter(solution).judge(context, event);
  const answer = answerOf(verdict);
  const resolved = resolve(solution, event);
  const tree =
    resolved.kind === 'resolved'
      ? asked
          .filter(({ as, finding }) => as === 'statement' || finding !== undefined)
          .map((one) => explainRule(one, resolved.resolved, verdict.kind === 'granted'))
      : [];
  return {
    event: describeEvent(event),
    ...answer,
    ...unmodelledIn(solution, event),
    tree,
    wouldChange: changesOf(answer, tree),
  };
};

const valueLines = ({ expression, value, parts }: ExplainedValue, indent: string): string[] => [
  `${indent}${expression} = ${value}`,
  ...parts.flatMap((part) => valueLines(part, `${indent}  `)),
];

const ruleLines = ({ rule, at, result, why, decides, argument }: ExplainedRule): string[] => [
  `  ${decides ? '▸' : ' '} ${at}  ${rule}  ${result}${why === undefined ? '' : ` (${why})`}`,
  ...(argument.expression === '()' ? [] : valueLines(argument, '        ')),
];

/** The explanation as lines of text. */
export const explanationText = (explanation: Explanation): string => {
  const { event, verdict, because, detail, tree, wouldChange, unmodelled } = explanation;
  const reason =
    because === undefined ? '' : ` (${because}${detail === undefined ? '' : `: ${detail}`})`;
  return [
    event,
    `${verdict}${reason}`,
    ...(unmodelled === true
      ? ['  the parameters of this method are not known: they are not modelled']
      : []),
    ...(tree.length === 0 ? ['  no rule covers this event'] : tree.flatMap(ruleLines)),
    ...(wouldChange.length === 0 ? [] : ['to change it:', ...wouldChange.map((one) => `  ${one}`)]),
  ].join('\n');
};
