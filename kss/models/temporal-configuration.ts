import type { Span } from '../../model/span.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import { hintNearest } from '../../solution/nearest.ts';
import type { Entry, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Name } from '../../solution/syntax/tree/name.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { makeConfigReader } from './config-reader.ts';
import type { ConfigReader } from './config-reader.ts';
import { configurationOf, fault, onceForEach, parameterFaults } from './configuration.ts';
import { makeFormulaBuilder, mostParts, mostWords } from './temporal-formula.ts';
import type { Formula, Formulas } from './temporal-formula.ts';
import { parseFormula } from './temporal-parser.ts';
import type { FormulaFault } from './temporal-tokens.ts';
import { atomName, formulaWords } from './temporal-tokens.ts';

const keys = ['atoms', 'formulas', 'pool_size'];

const greatestSize = 0xffff_ffff;

/** For how many faults the atom that may be meant is looked for: that takes long. */
const mostHints = 20;

/** What an object without faults is configured with. */
export interface TemporalConfiguration extends Formulas {
  /** Most SIDs that have a history at a time. */
  readonly poolSize: number;
}

type Text = Extract<Expression, { readonly kind: 'text' }>;

/** Where the line of an offset begins, and which it is. */
const lineOf = (
  text: string,
  offset: number,
): { readonly line: number; readonly start: number } => {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, start: before.lastIndexOf('\n') + 1 };
};

/**
 * The place of a fault. A text in quotes without escapes is as long as its value and the quotes; any
 * other is longer, and then the place within it can be told in words alone.
 */
const placeOf = ({ value, at }: Text, found: FormulaFault): ConfigurationFault => {
  const isPlain = at.line === at.endLine && at.endColumn - at.column === value.length + 2;
  if (!isPlain) {
    const { line, start } = lineOf(value, found.from);
    const place = `line ${String(line)}, column ${String(found.from - start + 1)} of the formula`;
    return fault(at, `${found.message} (${place})`);
  }
  const column = at.column + 1 + found.from;
  // What is missing at the end is missing at the closing quote.
  const within: Span = { ...at, column, endColumn: at.column + 1 + found.to };
  return fault(within, found.message);
};

const faultOf = (
  text: Text,
  found: FormulaFault,
  atoms: readonly string[],
): ConfigurationFault => ({
  ...placeOf(text, found),
  ...(found.unknown === undefined ? {} : hintNearest(found.unknown, atoms)),
});

const readAtoms = (reader: ConfigReader, from: Expression | undefined): readonly Name[] => {
  const names = reader.names(from, 'atoms');
  reader.demand(from, 'list', 'an atom');
  for (const { text, at } of names) {
    if (formulaWords.has(text)) reader.tell(at, `"${text}" is a word of formulas, and no atom`);
    else if (!atomName.test(text)) {
      reader.tell(at, 'an atom is a letter or "_", and then letters, digits and "_"');
    }
  }
  return names;
};

interface Compiling {
  readonly reader: ConfigReader;
  readonly numbers: ReadonlyMap<string, number>;
  readonly parts: number;
  readonly words: number;
}

/** What one formula adds to the parts and words; nothing where it has a fault. */
const compile = (
  { reader, numbers, parts, words }: Compiling,
  { key, value }: Entry,
): { readonly formula: Formula; readonly parts: number; readonly words: number } | undefined => {
  if (value.kind !== 'text') {
    reader.tell(value.at, 'a formula is a text');
    return undefined;
  }
  const builder = makeFormulaBuilder(words);
  const parsed = parseFormula(value.value, numbers, builder, mostParts - parts);
  if (parsed.kind === 'fault') {
    const near = reader.faults.length < mostHints ? [...numbers.keys()] : [];
    reader.tellAll([faultOf(value, parsed, near)]);
    return undefined;
  }
  const { code, nextWord } = builder.take();
  if (nextWord > mostWords) {
    reader.tell(value.at, `the formulas need more than ${String(mostWords)} words for each SID`);
    return undefined;
  }
  return { formula: { name: key.text, code }, parts: parts + parsed.parts, words: nextWord };
};

const readFormulas = (
  reader: ConfigReader,
  from: Expression | undefined,
  atoms: readonly string[],
): Formulas => {
  const numbers = new Map(atoms.map((name, index) => [name, index] as const));
  const atomWords = Math.ceil(atoms.length / 32);
  const formulas = new Map<string, Formula>();
  let [parts, words] = [0, atomWords];
  reader.demand(from, 'dictionary', 'a formula');
  for (const entry of reader.entries(from, 'formulas')) {
    const made = compile({ reader, numbers, parts, words }, entry);
    if (made === undefined) continue;
    ({ parts, words } = made);
    formulas.set(entry.key.text, made.formula);
  }
  return { atoms, atomNumbers: numbers, formulas, atomWords, words };
};

interface Read {
  readonly configuration: TemporalConfiguration;
  readonly faults: readonly ConfigurationFault[];
}

const read = onceForEach((object): Read => {
  const { config } = configurationOf(object);
  const reader = makeConfigReader();
  reader.tellAll(parameterFaults(object, []));
  const field = reader.fields(config, keys);
  const atoms = readAtoms(reader, field('atoms'));
  const unique = [...new Set(atoms.map(({ text }) => text))];
  const formulas = readFormulas(reader, field('formulas'), unique);
  const poolSize = reader.integer(field('pool_size'), 'pool_size', 1, greatestSize) ?? 0;
  return { configuration: { ...formulas, poolSize }, faults: reader.faults };
});

/** What is wrong with a Temporal's config. */
export const checkTemporal = (object: PolicyObject): readonly ConfigurationFault[] =>
  read(object).faults;

/** The formulas of an object without faults, compiled once. */
export const temporalOf = (object: PolicyObject): TemporalConfiguration =>
  read(object).configuration;
