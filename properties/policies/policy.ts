import * as fc from 'fast-check';
import { Defect } from '../../model/defect.ts';
import { formatSpan } from '../../model/span.ts';
import type { EventKind } from '../../model/security.ts';
import type { ModelCatalogue } from '../../solution/catalogue.ts';
import { load } from '../../solution/load.ts';
import type { Solution } from '../../solution/solution.ts';
import { drawAudit } from './audit.ts';
import { block, bodyText, selectFrom, selectorsText } from './bodies.ts';
import type { Material } from './bodies.ts';
import { chance, pick, pickWeighted, readTape, shuffle, tapeOf } from './draw.ts';
import type { Draw, Tape } from './draw.ts';
import { modelShapes } from './models/all.ts';
import type { ModelShape } from './models/model-shape.ts';
import { drawObjects } from './objects.ts';
import type { ShapedObject } from './objects.ts';
import { targetsOf, withClient } from './targets.ts';
import { drawWorld } from './world.ts';
import type { World } from './world.ts';

/** A generated policy with all that it needs to load. */
export interface GeneratedPolicy {
  readonly files: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The choices of each part of a policy: a part shrinks without the others. */
export interface PolicyTapes {
  readonly world: Tape;
  readonly objects: Tape;
  readonly audit: Tape;
  readonly frame: Tape;
  readonly bindings: readonly BindingTapes[];
}

export interface BindingTapes {
  readonly head: Tape;
  readonly items: readonly Tape[];
}

/** What kind of policies are generated. */
export interface PolicyPlan {
  /** `none`: but for starts, no rule moves the context. */
  readonly effects: 'any' | 'none';
  readonly models: readonly ModelShape[];
}

export const anyPolicy: PolicyPlan = { effects: 'any', models: modelShapes };

const kinds: readonly (readonly [number, EventKind])[] = [
  [8, 'request'],
  [4, 'response'],
  [3, 'error'],
  [3, 'security'],
  [2, 'execute'],
];

const bindingText = (
  material: Material,
  world: World,
  head: Draw,
  items: readonly Draw[],
): string => {
  const drawn = pickWeighted(head, kinds);
  const own = targetsOf(world.classes, drawn);
  const kind = own.length === 0 ? 'execute' : drawn;
  const targets = own.length === 0 ? targetsOf(world.classes, kind) : own;
  const target = withClient(head, world.classes, kind, pick(head, targets));
  const selected = selectFrom(head, target, pick(head, [80, 90, 95, 50]));
  // A class that the policy does not include: the binding never matches (C-43).
  const chosen = chance(head, 3) ? { ...selected, src: 'g.Nowhere' } : selected;
  const spot = { draw: head, kind, targets, chosen, nesting: 2 };
  const spots = items.map((draw) => ({ ...spot, draw }));
  const where = selectorsText(head, chosen);
  return `${kind}${where === '' ? '' : ` ${where}`} ${bodyText(material, spot, spots)}\n`;
};

/** Starts are granted, and most objects get a place for the process that starts. */
const startText = (world: World, objects: readonly ShapedObject[], draw: Draw): string => {
  const perClass = [...world.classes.keys()].map((name) => {
    const places = objects.flatMap((object) =>
      chance(draw, 93) ? (object.shape.starts?.(object, draw) ?? []) : [],
    );
    return `execute dst=${name} ${block(['grant ()', ...places])}\n`;
  });
  return ['execute { grant () }\n', ...perClass].join('');
};

const headText = (world: World, objects: readonly ShapedObject[]): string => {
  const packages = new Set(objects.map(({ model }) => model.package));
  return [
    'execute: kl.core.Execute\n',
    ...[...packages].map((name) => `use ${name}._\n`),
    ...['Einit', 'kl.core.Core', ...world.classes.keys()].map((name) => `use EDL ${name}\n`),
  ].join('');
};

/** The policy that some choices make: right whatever they are. */
export const buildPolicy = (tapes: PolicyTapes, plan: PolicyPlan = anyPolicy): GeneratedPolicy => {
  const world = drawWorld(readTape(tapes.world));
  const objects = drawObjects(readTape(tapes.objects), plan.models);
  const audit = drawAudit(readTape(tapes.audit), objects);
  const { effects } = plan;
  const material: Material = { classes: world.classes, objects, profiles: audit.names, effects };
  const frame = readTape(tapes.frame);
  const starts = startText(world, objects, frame);
  const bindings = tapes.bindings.map(({ head, items }) =>
    bindingText(material, world, readTape(head), items.map(readTape)),
  );
  const declared = objects.flatMap(({ declaration }) =>
    declaration === undefined ? [] : [declaration],
  );
  const declarations = [...declared, ...audit.declarations];
  const isLate = chance(frame, 20);
  const text = [
    headText(world, objects),
    ...(isLate ? [] : declarations),
    starts,
    ...bindings,
    ...(isLate ? shuffle(frame, declarations) : []),
  ].join('\n');
  return { files: new Map([...world.files, ['security.psl', text]]), text };
};

/** The choices of policies. */
export const policyTapes: fc.Arbitrary<PolicyTapes> = fc.record({
  world: tapeOf(600),
  objects: tapeOf(450),
  audit: tapeOf(200),
  frame: tapeOf(60),
  bindings: fc.array(
    fc.record({
      head: tapeOf(24),
      items: fc.array(tapeOf(100), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12, size: 'max' },
  ),
});

/** Policies that shrink: to fewer and shorter bindings, simpler rules, plainer declarations. */
export const policies = (plan: PolicyPlan = anyPolicy): fc.Arbitrary<GeneratedPolicy> =>
  policyTapes.map((tapes) => buildPolicy(tapes, plan));

/**
 * The solution of a generated policy.
 *
 * Throws: `Defect`, with the diagnostics, if it does not load: every generated policy is right.
 */
export const loadPolicy = (
  { files, text }: GeneratedPolicy,
  catalogue: ModelCatalogue,
): Solution => {
  const { solution, diagnostics } = load({ name: 'generated', files }, catalogue);
  if (solution !== undefined) return solution;
  const told = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ at, code, message }) => `${formatSpan(at)} ${code} ${message}`);
  throw new Defect(`a generated policy does not load:\n${told.join('\n')}\n${text}`);
};
