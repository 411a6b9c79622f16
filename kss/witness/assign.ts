import type { MessageType } from '../../solution/data-type.ts';
import { always, never } from './bits.ts';
import type { Condition } from './bits.ts';
import type { Asking, Component } from './component.ts';
import { groundIn } from './ground.ts';
import { messageOf } from './message-of.ts';
import type { Chosen } from './message-of.ts';
import { domainOf, noChoice, nothingNear, termsNear } from './near.ts';
import type { SolveOptions } from './near.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import {
  allValues,
  combinations,
  countOf,
  guessedPool,
  nearest,
  sizeOf,
  textPools,
} from './pools.ts';
import type { Pool } from './pools.ts';
import { findSidPool } from './sid-pool.ts';
import { solveIntegers } from './solve-integers.ts';
import { translate, translateRule } from './translate.ts';
import type { Ground, Translated } from './translated.ts';

/** One satisfiable assignment of a component's atoms, and values that make it so. */
export interface Row {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly chosen: Chosen;
}

/** What could not be decided about an atom. */
export interface Doubt {
  readonly asking: Asking;
  readonly why: string;
}

/** The satisfiable assignments of a component: all of them where there is no doubt. */
export interface Table {
  readonly rows: readonly Row[];
  readonly doubts: readonly Doubt[];
}

/** Most combinations of values that are tried one by one. */
export const mostTried = 65_536;

/** Where a search goes through many contexts, so few in each. */
export const fewTries = 1024;

/** Most combinations of values that are tried where trying all is out of reach. */
const mostGuessed = 2048;

class Rows {
  readonly #byOutcomes = new Map<string, Row>();

