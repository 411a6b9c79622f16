import { near } from '../nearest.ts';
import type { Expression } from '../syntax/tree/expression.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { AuditedObject, AuditLevel, AuditProfile } from '../syntax/tree/psl.ts';
import { reportTwice } from '../twice.ts';
import type { Report } from './report.ts';
import type { ScopedObject } from './scope.ts';

const results = ['granted', 'denied'];

const checkObject = (
  { object, results: listed, conditions }: AuditedObject,
  objects: ReadonlyMap<string, ScopedObject>,
  report: Report,
): void => {
  const scoped = objects.get(object.text);
  if (scoped === undefined) {
    const hint = near(object.text, objects.keys());
    report.error('PSL-023', object.at, `there is no policy object "${object.text}"`, hint);
    return;
  }
  const { name, audit } = scoped.model;
  if (audit === undefined) {
    report.error('PSL-023', object.at, `objects of the model ${name} cannot be audited`);
    return;
  }
  for (const { text, at } of listed) {
    if (!results.includes(text))
      report.error(
        'PSL-023',
        at,
        `"${text}" is none of ${results.join(', ')}`,
        near(text, results),
      );
  }
  checkConditions(object, conditions, scoped, report);
};

const checkConditions = (
  name: Name,
  given: AuditedObject['conditions'],
  { object, model, whole }: ScopedObject,
  report: Report,
): void => {
  const conditions = model.audit ?? [];
  const keys = conditions.map(({ key }) => key);
  for (const { key, values } of given) {
    const condition = conditions.find((one) => one.key === key.text);
    if (condition === undefined) {
      const message = `the model ${model.name} has no audit condition "${key.text}"`;
      report.error('PSL-023', key.at, message, near(key.text, keys));
    } else if (whole) checkValues(values, condition.values(object), report);
  }
  for (const { key, presence } of conditions) {
    if (presence === 'optional' || given.some((one) => one.key.text === key)) continue;
    const message = `objects of the model ${model.name} are audited with "${key} : [ … ]"`;
    report.error('PSL-023', name.at, message);
  }
};

const checkValues = (
  given: readonly Expression[],
  known: readonly string[],
  report: Report,
): void => {
  for (const value of given) {
    const text = value.kind === 'text' ? value.value : undefined;
    if (text !== undefined && known.includes(text)) continue;
    const hint = text === undefined ? {} : near(text, known);
    report.error('PSL-023', value.at, `this is none of ${known.join(', ')}`, hint);
  }
};

/** One level of a profile is active at a time, and an object has one entry in it. */
const checkLevels = (levels: readonly AuditLevel[], report: Report): void => {
  reportTwice(
    levels.map(({ level, at }) => ({ text: String(level), at })),
    ({ text, at }, first) => {
      report.error('PSL-030', at, `the level ${text} stands here twice`, first);
    },
  );
  for (const { objects } of levels) {
    reportTwice(
      objects.map(({ object }) => object),
      ({ text, at }, first) => {
        report.error('PSL-030', at, `the object "${text}" stands in this level twice`, first);
      },
    );
  }
};

/** Checks the names of profiles, and what each audits. */
export const checkAudit = (
  profiles: readonly AuditProfile[],
  objects: ReadonlyMap<string, ScopedObject>,
  report: Report,
): void => {
  reportTwice(
    profiles.map(({ name }) => name),
    ({ text, at }, first) => {
      report.error('PSL-005', at, `there is an audit profile "${text}" already`, first);
    },
  );
  for (const { levels } of profiles) {
    checkLevels(levels, report);
    for (const level of levels) {
      for (const object of level.objects) checkObject(object, objects, report);
    }
  }
};
