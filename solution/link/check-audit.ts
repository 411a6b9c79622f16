import { near } from '../nearest.ts';
import type { AuditedObject, AuditProfile } from '../syntax/tree/psl.ts';
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
      report.error('PSL-023', at, `"${text}" is none of ${results.join(', ')}`);
  }
  for (const { key } of conditions) {
    if (audit.includes(key.text)) continue;
    const hint = near(key.text, audit);
    report.error('PSL-023', key.at, `the model ${name} has no audit condition "${key.text}"`, hint);
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
    for (const level of levels) {
      for (const object of level.objects) checkObject(object, objects, report);
    }
  }
};
