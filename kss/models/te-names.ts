import type { Name } from '../../solution/syntax/tree/name.ts';

/** Stands for every type, or every permission of a class. */
export const every = '*';

/** As a target, the source itself. */
export const itself = 'self';

export interface DeclaredAttribute {
  readonly name: Name;
  readonly types: readonly Name[];
}

interface NumberedClass {
  readonly name: string;
  /** The bit of each permission. */
  readonly bits: ReadonlyMap<string, number>;
  /** All of them. */
  readonly all: number;
}

/** What the names in rules stand for. */
export interface TeNames {
  readonly types: readonly Name[];
  readonly classes: readonly NumberedClass[];
  readonly typeNumbers: ReadonlyMap<string, number>;
  readonly classNumbers: ReadonlyMap<string, number>;
  /** The types that a name of a type or an attribute stands for; absent if it is neither. */
  readonly findTypes: (name: string) => readonly number[] | undefined;
}

/**
 * Triples of types and classes that a rule is of: each source with each target in each class.
 *
 * Shape: names stay names until tables are made, so that rules of large attributes take no room.
 */
export interface RuleCells {
  readonly sources: readonly Name[];
  /** Without `self`. */
  readonly targets: readonly Name[];
  /** Each source is a target of itself, besides the targets. */
  readonly withSelf: boolean;
  readonly classes: readonly number[];
  /** As written. */
  readonly classNames: readonly Name[];
}

const countTypes = ({ findTypes }: TeNames, named: readonly Name[]): number =>
  named.reduce((sum, { text }) => sum + (findTypes(text)?.length ?? 0), 0);

/** At most how many triples a rule is of. */
export const countCells = (
  names: TeNames,
  { sources, targets, withSelf, classes }: RuleCells,
): number =>
  countTypes(names, sources) * (countTypes(names, targets) + (withSelf ? 1 : 0)) * classes.length;

const typesOf = ({ findTypes }: TeNames, named: readonly Name[]): readonly number[] => [
  ...new Set(named.flatMap(({ text }) => findTypes(text) ?? [])),
];

/** Calls for each triple of a rule; `index` is the position of the class in the rule. */
export const eachCell = (
  names: TeNames,
  { sources, targets, withSelf, classes }: RuleCells,
  visit: (source: number, target: number, ofClass: number, index: number) => void,
): void => {
  const allTargets = typesOf(names, targets);
  for (const source of typesOf(names, sources)) {
    classes.forEach((ofClass, index) => {
      for (const target of allTargets) visit(source, target, ofClass, index);
      if (withSelf) visit(source, source, ofClass, index);
    });
  }
};

const numberClass = ({
  name,
  permissions,
}: {
  readonly name: Name;
  readonly permissions: readonly Name[];
}): NumberedClass => {
  const bits = new Map(
    permissions.slice(0, 32).map(({ text }, index) => [text, (1 << index) >>> 0] as const),
  );
  return { name: name.text, bits, all: [...bits.values()].reduce((all, bit) => all + bit, 0) };
};

/** Numbers of names, the first of each. */
const numbered = (names: readonly string[]): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  names.forEach((name, index) => {
    if (!numbers.has(name)) numbers.set(name, index);
  });
  return numbers;
};

export const makeTeNames = (
  types: readonly Name[],
  attributes: readonly DeclaredAttribute[],
  classes: readonly { readonly name: Name; readonly permissions: readonly Name[] }[],
): TeNames => {
  const typeNumbers = numbered(types.map(({ text }) => text));
  const standsFor = new Map<string, readonly number[]>([
    ...attributes.map(
      ({ name, types: of }) =>
        [name.text, of.flatMap(({ text }) => typeNumbers.get(text) ?? [])] as const,
    ),
    ...[...typeNumbers].map(([name, number]) => [name, [number]] as const),
    [every, types.map((_, index) => index)],
  ]);
  return {
    types,
    classes: classes.map(numberClass),
    typeNumbers,
    classNumbers: numbered(classes.map(({ name }) => name.text)),
    findTypes: (name) => standsFor.get(name),
  };
};

/** What a rule is of; of the classes those that are known. */
export const cellsOf = (
  { classNumbers }: TeNames,
  sources: readonly Name[],
  targets: readonly Name[],
  classes: readonly Name[],
): RuleCells => ({
  sources,
  targets: targets.filter(({ text }) => text !== itself),
  withSelf: targets.some(({ text }) => text === itself),
  classes: [...new Set(classes.flatMap(({ text }) => classNumbers.get(text) ?? []))],
  classNames: classes,
});
