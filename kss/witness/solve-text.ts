import { compilePattern } from '../regex/compile.ts';
import type { PatternAutomaton } from '../regex/automaton.ts';
import { findUtf8Length, textFault } from '../../solution/message/text.ts';

/** What is asked of one text. */
export interface TextQuestions {
  /** Texts that it is compared with. */
  readonly literals: readonly string[];
  /** Patterns that it is matched with. */
  readonly patterns: readonly string[];
  /** Numbers that its size is compared with. */
  readonly sizes: readonly bigint[];
  /** In bytes. */
  readonly limit: number;
}

/**
 * Texts that stand for all: each text agrees in every question with one of them.
 *
 * Shape: not `complete` where the work allowed did not suffice; the texts are right all the same.
 */
export interface TextPool {
  readonly texts: readonly string[];
  readonly complete: boolean;
}

/** Most work for one text, in transitions. */
const mostTransitions = 100_000;

const greatestPoint = 0x10ffff;
const surrogates = { first: 0xd800, last: 0xdfff } as const;

/** Starts of intervals that all texts of one number of bytes a character have in common. */
const fixedStarts = [1, 0x80, 0x800, surrogates.first, surrogates.last + 1, 0x10000];

/** What is told apart at a character: a stretch of code points that every question treats alike. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly bytes: number;
}

const bytesOf = (point: number): number =>
  point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;

const stretchesOf = (
  automata: readonly PatternAutomaton[],
  literals: readonly string[],
): readonly Stretch[] => {
  const points = literals.flatMap((text) => Array.from(text, (one) => one.codePointAt(0) ?? 0));
  const starts = new Set([
    ...fixedStarts,
    ...automata.flatMap((one) => one.starts),
    ...points.flatMap((point) => [point, point + 1]),
  ]);
  const sorted = [...starts]
    .filter((start) => start >= 1 && start <= greatestPoint)
    .sort((left, right) => left - right);
  return sorted
    .map((first, index) => ({
      first,
      last: (sorted[index + 1] ?? greatestPoint + 1) - 1,
      bytes: bytesOf(first),
    }))
    .filter(({ first }) => first < surrogates.first || first > surrogates.last);
};

/** Characters that are pleasant to read come first. */
const pleasant = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./';

const isPleasant = (character: string): boolean => pleasant.includes(character);

const unpleasant = (text: string): number =>
  Array.from(text).filter((one) => !isPleasant(one)).length;

/** The first so many different texts, pleasant ones before others. */
const pleasantest = (texts: readonly string[], count: number): readonly string[] =>
  [...new Set(texts)].sort((left, right) => unpleasant(left) - unpleasant(right)).slice(0, count);

const charactersIn = ({ first, last }: Stretch, count: number): readonly string[] => {
  const liked = Array.from(pleasant).filter((one) => {
    const point = one.codePointAt(0) ?? 0;
    return first <= point && point <= last;
  });
  const others = Array.from({ length: Math.min(count, last - first + 1) }, (_, index) =>
    String.fromCodePoint(first + index),
  );
  return [...new Set([...liked, ...others])].slice(0, count);
};

const nextOf = ({ starts, next }: PatternAutomaton, state: number, point: number): number => {
  let column = 0;
  while (column + 1 < starts.length && (starts[column + 1] ?? 0) <= point) column += 1;
  return next[state]?.[column] ?? state;
};

/** Where a text stands: the state of each automaton, and the literals that it still is a start of. */
interface Stand {
  readonly states: readonly number[];
  readonly literals: readonly number[];
  readonly characters: number;
  readonly texts: readonly string[];
}

const keyOf = ({ states, literals, characters }: Stand): string =>
  `${states.join()}/${literals.join()}/${literals.length === 0 ? '' : String(characters)}`;

const sizeClass = (sizes: readonly bigint[], bytes: number): string =>
  sizes.map((size) => (BigInt(bytes) < size ? '<' : BigInt(bytes) === size ? '=' : '>')).join('');

class Search {
  readonly #automata: readonly PatternAutomaton[];
  readonly #literals: readonly (readonly string[])[];
  readonly #stretches: readonly (readonly [Stretch, readonly string[]])[];
  readonly #questions: TextQuestions;
  readonly #each: number;
  readonly #classes = new Map<string, string[]>();
  #work = 0;

