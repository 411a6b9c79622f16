import { describe, expect, it } from 'vitest';
import { placesOf } from '../source.ts';
import { expandTemplate } from './expand.ts';

const expand = (
  text: string,
  definitions: Readonly<Record<string, string>> = {},
  file = 'security.psl.in',
): string => expandTemplate(file, text, new Map(Object.entries(definitions))).source.text;

const codes = (text: string): readonly string[] =>
  expandTemplate('a.psl', text, new Map()).diagnostics.map(
    ({ code, at }) => `${code} ${String(at.line)}:${String(at.column)}`,
  );

describe('expandTemplate, of placeholders', () => {
  it.each([
    ['@A@\nx', '\nx'],
    ['  @A@ // why\nx', '   // why\nx'],
    ['  @A@ /* why */ @B@\nx', '   /* why */ \nx'],
    ['@A@ # of YAML', ' # of YAML'],
    ['src=a.@MAIN@ {', 'src=a.MAIN {'],
    ['- @A@', '- A'],
    ['env: @INIT_X_ENTITY_ENV@', 'env: '],
    ['@INIT_X_ENTITY_CONNECTIONS+@', ''],
    ['path: @INIT_X_PATH@', 'path: INIT_X_PATH'],
    ['  $<$<BOOL:a>:b> // c', '   // c'],
    ['path: $<TARGET_FILE:x>', 'path: $<TARGET_FILE:x>'],
    ['@A@ // why\r\nx', ' // why\r\nx'],
    ['$<$<BOOL:a>:b> # c\r\nx', ' # c\r\nx'],
    ['a@b', 'a@b'],
    ['one @A@ two @B@', 'one A two B'],
  ])('reads %j as %j [LANG-5]', (template, expected) => {
    expect(expand(template)).toBe(expected);
  });

  it('puts a definition wherever the name stands, also with a plus [LANG-5]', () => {
    expect(expand('@A@\nx @A+@ "@A@"', { A: 'use EDL a.B' })).toBe(
      'use EDL a.B\nx use EDL a.B "use EDL a.B"',
    );
  });

  it('leaves texts and comments alone in a file that is not named a template [LANG-5]', () => {
    expect(expand('"@A@" @B@ // @C@', {}, 'security.psl')).toBe('"@A@" B // @C@');
  });
});

describe('expandTemplate, of conditions', () => {
  const cases = [
    ['X == "a"', { X: 'a' }, true],
    ["X == 'a'", { X: 'b' }, false],
    ['X != "a"', { X: 'b' }, true],
    ['X != "a"', {}, false],
    ['X', { X: '1' }, true],
    ['X', { X: 'OFF' }, false],
    ['X', {}, false],
    ['not X', {}, true],
    ['X == "a" or Y == "b"', { Y: 'b' }, true],
    ['X == "a" and Y == "b"', { Y: 'b' }, false],
    ['not (X == "a" or Y)', { Y: '1' }, false],
    ['X in ["a", "b"]', { X: 'b' }, true],
    ['X is defined', { X: '' }, true],
    ['X is not defined', {}, true],
    ['true', {}, true],
  ] as const;

  it.each(cases)('takes %j with %j for %s [LANG-5]', (condition, definitions, holds) => {
    const text = `{% if ${condition} %}yes{% else %}no{% endif %}`;

    expect(expand(text, definitions)).toBe(holds ? 'yes' : 'no');
  });

  it('takes the first branch that holds, and nests [LANG-5]', () => {
    const text =
      '{% if A %}a{% elif B %}b{% if C %}c{% else %}d{% endif %}{% elif B %}e{% else %}f{% endif %}';

    expect([expand(text, { B: '1' }), expand(text, { B: '1', C: '1' }), expand(text)]).toEqual([
      'bd',
      'bc',
      'f',
    ]);
  });

  it('leaves comments out, and replaces variables where there are tags [LANG-5]', () => {
    expect(expand('{# no #}{% if A %}{{ A }}{% endif %}{{ B }}{{x', { A: '1' })).toBe('1B{{x');
  });

  it.each([
    ['x\n  {% if A', 'TPL-001 2:3'],
    ['{% if A %}', 'TPL-001 1:1'],
    ['{% if A %}{# ', 'TPL-001 1:11, TPL-001 1:1'],
    ['{% for a in b %}', 'TPL-002 1:1'],
    ['{% if A ~ B %}{% endif %}', 'TPL-002 1:1'],
    ['{% if A == %}{% endif %}', 'TPL-002 1:1'],
    ['{% if (A %}{% endif %}', 'TPL-002 1:1'],
    ['{% endif %}', 'TPL-003 1:1'],
    ['{% else %}', 'TPL-003 1:1'],
    ['{% if A %}{% else %}{% elif B %}{% endif %}', 'TPL-003 1:21'],
  ])('tells what is wrong with %j: %s [LANG-3]', (text, expected) => {
    expect(codes(text)).toEqual(expected.split(', '));
  });
});

describe('expandTemplate, of hostile texts', () => {
  it('reads two hundred thousand open conditions that hold [LANG-4]', () => {
    expect(codes('{% if true %}'.repeat(200_000))).toHaveLength(20);
  });

  it('reads lines that begin as generator expressions and are none [LANG-4]', () => {
    const line = `$<${'>#'.repeat(4900)}\rx\r`;
    const text = `${line}\n`.repeat(200);

    expect(codes(text)).toEqual([]);
  });

  it('repeats no more of a long word than helps [LANG-3]', () => {
    const { diagnostics } = expandTemplate('a', `{% ${'x'.repeat(100_000)} %}`, new Map());

    expect(diagnostics.map(({ message }) => message.length < 200)).toEqual([true]);
  });
});

describe('places of an expanded text', () => {
  const template = 'a\n@GONE@\n{% if A %}no{% endif %}bb @NAME@ cc';
  const { source } = expandTemplate('a.psl.in', template, new Map([['NAME', 'longer name']]));
  const places = placesOf(source);
  const where = (word: string): readonly number[] => {
    const start = source.text.indexOf(word);
    const { line, column, endLine, endColumn } = places.span(start, start + word.length);
    return [line, column, endLine, endColumn];
  };

  it('are those of what the author wrote [LANG-3]', () => {
    expect([where('a'), where('bb'), where('cc')]).toEqual([
      [1, 1, 1, 2],
      [3, 24, 3, 26],
      [3, 34, 3, 36],
    ]);
  });

  it('are the placeholder for what stands in its place [LANG-3]', () => {
    expect([where('longer name'), where('name')]).toEqual([
      [3, 27, 3, 33],
      [3, 27, 3, 33],
    ]);
  });
});
