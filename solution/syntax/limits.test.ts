import { describe, expect, it } from 'vitest';
import { parseExpression } from './expression.ts';
import { parseIdl } from './idl.ts';
import { parsePsl } from './psl.ts';
import type { Parsed } from './cursor.ts';

const codesOf = ({ diagnostics }: Parsed<unknown>): readonly string[] =>
  diagnostics.map(({ code, at }) => `${code} ${String(at.line)}:${String(at.column)}`);

const constant = (text: string): readonly string[] =>
  codesOf(parseIdl({ file: 'a.idl', text: `package a.B\nconst UInt32 C = ${text};` }));

const policy = (text: string): readonly string[] => codesOf(parsePsl({ file: 'a.psl', text }));

describe('limits of the parsers', () => {
  it('hold for constants that are deep by parentheses and chains together [LANG-4]', () => {
    const chain = ' + 1'.repeat(100);

    expect(constant(`${'('.repeat(50)}1${`${chain})`.repeat(50)}`)).toHaveLength(1);
    expect(constant(`(1${chain}) * (1${chain})`)).toEqual([]);
    expect(constant(`1${' + 1'.repeat(300)}`)).toEqual([expect.stringContaining('SYN-006')]);
  });

  it('hold for the digits of an integer [LANG-4]', () => {
    expect(codesOf(parseExpression({ file: 'a', text: '9'.repeat(100) }))).toEqual([]);
    expect(codesOf(parseExpression({ file: 'a', text: '9'.repeat(101) }))).toEqual(['SYN-004 1:1']);
  });

  it('hold for the selectors of one place [LANG-4]', () => {
    expect(policy(`request ${'src=a '.repeat(50)} { grant () }`)).toEqual([]);
    expect(policy(`request ${'src=a '.repeat(51)} { grant () }\nrequest { ] }`)).toEqual([
      'SYN-008 1:309',
      'SYN-005 2:11',
    ]);
  });

  it('are none for the blocks of a set of tests, which count together [LANG-4]', () => {
    const text = `assert { ${'setup { execute dst=a }\n'.repeat(50_000)} }`;
    const { tree } = parsePsl({ file: 'a.psl', text });

    expect(
      tree?.declarations.map((one) => one.kind === 'assertionSet' && one.setup.length),
    ).toEqual([50_000]);
  });
});

describe('operators', () => {
  /** Every operation in parentheses. */
  const bound = (text: string): string => {
    const show = (part: NonNullable<ReturnType<typeof parseExpression>['tree']>): string => {
      if (part.kind === 'binary')
        return `(${show(part.left)} ${part.operator} ${show(part.right)})`;
      if (part.kind === 'unary') return `(${part.operator}${show(part.operand)})`;
      return part.kind === 'variable' ? part.name : part.kind;
    };
    const { tree } = parseExpression({ file: 'a', text });
    return tree === undefined ? 'no tree' : show(tree);
  };

  it.each([
    ['a - b - c', '((a - b) - c)'],
    ['a + b * c - d', '((a + (b * c)) - d)'],
    ['a ==> b ==> c', '(a ==> (b ==> c))'],
    ['a || b && c == d', '(a || (b && (c == d)))'],
    ['a == b && c || d ==> e', '((((a == b) && c) || d) ==> e)'],
    ['a < b | c & d + e * f', '(a < (b | (c & (d + (e * f)))))'],
    ['a * b + c & d | e == f', '(((((a * b) + c) & d) | e) == f)'],
    ['!a && -b <-c', '((!a) && ((-b) < (-c)))'],
    ['a == b == c', 'no tree'],
    ['(a == b) == c', '((a == b) == c)'],
  ])('bind in %j as %s [LANG-5]', (text, expected) => {
    expect(bound(text)).toBe(expected);
  });
});