  constructor(automata: readonly PatternAutomaton[], questions: TextQuestions, each: number) {
    this.#automata = automata;
    this.#questions = questions;
    this.#each = each;
    this.#literals = questions.literals.map((text) => Array.from(text));
    this.#stretches = stretchesOf(automata, questions.literals).map(
      (one) => [one, charactersIn(one, each)] as const,
    );
  }

  get start(): Stand {
    return {
      states: this.#automata.map(() => 0),
      literals: this.#literals.map((_, index) => index),
      characters: 0,
      texts: [''],
    };
  }

  get isSpent(): boolean {
    return this.#work > mostTransitions;
  }

  get texts(): readonly string[] {
    return [...this.#classes.values()].flat();
  }

  /** Keeps the first texts of each class. */
  take(stand: Stand, bytes: number): void {
    const accepts = stand.states.map((state, index) => this.#automata[index]?.accepts[state]);
    const whole = stand.literals.filter(
      (index) => this.#literals[index]?.length === stand.characters,
    );
    const key = `${accepts.join()}/${whole.join()}/${sizeClass(this.#questions.sizes, bytes)}`;
    const known = this.#classes.get(key) ?? [];
    if (known.length < this.#each) {
      this.#classes.set(key, [...new Set([...known, ...stand.texts])].slice(0, this.#each));
    }
  }

  /** The stands one character on, each with the bytes that it took. */
  after(stand: Stand): readonly (readonly [Stand, number])[] {
    return this.#stretches.map(([stretch, characters]) => {
      this.#work += 1;
      const { first, bytes } = stretch;
      const states = stand.states.map((state, index) => {
        const automaton = this.#automata[index];
        return automaton === undefined ? state : nextOf(automaton, state, first);
      });
      const literals = stand.literals.filter(
        (index) => this.#literals[index]?.[stand.characters]?.codePointAt(0) === first,
      );
      const texts = stand.texts
        .flatMap((text) => characters.map((one) => text + one))
        .slice(0, this.#each);
      return [{ states, literals, characters: stand.characters + 1, texts }, bytes] as const;
    });
  }
}

type Layer = Map<string, Stand>;

const addTo = (layer: Layer, stand: Stand, each: number): void => {
  const key = keyOf(stand);
  const known = layer.get(key);
  if (known === undefined) layer.set(key, stand);
  else layer.set(key, { ...known, texts: pleasantest([...known.texts, ...stand.texts], each) });
};

const widestCharacter = 4;

/** From here on nothing is asked of the number of bytes any more. */
const lastAsked = ({ sizes, literals, limit }: TextQuestions): number =>
  Math.max(
    0,
    ...sizes.filter((size) => size <= BigInt(limit)).map(Number),
    ...literals.map((text) => findUtf8Length(text) ?? 0),
  );

/** Most bytes of which it matters how many there are: every one of them is a step. */
const mostCounted = 4096;

/** Looks at all texts by their bytes; ends early when what can be reached comes round again. */
const searchAll = (search: Search, questions: TextQuestions, each: number): void => {
  const layers = new Map<number, Layer>([[0, new Map([['', search.start]])]]);
  const seen = new Set<string>();
  const last = lastAsked(questions);
  for (let bytes = 0; bytes <= questions.limit && !search.isSpent; bytes += 1) {
    const layer = layers.get(bytes) ?? new Map<string, Stand>();
    layers.delete(bytes);
    for (const stand of layer.values()) {
      search.take(stand, bytes);
      for (const [next, taken] of search.after(stand)) {
        const target = layers.get(bytes + taken) ?? new Map<string, Stand>();
        layers.set(bytes + taken, target);
        addTo(target, next, each);
      }
    }
    if (bytes <= last) continue;
    const ahead = Array.from({ length: widestCharacter }, (_, index) => {
      const stands = layers.get(bytes + 1 + index)?.values() ?? [];
      return [...stands]
        .map((one) => `${keyOf(one)}*${String(one.texts.length)}`)
        .sort()
        .join(';');
    }).join('|');
    if (seen.has(ahead)) return;
    seen.add(ahead);
  }
};

/**
 * Texts of `string<limit>` for every combination of answers to the questions that there is a text for,
 * `each` different ones where there are so many, the shortest first.
 *
 * All texts are read at once, by their bytes, through the product of the automata of all patterns, of
 * the literals and of the sizes that are asked for.
 */
export const solveText = (questions: TextQuestions, each: number): TextPool => {
  const compiled = questions.patterns.map((pattern) => compilePattern(pattern));
  const automata = compiled.flatMap((one) => (one.kind === 'automaton' ? [one.automaton] : []));
  const search = new Search(automata, questions, each);
  const isCountable = lastAsked(questions) <= mostCounted;
  if (isCountable) searchAll(search, questions, each);
  const literals = questions.literals.filter(
    (text) => textFault(text, questions.limit) === undefined,
  );
  return {
    texts: [...new Set([...search.texts, ...literals])],
    complete: isCountable && !search.isSpent && automata.length === compiled.length,
  };
};
