import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAutomaton, fitsText } from './automaton.ts';
import { anyCharacter, charactersOf, complement, has } from './characters.ts';
import type { Characters } from './characters.ts';
import { compilePattern } from './compile.ts';
import { parsePattern } from './parse.ts';
import type { Pattern } from './pattern.ts';

const runs = { seed: 20260, numRuns: 1500 } as const;

/** Every text up to five letters of an alphabet. */
const textsOver = (alphabet: readonly string[]): readonly string[] => {
  let longest = [''];
  const all = [''];
  for (let length = 1; length <= 5; length++) {
    longest = longest.flatMap((text) => alphabet.map((letter) => text + letter));
    all.push(...longest);
  }
  return all;
};

type Language = ReadonlySet<string>;

const concatenated = (left: Language, right: Language): Language =>
  new Set([...left].flatMap((a) => [...right].map((b) => a + b)).filter((text) => text.length < 6));

const power = (of: Language, least: number, most: number): Language => {
  let times: Language = new Set(['']);
  const all = new Set<string>();
  for (let count = 0; count <= most; count++) {
    if (count >= least) for (const text of times) all.add(text);
    times = concatenated(times, of);
  }
  return all;
};

/** The texts that a pattern fits, by the definition of each operator as a set. */
const languageOf = (pattern: Pattern, universe: readonly string[]): Language => {
  switch (pattern.kind) {
    case 'characters':
      return new Set(
        universe.filter((text) => text.length === 1 && has(pattern.set, text.codePointAt(0) ?? 0)),
      );
    case 'sequence':
      return pattern.parts
        .map((part) => languageOf(part, universe))
        .reduce(concatenated, new Set(['']));
    case 'either':
      return new Set(pattern.of.flatMap((part) => [...languageOf(part, universe)]));
    case 'both': {
      const [first = new Set<string>(), ...others] = pattern.of.map((part) =>
        languageOf(part, universe),
      );
      return new Set([...first].filter((text) => others.every((other) => other.has(text))));
    }
    case 'not': {
      const without = languageOf(pattern.of, universe);
      return new Set(universe.filter((text) => !without.has(text)));
    }
    case 'repeat':
      return power(languageOf(pattern.of, universe), pattern.least, pattern.most ?? 9);
  }
};

const written = (point: number): string =>
  /[\w]/.test(String.fromCodePoint(point)) || point > 126
    ? String.fromCodePoint(point)
    : `\\${String.fromCodePoint(point)}`;

const writtenSet = (set: Characters): string => {
  if (set === anyCharacter) return '.';
  const ranges = set.map(({ first, last }) =>
    first === last ? written(first) : `${written(first)}-${written(last)}`,
  );
  return set.every(({ first, last }) => first === last) && set.length === 1
    ? ranges.join('')
    : `[${ranges.join('')}]`;
};

/** How tightly a pattern binds as it is written; looser ones stand in parentheses. */
const binding = { either: 0, both: 1, sequence: 2, not: 3, repeat: 4, characters: 5 } as const;

const counts = ({ least, most }: Extract<Pattern, { readonly kind: 'repeat' }>): string => {
  if (most === undefined) return least < 2 ? (least === 0 ? '*' : '+') : `{${String(least)},}`;
  if (least === most) return `{${String(least)}}`;
  return least === 0 && most === 1 ? '?' : `{${String(least)},${String(most)}}`;
};

/** A pattern as its text, with as few parentheses as the precedences allow; `idle` stands between. */
const print = (pattern: Pattern, idle: string): string => {
  const within = (part: Pattern, least: number): string => {
    const text = print(part, idle);
    const isEmpty = part.kind === 'sequence' && part.parts.length === 0;
    return binding[part.kind] < least || isEmpty ? `(${text})` : text;
  };
  switch (pattern.kind) {
    case 'characters':
      return writtenSet(pattern.set);
    case 'sequence':
      return pattern.parts.map((part) => within(part, 3)).join(idle);
    case 'either':
      return pattern.of.map((part) => within(part, 1)).join(`${idle}|${idle}`);
    case 'both':
      return pattern.of.map((part) => within(part, 2)).join(`${idle}&${idle}`);
    case 'not':
      return `!${idle}${within(pattern.of, 3)}`;
    case 'repeat':
      return `${within(pattern.of, 4)}${idle}${counts(pattern)}`;
  }
};

