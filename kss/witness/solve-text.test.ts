import { describe, expect, it } from 'vitest';
import { solveText } from './solve-text.ts';
import type { TextQuestions } from './solve-text.ts';

const questions = (given: Partial<TextQuestions>): TextQuestions => ({
  literals: [],
  patterns: [],
  sizes: [],
  limit: 8,
  ...given,
});

describe('solveText', () => {
  it('finds a shortest text for each combination of patterns [POL-4]', () => {
    const { texts, complete } = solveText(questions({ patterns: ['[a-z]*', '.*b.*'] }), 1);

    expect([texts, complete]).toEqual([['', 'A', 'b', 'Ab'], true]);
  });

  it('finds that no text of one byte has two letters [POL-4]', () => {
    const { texts, complete } = solveText(questions({ patterns: ['[a-z]{2}'], limit: 1 }), 1);

    expect([texts, complete]).toEqual([[''], true]);
  });

  it('counts bytes: a letter of two fits where two do [POL-4]', () => {
    const one = solveText(questions({ patterns: ['é'], limit: 1 }), 1);
    const two = solveText(questions({ patterns: ['é'], limit: 2 }), 1);

    expect([one.texts, two.texts]).toEqual([[''], ['', 'é']]);
  });

  it('tells a literal from all other texts that a pattern fits [POL-4]', () => {
    const { texts } = solveText(questions({ literals: ['ab'], patterns: ['a.*'] }), 1);

    expect(texts).toEqual(['', 'a', 'ab']);
  });

  it('finds a text for each size that is asked for, at a limit far beyond [POL-4]', () => {
    const { texts, complete } = solveText(questions({ sizes: [3n], limit: 60_000 }), 1);

    expect([texts, complete]).toEqual([['', 'aaa', 'aaaa'], true]);
  });

  it('finds as many texts of a kind as are asked for, where there are so many [POL-4]', () => {
    const { texts } = solveText(questions({ patterns: ['[ab]'], limit: 1 }), 3);

    expect(texts).toEqual(['', 'A', 'B', 'a', 'b']);
  });

  it('finds nothing for a pattern that contradicts itself [POL-4]', () => {
    const { texts } = solveText(questions({ patterns: ['a&b'] }), 1);

    expect(texts).toEqual(['']);
  });

  it('says that the pool is not complete where the work does not suffice [POL-4]', () => {
    const { complete } = solveText(
      questions({ patterns: ['(.{7})*', '(.{11})*', '(.{13})*', '(.{17})*'], limit: 60_000 }),
      1,
    );

    expect(complete).toBe(false);
  });
});
