import type { EventKind } from '../../model/security.ts';
import type { ProcessClass } from '../../solution/solution.ts';
import { chance, drawMany, drawSome, pick, pickWeighted, shuffle } from './draw.ts';
import type { Draw } from './draw.ts';
import type { ShapedObject } from './objects.ts';
import { readableOf } from './scope.ts';
import { drawScrutinee } from './scrutinee.ts';
import type { Callable, Place, Scope } from './scope.ts';
import { agrees, parametersUnder, valuesOf, withClient } from './targets.ts';
import type { Chosen, Target } from './targets.ts';

/** What bodies of a policy are drawn from. */
export interface Material {
  readonly classes: ReadonlyMap<string, ProcessClass>;
  readonly objects: readonly ShapedObject[];
  readonly profiles: readonly string[];
  /** May rules move the context? */
  readonly effects: 'any' | 'none';
}

/** Where in a policy items are drawn. */
export interface Spot {
  readonly draw: Draw;
  readonly kind: EventKind;
  readonly targets: readonly Target[];
  readonly chosen: Chosen;
  /** How many sections may stand within. */
  readonly nesting: number;
}

const deepestExpression = 3;

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');

export const block = (items: readonly string[]): string =>
  items.length === 0 ? '{}' : `{\n${indent(items.join('\n'))}\n}`;

/** Selectors as they are written: with commas or without, blanks around the sign or none. */
export const selectorsText = (draw: Draw, chosen: Chosen): string => {
  const sign = pick(draw, ['=', ' = ']);
  const between = pick(draw, [' ', ', ', '\n    ']);
  const all = valuesOf(chosen).map(([name, value]) => `${name}${sign}${value}`);
  return shuffle(draw, all).join(between);
};

/** Some of the values of a target. */
export const selectFrom = (draw: Draw, target: Target, percent: number): Chosen =>
  Object.fromEntries(drawSome(draw, valuesOf(target), percent));

const scopeOf = ({ classes, objects, effects }: Material, { kind, chosen }: Spot): Scope => ({
  kind,
  readable: readableOf(parametersUnder(classes, kind, chosen)),
  calls: objects.flatMap(({ calls }) =>
    calls.filter(
      ({ yields, of, method }) =>
        effects === 'any' ||
        yields !== 'rule' ||
        (isStateless(objects, of) && method !== 'set_level'),
    ),
  ),
});

const isStateless = (objects: readonly ShapedObject[], of: Callable['of']): boolean =>
  objects.some(({ name, stateless }) => name === of.name && stateless);

const isSimple = ({ of, method }: Callable): boolean =>
  of.model.name === 'Base' && method !== 'set_level';

/** A rule: of Base in half of the cases, so that much is granted. */
const ruleText = (material: Material, spot: Spot): string => {
  const place = placeAt(material, spot);
  const { draw, scope } = place;
  const rules = scope.calls.filter(({ yields }) => yields === 'rule');
  const simple = rules.filter(isSimple);
  const grants = simple.filter(({ method }) => method === 'grant');
  const isRare = ({ of, method }: Callable): boolean =>
    material.objects.some(
      ({ name, shape }) => name === of.name && shape.rare?.has(method) === true,
    );
  const others = rules.filter((rule) => !isSimple(rule));
  const usual = others.filter((rule) => !isRare(rule));
  const from = pickWeighted(draw, [
    [7, grants],
    [4, simple],
    ...(others.length === 0 ? [] : [[5, others] as const]),
    ...(usual.length === 0 ? [] : [[8, usual] as const]),
  ]);
  return pick(draw, from).write(place);
};

const caseText = (material: Material, spot: Spot, when: string): string => {
  const { draw } = spot;
  const inner = { ...spot, nesting: spot.nesting - 1 };
  if (chance(draw, 50)) return `${when} : ${ruleText(material, spot)}`;
  if (inner.nesting > 0 && chance(draw, 15)) return `${when} : ${choiceText(material, inner)}`;
  return `${when} : ${bodyText(
    material,
    inner,
    drawMany(draw, 0, 2, () => inner),
  )}`;
};

const choiceText = (material: Material, spot: Spot): string => {
  const { draw } = spot;
  const place = placeAt(material, spot);
  const { text, cases } = drawScrutinee(place, material.objects);
  const taken = [...new Set(drawSome(draw, cases, 70))];
  const all = chance(draw, 75) || taken.length === 0 ? [...taken, '_'] : taken;
  const comma = chance(draw, 20) ? ',' : '';
  return `choice (${text}) ${block(all.map((when) => `${caseText(material, spot, when)}${comma}`))}`;
};

/** The selectors of a section that never matches: around it another method is selected. */
const contradiction = ({ draw, kind, targets, chosen }: Spot): Chosen | undefined => {
  const { method, ...others } = chosen;
  const strange = targets.filter(
    (target) => agrees(kind, target, others) && target.method !== method,
  );
  return method === undefined || strange.length === 0 || !chance(draw, 10)
    ? undefined
    : { method: pick(draw, strange).method ?? method };
};

/** Selectors that narrow what is chosen already; where nothing is left to narrow, one of them again. */
const narrowing = (material: Material, { draw, kind, targets, chosen }: Spot): Chosen => {
  const fitting = targets.filter((target) => agrees(kind, target, chosen));
  if (fitting.length === 0) return Object.fromEntries(valuesOf(chosen).slice(0, 1));
  const target = withClient(draw, material.classes, kind, pick(draw, fitting));
  const more = valuesOf(target).filter(([name]) => chosen[name] === undefined);
  const added = drawSome(draw, more, 60);
  return Object.fromEntries(added.length > 0 ? added : valuesOf(chosen).slice(0, 1));
};

const matchText = (material: Material, spot: Spot): string => {
  const { draw, chosen } = spot;
  const where = contradiction(spot) ?? narrowing(material, spot);
  if (valuesOf(where).length === 0) return ruleText(material, spot);
  const inner = { ...spot, chosen: { ...chosen, ...where }, nesting: spot.nesting - 1 };
  const body = bodyText(
    material,
    inner,
    drawMany(draw, 1, 2, () => inner),
  );
  return `match ${selectorsText(draw, where)} ${body}`;
};

/** An expression as a statement is no rule, and its failure denies (C-23). */
const statementText = (place: Place): string => {
  const { draw, scope } = place;
  const calls = scope.calls.filter(
    ({ yields, signature }) => yields !== 'rule' && signature.stands === undefined,
  );
  return pick(draw, calls).write(place);
};

const placeAt = (material: Material, spot: Spot): Place => ({
  draw: spot.draw,
  scope: scopeOf(material, spot),
  depth: 1 + spot.draw.below(deepestExpression),
});

/** A rule, a section, or an expression that stands alone. */
export const itemText = (material: Material, spot: Spot): string => {
  const { draw, nesting } = spot;
  return pickWeighted<() => string>(draw, [
    [30, () => ruleText(material, spot)],
    ...(nesting > 0
      ? [
          [7, () => choiceText(material, spot)] as const,
          [7, () => matchText(material, spot)] as const,
        ]
      : []),
    [1, () => statementText(placeAt(material, spot))],
  ])();
};

/** A body: an item for each spot, and now and then an audit profile. */
export const bodyText = (material: Material, { draw }: Spot, spots: readonly Spot[]): string => {
  const items = spots.map((spot) => itemText(material, spot));
  const audit = chance(draw, 15) ? [`audit ${pick(draw, material.profiles)}`] : [];
  return block([...audit, ...items]);
};
