import type { Diagnostic } from '../../model/diagnostic.ts';
import { sortDiagnostics } from '../../model/diagnostic.ts';
import { formatSpan } from '../../model/span.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { EngineOptions } from '../engine-options.ts';
import { standardOptions } from '../engine-options.ts';
import { formatCall, formatExpression } from '../explain/format-expression.ts';
import type { DependenceCode } from './codes.ts';
import { orderedCalls } from './order.ts';
import type { OrderedCalls } from './order.ts';
import { overflowing } from './overflow.ts';
import { expressionOf, messageTypesAt, placedItems } from './placed-item.ts';
import type { PlacedItem } from './placed-item.ts';
import { modelNameOf } from './shape.ts';
import type { Shape } from './shape.ts';
import { undecided } from './undecided.ts';
import type { Wanted } from './undecided.ts';

const moreCalls = (count: number): string =>
  count === 0 ? '' : `; and so with ${String(count)} more ${count === 1 ? 'call' : 'calls'}`;

const ofOrder = ({ first, others: [second, ...more] }: OrderedCalls): Diagnostic => ({
  code: 'DEP-020' satisfies DependenceCode,
  severity: 'warning',
  at: second.call.at,
  message: `the verdict may depend on the order of calls (C-20): this ${second.does} "${second.object}", and ${formatCall(first.call)} ${first.does} it in the same event${moreCalls(more.length)}`,
  related: [{ at: first.call.at, message: `this ${first.does} it` }],
});

const ofLogic = (operand: Expression): Diagnostic => ({
  code: 'DEP-024' satisfies DependenceCode,
  severity: 'warning',
  at: operand.at,
  message: `the verdict may depend on the reading of logical operators (C-24): ${formatExpression(operand)} can fail where it need not be evaluated`,
});

const ofOverflow = (result: Expression): Diagnostic => ({
  code: 'DEP-026' satisfies DependenceCode,
  severity: 'warning',
  at: result.at,
  message: `the verdict may depend on the bounds of integers (C-26): ${formatExpression(result)} can leave −2⁶³ … 2⁶⁴−1`,
});

/** The value of its argument with which a rule grants, where it is one alone. */
const wantedBy = (shape: Pick<Shape, 'objects'>, { what }: PlacedItem): Wanted => {
  if (what.kind === 'scrutinee') return 'any';
  const model = modelNameOf(shape, what.call);
  const method = what.call.method.text;
  if ((model === 'Base' || model === 'Bool') && method === 'assert') return 'true';
  return model === 'Base' && method === 'deny' ? 'false' : 'any';
};

const ofExpressions = (
  solution: Solution,
  shape: Omit<Shape, 'message'>,
  item: PlacedItem,
): readonly Diagnostic[] => {
  const expression = expressionOf(shape, item);
  return messageTypesAt(solution, item).flatMap((message) => {
    const here = { ...shape, message };
    return [
      ...undecided(here, expression, wantedBy(shape, item)).map(ofLogic),
      ...overflowing(here, expression).map(ofOverflow),
    ];
  });
};

const onceEach = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((one) => [`${one.code} ${formatSpan(one.at)}`, one])).values(),
];

/**
 * Where the verdicts of a policy may depend on how a choice is read: what `check` warns of.
 *
 * Result: by types and selectors alone, so that there may be a warning where no context that can be
 *         reached shows a difference. What it leaves out is said in spec/dependence.md.
 */
export const dependencesOf = (
  solution: Solution,
  { models }: EngineOptions = standardOptions,
): readonly Diagnostic[] => {
  const objects = new Map(solution.policy.objects.map((object) => [object.name.text, object]));
  const shape = { objects, models };
  const items = placedItems(solution);
  return sortDiagnostics(
    onceEach([
      ...orderedCalls(solution, shape, items).map(ofOrder),
      ...items.flatMap((item) => ofExpressions(solution, shape, item)),
    ]),
  );
};
