import type { BinaryOperator } from '../../solution/syntax/tree/expression.ts';
import { formatExpression } from '../explain/format-expression.ts';
import type { Atom } from '../witness/atoms-of-call.ts';
import type { Outcome } from '../witness/outcome.ts';

/** An assignment: the outcome of each atom. */
export type Assignment = readonly Outcome[];

/** What some atoms come to, by their numbers. */
export type Cube = ReadonlyMap<number, Outcome>;

/** An assignment, and the least that tells it, and others like it, from all that are not. */
export interface Covered<Item> {
  readonly item: Item;
  readonly cube: Cube;
}

const holds = (cube: Cube, assignment: Assignment): boolean =>
  [...cube].every(([number, outcome]) => assignment[number] === outcome);

/** Without the atoms, tried in an order, that tell the assignment from none of the others. */
const reduced = (
  full: Assignment,
  order: readonly number[],
  others: readonly Assignment[],
): Cube => {
  const cube = new Map(full.entries());
  for (const number of order) {
    const outcome = cube.get(number);
    if (outcome === undefined) continue;
    cube.delete(number);
    if (others.some((other) => holds(cube, other))) cube.set(number, outcome);
  }
  return cube;
};

/**
 * Conditions that together hold for all assignments of `items`, and for none of `others`.
 *
 * Shape: no condition holds for an item that a later one was made for; `order` lists the atoms that a condition
 *        should rather be without first.
 */
export const coverOf = <Item>(
  items: readonly Item[],
  assignmentOf: (item: Item) => Assignment,
  others: readonly Assignment[],
  order: (assignment: Assignment) => readonly number[],
): readonly Covered<Item>[] => {
  const covered: Covered<Item>[] = [];
  for (const item of items) {
    const assignment = assignmentOf(item);
    if (covered.some(({ cube }) => holds(cube, assignment))) continue;
    covered.push({ item, cube: reduced(assignment, order(assignment), others) });
  }
  return covered;
};

/** How well an atom tells: those of one policy alone best, those not asked least. */
const weightOf = (number: number, outcome: Outcome, atoms: readonly Atom[]): number => {
  if (outcome === 'unasked') return 0;
  const text = atoms[number]?.text;
  if (atoms.findIndex((one) => one.text === text) < number) return 1;
  return atoms.some((one, index) => index !== number && one.text === text) ? 2 : 3;
};

/** The atoms of an assignment, the least telling first. */
export const byWeight =
  (atoms: readonly Atom[]) =>
  (assignment: Assignment): readonly number[] =>
    [...assignment.entries()]
      .map(([number, outcome]) => ({ number, weight: weightOf(number, outcome, atoms) }))
      .sort((left, right) => left.weight - right.weight || right.number - left.number)
      .map(({ number }) => number);

const opposites: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** The text of a condition that is false: of a comparison its opposite. */
const negatedText = ({ test, text, kind }: Atom): string => {
  const compared = test.kind === 'expression' && kind !== 'case' ? test.expression : undefined;
  if (compared?.kind !== 'binary') return `!(${text})`;
  const operator = opposites[compared.operator];
  return operator === undefined ? `!(${text})` : formatExpression({ ...compared, operator });
};

const literalText = (atom: Atom, outcome: Outcome): string => {
  const { kind, text } = atom;
  if (outcome === 'unasked') return `${text} is not asked`;
  if (outcome === 'failed') return `${text} fails`;
  if (kind === 'rule') return `${text} ${outcome === 'true' ? 'grants' : 'denies'}`;
  return outcome === 'true' ? text : negatedText(atom);
};

/** Texts that stand in both policies and came to something else in each: an object has changed. */
const ambiguous = (
  atoms: readonly Atom[],
  ofA: number,
  assignments: readonly Assignment[],
): ReadonlySet<string> => {
  const texts = atoms.flatMap(({ text }, number) =>
    number >= ofA
      ? []
      : atoms.flatMap((other, index) => {
          if (index < ofA || other.text !== text) return [];
          const differs = assignments.some((one) => one[number] !== one[index]);
          return differs ? [text] : [];
        }),
  );
  return new Set(texts);
};

/**
 * Conditions in words, the atoms in textual order.
 *
 * Shape: the first `ofA` atoms are of policy A, the others of B; which of them is meant is said where
 *        the same text came to something else in each.
 */
export const conditionText = (
  atoms: readonly Atom[],
  ofA: number,
  assignments: readonly Assignment[],
): ((cube: Cube) => readonly string[]) => {
  const unclear = ambiguous(atoms, ofA, assignments);
  return (cube) =>
    [...cube]
      .sort(([left], [right]) => left - right)
      .flatMap(([number, outcome]) => {
        const atom = atoms[number];
        if (atom === undefined) return [];
        const text = literalText(atom, outcome);
        if (!unclear.has(atom.text)) return [text];
        return [`in ${number < ofA ? 'A' : 'B'}: ${text}`];
      });
};
