import type { ModelCatalogue } from '../catalogue.ts';
import { near } from '../nearest.ts';
import type { PolicyObject } from '../syntax/tree/psl.ts';
import { reportTwice } from '../twice.ts';
import type { Report } from './report.ts';
import type { ScopedObject } from './scope.ts';

/** Packages without which an object works all the same: Base is always there. */
const alwaysThere = new Set(['nk.base']);

const checkName = ({ name: { text, at } }: PolicyObject, report: Report): void => {
  if (/^[a-z]/.test(text)) return;
  const hint = { hint: 'versions 0.0 to 1.1 wrote it so' };
  report.warning(
    'PSL-027',
    at,
    `"${text}" begins with a capital letter: names of objects begin with a small one`,
    hint,
  );
};

/** Names stand once, and those of the SDK's own objects are taken. */
const checkNames = (
  declared: readonly PolicyObject[],
  implicit: readonly PolicyObject[],
  catalogue: ModelCatalogue,
  packages: ReadonlySet<string>,
  report: Report,
): void => {
  reportTwice(
    declared.map(({ name }) => name),
    ({ text, at }, first) => {
      report.error('PSL-005', at, `there is a policy object "${text}" already`, first);
    },
  );
  for (const { name, model } of implicit) {
    const taken = declared.find((object) => object.name.text === name.text);
    const brings = catalogue.get(model.text)?.package ?? '';
    if (taken === undefined || !(packages.has(brings) || alwaysThere.has(brings))) continue;
    const message = `"${brings}" declares the object "${name.text}" itself`;
    report.error('PSL-005', taken.name.at, message);
  }
};

/** Looks the model of each object up, and has the model check its parameters. */
export const linkObjects = (
  declared: readonly PolicyObject[],
  implicit: readonly PolicyObject[],
  catalogue: ModelCatalogue,
  packages: ReadonlySet<string>,
  report: Report,
): ReadonlyMap<string, ScopedObject> => {
  checkNames(declared, implicit, catalogue, packages, report);
  const link = (object: PolicyObject): readonly (readonly [string, ScopedObject])[] => {
    const { model: name } = object;
    const model = catalogue.get(name.text);
    if (model === undefined) {
      const hint = near(name.text, catalogue.keys());
      report.error('PSL-006', name.at, `unknown security model "${name.text}"`, hint);
      return [];
    }
    checkName(object, report);
    const faults = model.check(object);
    for (const { at, message, hint, severity = 'error' } of faults) {
      report[severity]('PSL-007', at, message, hint === undefined ? {} : { hint });
    }
    const whole = faults.every(({ severity }) => severity === 'warning');
    return [[object.name.text, { object, model, whole }]];
  };
  for (const { model: name } of declared) {
    const needed = catalogue.get(name.text)?.package;
    if (needed === undefined || packages.has(needed) || alwaysThere.has(needed)) continue;
    const hint = { hint: `add "use ${needed}._"` };
    const message = `the model ${name.text} is declared by "${needed}", which is not used`;
    report.warning('PSL-009', name.at, message, hint);
  }
  return new Map([...implicit, ...declared].flatMap(link));
};
