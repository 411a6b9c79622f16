import { chance, drawMany, drawSome } from './draw.ts';
import type { Draw } from './draw.ts';
import type { ShapedObject } from './objects.ts';
import { quoted } from './written.ts';

/** Profiles of a policy: their names, their declarations, and the default. */
export interface DrawnAudit {
  readonly names: readonly string[];
  readonly declarations: readonly string[];
}

const listOf = (values: readonly string[]): string => `[${values.map(quoted).join(', ')}]`;

const entryOf = (draw: Draw, { name, model, object }: ShapedObject): string => {
  const conditions = (model.audit ?? [])
    .filter(({ presence }) => presence === 'required' || chance(draw, 60))
    .map(({ key, values }) => `${key} : ${listOf(drawSome(draw, values(object), 50))}`);
  const results = `kss : ${listOf(drawSome(draw, ['granted', 'denied'], 70))}`;
  const parts = chance(draw, 30) ? [...conditions, results] : [results, ...conditions];
  return `${name} : { ${parts.join(', ')} }`;
};

const profileText = (draw: Draw, name: string, objects: readonly ShapedObject[]): string => {
  const audited = objects.filter(({ model }) => model.audit !== undefined);
  const levels = [0, 1, 2]
    .filter((level) => level === 0 || chance(draw, 60))
    .map((level) => {
      const entries = drawSome(draw, audited, 60).map((object) => entryOf(draw, object));
      return `    ${String(level)} : { ${entries.join(',\n          ')} }`;
    });
  return `audit profile ${name} = {\n${levels.join(',\n')}\n}\n`;
};

/** Audit profiles of some levels, and a default among them, or none. */
export const drawAudit = (draw: Draw, objects: readonly ShapedObject[]): DrawnAudit => {
  const names = drawMany(draw, 1, 2, (index) => `trail${String(index)}`);
  const declarations = names.map((name) => profileText(draw, name, objects));
  const initial = chance(draw, 75)
    ? [`audit default = ${names[0] ?? ''} ${String(draw.below(2))}\n`]
    : [];
  return { names, declarations: [...declarations, ...initial] };
};
