import type { EventKind } from '../../model/security.ts';
import { near } from '../nearest.ts';
import type { PslType } from '../psl-type.ts';
import type { Expression } from '../syntax/tree/expression.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { Binding, Body, BodyItem, Choice } from '../syntax/tree/psl.ts';
import type { Selectors } from '../syntax/tree/selectors.ts';
import { reportTwice } from '../twice.ts';
import { environmentOf } from './bind-environment.ts';
import { checkScrutinee, checkStatement } from './check-call.ts';
import { infer } from './check-expression.ts';
import { checkSelectors } from './check-selectors.ts';
import type { Environment } from './environment.ts';
import type { Chosen } from './reach.ts';
import type { Scope } from './scope.ts';
import { accepts, describeType } from './types.ts';

const checkProfile = (scope: Scope, name: Name | undefined): void => {
  if (name === undefined || scope.profiles.has(name.text)) return;
  const hint = near(name.text, scope.profiles);
  scope.report.error('PSL-023', name.at, `there is no audit profile "${name.text}"`, hint);
};

/** A constant as a key that tells two apart; absent for what is none. */
const findConstant = (when: Expression): string | undefined => {
  switch (when.kind) {
    case 'text':
      return JSON.stringify(when.value);
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

/** Longest description of a type in a message that may stand many times. */
const longestDescription = 120;

const briefly = (type: PslType): string => {
  const words = describeType(type);
  return words.length > longestDescription ? `${words.slice(0, longestDescription)} …` : words;
};

/** Tells of a case that never occurs; the type is looked through once, not for each case. */
const makeTypeCheck = (type: PslType, environment: Environment): ((when: Expression) => void) => {
  const literals = new Set(type.kind === 'literals' ? type.values : []);
  const message = `this never occurs: the value is ${briefly(type)}`;
  const fits = (when: Expression): boolean =>
    type.kind === 'literals' && (when.kind === 'text' || when.kind === 'integer')
      ? literals.has(when.value)
      : accepts(type, infer(when, environment));
  return (when) => {
    if (findConstant(when) === undefined) {
      environment.report.error('PSL-022', when.at, 'a case must be a constant or _');
    } else if (!fits(when)) environment.report.error('PSL-022', when.at, message);
  };
};

const checkCases = ({ scrutinee, cases }: Choice, environment: Environment): void => {
  const { type, checkCase } = checkScrutinee(scrutinee, environment);
  const checkWhen = checkCase ?? makeTypeCheck(type, environment);
  const constants = cases.map(({ when, at }) => ({
    text: when === undefined ? '_' : (findConstant(when) ?? ''),
    at: when?.at ?? at,
  }));
  reportTwice(constants, ({ text, at }, first) => {
    environment.report.error('PSL-022', at, `the case ${text} stands twice`, first);
  });
  for (const { when } of cases) {
    if (when !== undefined) checkWhen(when);
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
    checkUnder(scope, kind, chosen, item.where, item.body);
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

const checkUnder = (
  scope: Scope,
  kind: EventKind,
  outer: Chosen,
  where: Selectors,
  body: Body,
): void => {
  const { classes, report, executeInterface } = scope;
  const check = { classes, kind, report, executeInterface };
  checkBody(scope, kind, checkSelectors(check, outer, where), body);
};

/** Checks selectors, rules, choices and audit of one binding. */
export const checkBinding = (scope: Scope, { event: kind, where, body }: Binding): void => {
  checkUnder(scope, kind, new Map(), where, body);
};
