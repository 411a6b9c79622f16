/** Bounds as written; without `to` they have no end. */
export interface TestBounds {
  readonly from: number;
  readonly to?: number;
}

/** A formula as a tree, to be written and to be judged by its meaning. */
export type Tree =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'atom'; readonly name: string }
  | { readonly kind: '!'; readonly part: Tree }
  | {
      readonly kind: 'previously' | 'once' | 'historically';
      readonly part: Tree;
      readonly bounds: TestBounds | undefined;
    }
  | { readonly kind: '&&' | '||' | '==>'; readonly left: Tree; readonly right: Tree }
  | {
      readonly kind: 'since';
      readonly left: Tree;
      readonly right: Tree;
      readonly bounds: TestBounds | undefined;
    };

/** What happens to a history: a step, or ticks that pass. */
export type Happening =
  | { readonly kind: 'step'; readonly atoms: readonly string[] }
  | { readonly kind: 'ticks'; readonly by: number };

const tightness = { '==>': 0, '||': 1, '&&': 2, since: 3 } as const;

const tightnessOf = ({ kind }: Tree): number =>
  kind === '==>' || kind === '||' || kind === '&&' || kind === 'since' ? tightness[kind] : 4;

const boundsText = (bounds: TestBounds | undefined): string =>
  bounds === undefined
    ? ''
    : `[${String(bounds.from)},${bounds.to === undefined ? '' : String(bounds.to)}]`;

const within = (part: Tree, least: number): string =>
  tightnessOf(part) < least ? `(${textOf(part)})` : textOf(part);

/** The text of a formula, with no more parentheses than the grammar of spec/models/temporal.md asks for. */
export const textOf = (tree: Tree): string => {
  switch (tree.kind) {
    case 'constant':
      return String(tree.value);
    case 'atom':
      return tree.name;
    case '!':
      return `!${within(tree.part, 4)}`;
    case 'previously':
    case 'once':
    case 'historically':
      return `${tree.kind}${boundsText(tree.bounds)} ${within(tree.part, 4)}`;
    default: {
      const own = tightness[tree.kind];
      const [left, right] = tree.kind === '==>' ? [own + 1, own] : [own, own + 1];
      const bounds = tree.kind === 'since' ? boundsText(tree.bounds) : '';
      return `${within(tree.left, left)} ${tree.kind}${bounds} ${within(tree.right, right)}`;
    }
  }
};

/** A whole history: the tick of each step, and what holds at it. */
interface Step {
  readonly tick: number;
  readonly atoms: readonly string[];
}

const isWithin = (distance: number, { from, to }: TestBounds = { from: 0 }): boolean =>
  distance >= from && (to === undefined || distance <= to);

/** The steps up to one, the last first. */
const upTo = (last: number): readonly number[] =>
  Array.from({ length: last + 1 }, (_, index) => last - index);

/**
 * Does a formula hold at step i of a history, looked at from tick c? The sentences of the page, one by
 * one, over the whole history; `known` keeps what parts are worth at steps, each looked at from its own.
 */
const holdsAt = (
  tree: Tree,
  steps: readonly Step[],
  i: number,
  c: number,
  known: Map<Tree, Map<number, boolean>>,
): boolean => {
  const now = (part: Tree): boolean => holdsAt(part, steps, i, c, known);
  const tickOf = (step: number): number => steps[step]?.tick ?? 0;
  const then = (part: Tree, step: number): boolean => {
    const values = known.get(part) ?? new Map<number, boolean>();
    known.set(part, values);
    const value = values.get(step) ?? holdsAt(part, steps, step, tickOf(step), known);
    values.set(step, value);
    return value;
  };
  switch (tree.kind) {
    case 'constant':
      return tree.value;
    case 'atom':
      return steps[i]?.atoms.includes(tree.name) === true;
    case '!':
      return !now(tree.part);
    case '&&':
      return now(tree.left) && now(tree.right);
    case '||':
      return now(tree.left) || now(tree.right);
    case '==>':
      return !now(tree.left) || now(tree.right);
    case 'previously':
      return i > 0 && isWithin(c - tickOf(i - 1), tree.bounds) && then(tree.part, i - 1);
    case 'once':
      return upTo(i).some((j) => isWithin(c - tickOf(j), tree.bounds) && then(tree.part, j));
    case 'historically':
      return upTo(i).every((j) => !isWithin(c - tickOf(j), tree.bounds) || then(tree.part, j));
    case 'since':
      return upTo(i).some(
        (j) =>
          isWithin(c - tickOf(j), tree.bounds) &&
          then(tree.right, j) &&
          upTo(i).every((k) => k <= j || then(tree.left, k)),
      );
  }
};

/** Whether a formula holds before anything happened, and after each happening. */
export const meaningOf = (tree: Tree, happenings: readonly Happening[]): readonly boolean[] => {
  const steps: Step[] = [];
  const known = new Map<Tree, Map<number, boolean>>();
  let tick = 0;
  const now = (): boolean => holdsAt(tree, steps, steps.length - 1, tick, known);
  return [
    now(),
    ...happenings.map((one) => {
      if (one.kind === 'ticks') tick += one.by;
      else steps.push({ tick, atoms: one.atoms });
      return now();
    }),
  ];
};
