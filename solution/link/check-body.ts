import type { EventKind } from '../../model/security.ts';
import { hintNearest } from '../nearest.ts';
import type { Expression } from '../syntax/tree/expression.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { Binding, Body, BodyItem, Choice } from '../syntax/tree/psl.ts';
import { environmentOf } from './bind-environment.ts';
import { checkStatement } from './check-call.ts';
import { infer } from './check-expression.ts';
import { checkSelectors } from './check-selectors.ts';
import type { Environment } from './environment.ts';
import type { Chosen } from './reach.ts';
import type { Scope } from './scope.ts';
import { accepts, describeType } from './types.ts';

const checkProfile = (scope: Scope, name: Name | undefined): void => {
  if (name === undefined || scope.profiles.has(name.text)) return;
  const hint = hintNearest(name.text, scope.profiles);
  scope.report.error('PSL-023', name.at, `there is no audit profile "${name.text}"`, hint);
};

/** The constant that a case is for, as a key that tells two apart. */
const findConstant = (when: Expression): string | undefined => {
  switch (when.kind) {
    case 'text':
      return `"${when.value}"`;
    case 'integer':
    case 'boolean':
      return String(when.value);
    case 'unit':
      return '()';
    case 'unary':
      return when.operator === '-' && when.operand.kind === 'integer'
        ? String(-when.operand.value)
        : undefined;
    default:
      return undefined;
  }
};

const checkCases = ({ scrutinee, cases }: Choice, environment: Environment): void => {
  const { report } = environment;
  const type = infer(scrutinee, environment);
  const seen = new Set<string>();
  for (const { when, at } of cases) {
    const constant = when === undefined ? '_' : findConstant(when);
    const place = when?.at ?? at;
    if (constant === undefined) report.error('PSL-022', place, 'a case must be a constant or _');
    else if (seen.has(constant))
      report.error('PSL-022', place, `the case ${constant} stands twice`);
    else seen.add(constant);
    if (when === undefined || constant === undefined) continue;
    if (accepts(type, infer(when, environment))) continue;
    const message = `this never occurs: the value is ${describeType(type)}`;
    report.error('PSL-022', place, message);
  }
};

const checkItem = (
  scope: Scope,
  kind: EventKind,
  chosen: Chosen,
  item: BodyItem,
  environment: Environment,
): void => {
  if (item.kind === 'rule') {
    checkStatement(item.call, environment);
  } else if (item.kind === 'match') {
    const { classes, report, executeInterface } = scope;
    checkBody(
      scope,
      kind,
      checkSelectors({ classes, kind, report, executeInterface }, chosen, item.where),
      item.body,
    );
  } else {
    checkCases(item, environment);
    for (const { body } of item.cases) checkBody(scope, kind, chosen, body);
  }
};

const checkBody = (scope: Scope, kind: EventKind, chosen: Chosen, body: Body): void => {
  checkProfile(scope, body.audit);
  const environment = environmentOf(scope, kind, chosen);
  for (const item of body.items) checkItem(scope, kind, chosen, item, environment);
};

/** Checks selectors, rules, choices and audit of one binding. */
export const checkBinding = (scope: Scope, { event: kind, where, body }: Binding): void => {
  const { classes, report, executeInterface } = scope;
  checkBody(
    scope,
    kind,
    checkSelectors({ classes, kind, report, executeInterface }, new Map(), where),
    body,
  );
};