const someCharacters = fc.oneof(
  fc
    .constantFrom('a', 'b')
    .map((letter) => charactersOf([{ first: letter.charCodeAt(0), last: letter.charCodeAt(0) }])),
  fc.constantFrom(
    anyCharacter,
    charactersOf([{ first: 97, last: 98 }]),
    complement(charactersOf([{ first: 97, last: 97 }])),
  ),
);

const { pattern: somePattern } = fc.letrec<{ pattern: Pattern }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    someCharacters.map((set): Pattern => ({ kind: 'characters', set })),
    fc
      .array(tie('pattern'), { maxLength: 3 })
      .map((parts): Pattern => ({ kind: 'sequence', parts })),
    fc
      .record({
        kind: fc.constantFrom('either', 'both'),
        of: fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }),
      })
      .map((pattern): Pattern => pattern),
    tie('pattern').map((of): Pattern => ({ kind: 'not', of })),
    fc
      .record({
        of: tie('pattern'),
        least: fc.nat(2),
        more: fc.option(fc.nat(2), { nil: undefined }),
      })
      .map(({ of, least, more }): Pattern => ({
        kind: 'repeat',
        of,
        least,
        most: more === undefined ? undefined : least + more,
      })),
  ),
}));

const fillers = fc.constantFrom('', ' ', '$', '^ ', '\n');

type Matches = (text: string, pattern: Pattern, idle: string) => (text: string) => boolean;

/** Reads the written pattern, and matches by its automaton. */
const matcher: Matches = (written) => {
  const compiled = compilePattern(written);
  return (text) => compiled.kind === 'automaton' && fitsText(compiled.automaton, text);
};

/** Do a matcher and the definition agree, on every short text? */
const agree = (alphabet: readonly string[], matches: Matches) => {
  const universe = textsOver(alphabet);
  return fc.property(somePattern, fillers, (pattern, idle) => {
    const fits = matches(print(pattern, idle), pattern, idle);
    const language = languageOf(pattern, universe);
    const wrong = universe.find((text) => fits(text) !== language.has(text));
    return wrong === undefined;
  });
};

/** A pattern in which each `&` was read as `|`. */
const loosened = (pattern: Pattern): Pattern => {
  switch (pattern.kind) {
    case 'characters':
      return pattern;
    case 'sequence':
      return { ...pattern, parts: pattern.parts.map(loosened) };
    case 'either':
    case 'both':
      return { kind: 'either', of: pattern.of.map(loosened) };
    case 'not':
    case 'repeat':
      return { ...pattern, of: loosened(pattern.of) };
  }
};

/** `!` that takes all that stands behind it. */
const greedyNot: Matches = (written) => {
  const at = written.indexOf('!');
  const read = at < 0 ? written : `${written.slice(0, at)}!(${written.slice(at + 1)})`;
  return matcher(read, { kind: 'sequence', parts: [] }, '');
};

describe('a pattern', () => {
  it.each([
    ['ab', 1500],
    ['abc', 200],
  ])('fits exactly the texts over %s that its definition says [LANG-5]', (alphabet, numRuns) => {
    fc.assert(agree(Array.from(alphabet), matcher), { ...runs, numRuns });
  });

  it('is found wrong where & is taken for | [GATE-1]', () => {
    const planted: Matches = (_written, pattern) => {
      const automaton = findAutomaton(loosened(pattern));
      return (text) => automaton !== undefined && fitsText(automaton, text);
    };

    expect(fc.check(agree(['a', 'b'], planted), runs).failed).toBe(true);
  });

  it('is found wrong where ! takes more than the part behind it [GATE-1]', () => {
    expect(fc.check(agree(['a', 'b'], greedyNot), runs).failed).toBe(true);
  });

  it('or what is wrong with it is told, whatever the text [LANG-3]', () => {
    const signs = fc.constantFrom(...Array.from('ab()[]{}|&!*+?.,-^$\\0129 é😀'));
    const text = fc.array(signs, { maxLength: 30 }).map((all) => all.join(''));

    fc.assert(
      fc.property(text, (pattern) => {
        const parsed = parsePattern(pattern);
        if (parsed.kind === 'fault') return parsed.fault.offset <= pattern.length;
        return compilePattern(pattern).kind === 'automaton' || pattern.includes('{');
      }),
      { seed: 20260, numRuns: 5000 },
    );
  });
});
