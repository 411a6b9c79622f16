import type { Span } from '../../model/span.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Name } from '../../solution/syntax/tree/name.ts';
import { fault } from './configuration.ts';
import { undeclaredFaults } from './config-reader.ts';
import type { Declaring } from './config-reader.ts';
import { countCells, every, itself } from './te-names.ts';
import type { DeclaredAttribute, RuleCells, TeNames } from './te-names.ts';

/** Most cells of the table of access vectors, types times types times classes: 16 MiB. */
export const mostCells = 2 ** 22;

/** Most cells that all rules together may come to: what is written once can stand for many. */
export const mostRuleCells = 2 ** 26;

/** Names that cannot be given to types and attributes, and names of both. */
export const declarationFaults = (
  types: readonly Name[],
  attributes: readonly DeclaredAttribute[],
): readonly ConfigurationFault[] => {
  const known = new Set(types.map(({ text }) => text));
  const isTaken = ({ text }: Name): boolean => text === every || text === itself;
  return [
    ...[...types, ...attributes.map(({ name }) => name)]
      .filter(isTaken)
      .map(({ text, at }) => fault(at, `"${text}" has a meaning of its own in rules`)),
    ...attributes
      .filter(({ name }) => known.has(name.text))
      .map(({ name: { text, at } }) => fault(at, `"${text}" is a type already`)),
  ];
};

/** What a config declares. */
interface Declared {
  readonly types: readonly Name[];
  readonly attributes: readonly DeclaredAttribute[];
  readonly classes: readonly { readonly name: Name }[];
}

/** Names that stand for nothing, of all rules at once; `given` are the types of transitions. */
export const nameFaults = (
  field: (key: string) => Expression | undefined,
  { types, attributes, classes }: Declared,
  rules: readonly RuleCells[],
  given: readonly Name[],
): readonly ConfigurationFault[] => {
  const dictionary = (key: string, all: readonly { readonly name: Name }[]): Declaring => ({
    in: field(key),
    as: 'dictionary',
    names: all.map(({ name }) => name),
  });
  const ofTypes: Declaring = { in: field('types'), as: 'list', names: types };
  const members = attributes.flatMap((attribute) => attribute.types);
  const parties = rules
    .flatMap(({ sources, targets }) => [...sources, ...targets])
    .filter(({ text }) => text !== every);
  const classNames = rules.flatMap((rule) => rule.classNames);
  return [
    ...undeclaredFaults([ofTypes], members, 'type'),
    ...undeclaredFaults(
      [ofTypes, dictionary('attributes', attributes)],
      parties,
      'type or attribute',
    ),
    ...undeclaredFaults([dictionary('classes', classes)], classNames, 'class'),
    ...undeclaredFaults([ofTypes], given, 'type'),
  ];
};

/** Tables and rules beyond what is kept and read. */
export const boundFaults = (
  at: Span,
  names: TeNames,
  rules: readonly RuleCells[],
): readonly ConfigurationFault[] => {
  const cells = names.types.length ** 2 * names.classes.length;
  const ofRules = rules.reduce((sum, rule) => sum + countCells(names, rule), 0);
  return [
    ...(cells <= mostCells
      ? []
      : [
          fault(
            at,
            `types times types times classes is ${String(cells)}, and at most ${String(mostCells)} are kept`,
          ),
        ]),
    ...(ofRules <= mostRuleCells
      ? []
      : [
          fault(
            at,
            `the rules come to ${String(ofRules)} pairs of types in classes, and at most ${String(mostRuleCells)} are read`,
          ),
        ]),
  ];
};