  add(outcomes: ReadonlyMap<number, Outcome>, chosen: Chosen): void {
    const key = [...outcomes.values()].join();
    if (!this.#byOutcomes.has(key)) this.#byOutcomes.set(key, { outcomes, chosen });
  }

  get all(): readonly Row[] {
    return [...this.#byOutcomes.values()];
  }
}

const translateAtom = ({ atom: { test } }: Asking, ground: Ground): Translated | undefined => {
  switch (test.kind) {
    case 'expression':
    case 'value':
      return translate(test.expression, ground);
    case 'rule':
      return translateRule(test.call, ground);
    case 'case':
      return undefined;
  }
};

/** When an atom is true, and when it fails. */
const conditionsOf = (
  { atom: { test } }: Asking,
  translated: Translated,
): readonly [Condition, Condition] => {
  const { fails } = translated;
  if (test.kind === 'value') return [always, fails];
  if (translated.kind === 'boolean') return [translated.holds, fails];
  if (translated.kind !== 'value' || typeof translated.value !== 'boolean') return [never, always];
  return [translated.value ? always : never, fails];
};

const outcomeIn = (holds: boolean | undefined, fails: boolean | undefined): Outcome => {
  if (fails === true) return 'failed';
  return holds === true ? 'true' : 'false';
};

/** By circuits, for one choice of texts; or why that is not possible, and of which atom. */
const solveFor = (
  component: Component,
  type: MessageType,
  texts: Chosen,
  rows: Rows,
  { fixed = noChoice, near = nothingNear }: SolveOptions,
): readonly Doubt[] => {
  const { atoms, variables } = component;
  const terms = termsNear(variables, near);
  const known = new Map([...fixed, ...texts]);
  const translated = atoms.map((asking) => {
    const { models, resolved, context } = asking;
    return translateAtom(asking, groundIn(type, models, resolved, context)(known, terms));
  });
  const doubts = atoms.flatMap((asking, index) =>
    translated[index] === undefined
      ? [{ asking, why: 'it is no condition of comparisons, sums, masks, texts and entries alone' }]
      : [],
  );
  if (doubts.length > 0) return doubts;
  const pairs = atoms.map((asking, index) => {
    const one = translated[index];
    return one === undefined ? [never, always] : conditionsOf(asking, one);
  });
  const solved = solveIntegers(pairs.flat(), domainOf(variables, near));
  if (solved.kind === 'unknown') return atoms.map((asking) => ({ asking, why: solved.why }));
  for (const { holds, values } of solved.ways) {
    const outcomes = new Map(
      atoms.map(({ number }, index) => [number, outcomeIn(holds[2 * index], holds[2 * index + 1])]),
    );
    const found = [...values].map(([key, value]) => {
      const way = near.get(key);
      return [key, way === undefined ? value : way.from + way.sign * value] as const;
    });
    rows.add(outcomes, new Map([...texts, ...found]));
  }
  return [];
};

/** Tries combinations one by one, as the engine evaluates them. */
const tryAll = (
  { atoms }: Component,
  type: MessageType,
  pools: readonly Pool[],
  most: number,
  rows: Rows,
  fixed: Chosen,
): void => {
  let tried = 0;
  for (const chosen of combinations(pools)) {
    if ((tried += 1) > most) return;
    const message = messageOf(type, new Map([...fixed, ...chosen]));
    const outcomes = new Map(
      atoms.map(({ atom, number, resolved, context }) => [
        number,
        outcomeOf(atom, { ...resolved, message }, context),
      ]),
    );
    rows.add(outcomes, chosen);
  }
};

/** Values that stand for all of every variable, if they are few enough. */
const findWhole = (
  component: Component,
  type: MessageType,
  texts: readonly Pool[],
  most: number,
): readonly Pool[] | undefined => {
  if (component.variables.some(({ kind }) => kind === 'any')) return undefined;
  if (texts.some(({ complete }) => !complete)) return undefined;
  const pools: Pool[] = [...texts];
  for (const one of component.variables) {
    if (one.kind !== 'integer') continue;
    const sids = findSidPool(one, component, type);
    if (sids === undefined && sizeOf(one) > BigInt(most)) return undefined;
    pools.push(sids ?? { key: one.key, values: allValues(one), complete: true });
    if (countOf(pools) > most) return undefined;
  }
  return pools;
};

const incomplete = ({ atoms }: Component, pools: readonly Pool[]): readonly Doubt[] =>
  pools.every(({ complete }) => complete)
    ? []
    : atoms.map((asking) => ({
        asking,
        why: 'a text is asked for more than comparisons, patterns and sizes',
      }));

/**
 * The satisfiable assignments of a component's atoms.
 *
 * First the texts: a pool that stands for all texts; for each choice of them the integers by their
 * circuits. Where an atom is no circuit, every combination of values is tried, if they are few; if they
 * are many, likely ones are, and the atom is in doubt.
 */
export const tableOf = (
  component: Component,
  type: MessageType,
  options: SolveOptions = {},
): Table => {
  const { tries: most = mostTried } = options;
  const texts = textPools(component, type);
  const rows = new Rows();
  const isOpen = component.variables.some(({ kind }) => kind === 'any');
  const isWide = countOf(texts) > mostGuessed;
  let doubts: readonly Doubt[] = isOpen
    ? component.atoms.map((asking) => ({ asking, why: 'the type of what it reads is not known' }))
    : isWide
      ? component.atoms.map((asking) => ({ asking, why: 'it depends on too many texts at once' }))
      : [];
  if (doubts.length === 0) {
    for (const chosen of combinations(texts)) {
      doubts = solveFor(component, type, chosen, rows, options);
      if (doubts.length > 0) break;
    }
    if (doubts.length === 0) return { rows: rows.all, doubts: incomplete(component, texts) };
  }
  const whole = findWhole(component, type, texts, most)?.map((pool) => nearest(pool, options.near));
  if (whole !== undefined) {
    tryAll(component, type, whole, most, rows, options.fixed ?? noChoice);
    return { rows: rows.all, doubts: [] };
  }
  const others = component.variables.filter(({ kind }) => kind !== 'text');
  const pools = [...texts, ...others.map((one) => guessedPool(one, component))].map((pool) =>
    nearest(pool, options.near),
  );
  tryAll(component, type, pools, mostGuessed, rows, options.fixed ?? noChoice);
  return { rows: rows.all, doubts };
};
