import type { DataType } from '../../solution/data-type.ts';
import type { Method, Solution } from '../../solution/solution.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Binding, Body, BodyItem, Choice } from '../../solution/syntax/tree/psl.ts';
import type { Selectors } from '../../solution/syntax/tree/selectors.ts';
import { securityModels } from '../../kss/catalogue.ts';
import type { Counts } from './counts.ts';

/** The model of the object that a call is of. */
export const modelOfCall = ({ policy }: Solution, { object }: Call): string =>
  policy.objects.find(({ name }) => name.text === (object?.text ?? 'base'))?.model.text ?? '';

interface Counting {
  readonly solution: Solution;
  readonly text: string;
  readonly counts: Counts;
}

const countCall = (counting: Counting, call: Call): void => {
  const model = modelOfCall(counting.solution, call);
  counting.counts.add(`call ${model}.${call.method.text}`);
  countExpression(counting, call.argument);
};

const isFenced = ({ text }: Counting, { line, column }: Expression['at']): boolean =>
  text.split('\n')[line - 1]?.startsWith('```', column - 1) === true;

const countExpression = (counting: Counting, expression: Expression): void => {
  const { counts } = counting;
  counts.add(`expression ${expression.kind}`);
  if (expression.kind === 'binary') counts.add(`binary ${expression.operator}`);
  if (expression.kind === 'unary') counts.add(`unary ${expression.operator}`);
  if (expression.kind === 'text' && isFenced(counting, expression.at)) {
    counts.add('pattern between backquotes');
  }
  if (expression.kind === 'call') countCall(counting, expression.call);
  else for (const part of subExpressions(expression)) countExpression(counting, part);
};

const kindOfCase = (scrutinee: Expression, when: Expression | undefined): string => {
  if (when === undefined) return '_';
  const isPattern = scrutinee.kind === 'call' && scrutinee.call.method.text === 'select';
  if (isPattern) return 'pattern';
  return when.kind === 'unary' ? 'integer' : when.kind;
};

type Section = 'match' | 'choice';

const countChoice = (counting: Counting, { scrutinee, cases }: Choice, around: Around): void => {
  const { counts } = counting;
  countExpression(counting, scrutinee);
  for (const { when, body } of cases) {
    counts.add(`case ${kindOfCase(scrutinee, when)}`);
    if (body.items.length === 0) counts.add('case empty');
    countBody(counting, body, { ...around, section: 'choice' });
  }
  if (cases.every(({ when }) => when !== undefined)) counts.add('choice without _');
};

interface Around {
  readonly kind: Binding['event'];
  readonly section: Section | undefined;
  readonly audited: 'audited' | 'not audited';
  readonly chosen: Selectors;
}

const countSelectors = (
  { solution, counts }: Counting,
  where: Selectors,
  { kind, chosen }: Around,
): void => {
  for (const { name, value } of where) {
    counts.add(`selector ${kind} ${name}`);
    const isClass = name === 'src' || name === 'dst';
    if (isClass && !solution.classes.has(value.text)) counts.add('binding that never matches');
    const before = chosen.find((selector) => selector.name === name);
    if (before !== undefined && before.value.text !== value.text) {
      counts.add('match that never matches');
    }
  }
};

const isRule = ({ solution }: Counting, call: Call): boolean =>
  securityModels.get(modelOfCall(solution, call))?.methods.get(call.method.text)?.yields === 'rule';

const countItem = (counting: Counting, item: BodyItem, around: Around): void => {
  const { counts } = counting;
  counts.add(`item ${item.kind}`);
  if (item.kind === 'rule') {
    if (!isRule(counting, item.call)) counts.add('expression as a statement');
    countCall(counting, item.call);
    return;
  }
  if (around.section !== undefined) counts.add(`${item.kind} within ${around.section}`);
  if (item.kind === 'choice') {
    countChoice(counting, item, around);
    return;
  }
  countSelectors(counting, item.where, around);
  const chosen = [...item.where, ...around.chosen];
  countBody(counting, item.body, { ...around, chosen, section: 'match' });
};

const countBody = (counting: Counting, { audit, items }: Body, around: Around): void => {
  const { counts } = counting;
  if (audit !== undefined) counts.add('profile of a section');
  if (audit !== undefined && around.audited === 'audited') counts.add('profile nested in another');
  const within = audit === undefined ? around : ({ ...around, audited: 'audited' } as const);
  for (const item of items) countItem(counting, item, within);
};

const countType = (counts: Counts, type: DataType): void => {
  counts.add(`type ${type.kind}`);
  if (type.kind === 'integer') {
    counts.add(`type ${type.signed ? 'S' : 'U'}Int${String(type.bits)}`);
  } else if (type.kind === 'array' || type.kind === 'sequence') {
    countType(counts, type.element);
  } else if (type.kind === 'struct') {
    for (const field of type.fields) countType(counts, field.type);
  } else if (type.kind === 'union') {
    for (const member of type.members) countType(counts, member.type);
  }
};

/** Methods of the generated interfaces: the kernel's are the same in every policy. */
const generatedMethods = ({ classes }: Solution): readonly Method[] =>
  [...classes.values()].flatMap(({ endpoints, security }) =>
    [...endpoints.map((endpoint) => endpoint.interface), ...security]
      .filter(({ name }) => name.startsWith('g.'))
      .flatMap(({ methods }) => methods),
  );

const countAudit = ({ solution, counts }: Counting): void => {
  const { profiles, objects } = solution.policy;
  for (const { levels } of profiles) {
    if (levels.length > 1) counts.add('profile of several levels');
    for (const { object, conditions } of levels.flatMap((level) => level.objects)) {
      const model = objects.find(({ name }) => name.text === object.text)?.model.text ?? '';
      counts.add(`audited ${model}`);
      for (const { key } of conditions) counts.add(`condition ${model}.${key.text}`);
    }
  }
};

const countObjects = ({ solution, counts }: Counting): void => {
  const { objects, bindings } = solution.policy;
  const firstBinding = bindings[0]?.at.line ?? 0;
  for (const { model, at } of objects) {
    counts.add(`object ${model.text}`);
    if (at.file === 'security.psl' && at.line > firstBinding) {
      counts.add('object before its declaration');
    }
  }
};

/** Counts what a policy is made of. */
export const countPolicy = (solution: Solution, text: string, counts: Counts): void => {
  const counting: Counting = { solution, text, counts };
  countObjects(counting);
  countAudit(counting);
  for (const method of generatedMethods(solution)) {
    for (const { type } of [...method.in, ...method.out, ...method.error]) countType(counts, type);
  }
  for (const { event: kind, where, body } of solution.policy.bindings) {
    counts.add(`binding ${kind}`);
    const around: Around = { kind, section: undefined, audited: 'not audited', chosen: [] };
    countSelectors(counting, where, around);
    countBody(counting, body, { ...around, chosen: where });
  }
};
