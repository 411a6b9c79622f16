import { describe, expect, it } from 'vitest';
import { loadPolicy, policyHead } from '../test-solution.ts';
import { toldOf } from '../test-answers.ts';
import { checkTemporal, temporalOf } from './temporal-configuration.ts';
import { mostParts, mostWords, stride } from './temporal-formula.ts';
import { afterStep, afterTicks, emptyMemory, holdsNow } from './temporal-memory.ts';
import { parseObject } from './test-objects.ts';

const objectOf = (parameters: string): string =>
  `use nk.temporal._\npolicy object hist : Temporal { ${parameters} }`;

const configOf = (change: Readonly<Record<string, string>> = {}): string => {
  const entries = Object.entries({
    atoms: '["p", "q"]',
    formulas: '{ "f" : "p" }',
    pool_size: '1',
    ...change,
  });
  const written = entries.filter(([, value]) => value !== '');
  return `config = { ${written.map(([key, value]) => `${key} : ${value}`).join(', ')} }`;
};

const withFormula = (literal: string): string =>
  objectOf(configOf({ formulas: `{ "f" : ${literal} }` }));
const toldOfFormula = (literal: string): readonly (readonly [string, string])[] =>
  toldOf(withFormula(literal), 'PSL-007');

/** An object with one formula; its faults, without their places, are those of a limit. */
const parsed = (formula: string) => {
  const object = parseObject(withFormula(`"${formula}"`));
  return { faults: checkTemporal(object).map(({ message }) => message), of: temporalOf(object) };
};

describe('the config of a Temporal', () => {
  it.each([
    [configOf()],
    [configOf({ atoms: '["_a1", "Once", "sinceThen"]', formulas: '{ f : "_a1 since Once" }' })],
    [configOf({ formulas: '{ "a b" : "p", "c" : "p" }' })],
    [configOf({ formulas: '{ "f" : "\\t! p\\n &&q " }' })],
    [configOf({ formulas: '{ "f" : ```\n  p since[0,3]\n  q\n``` }' })],
  ])('may be %s [LANG-5]', (config) => {
    expect(toldOf(objectOf(config), 'PSL-007')).toEqual([]);
    expect(loadPolicy(objectOf(config)).solution).toBeDefined();
  });

  it.each([
    ['', [['policy object hist : Temporal {  }', 'a Temporal needs `config = …`']]],
    [`type T = Text ${configOf()}`, [['T', 'there is no parameter "type T"']]],
    ['config = 7', [['7', 'a dictionary of atoms, formulas, pool_size is asked for']]],
    [configOf({ atom: '[]' }), [['atom', 'there is no key "atom"']]],
    [configOf({ atoms: '[]', formulas: '{ "f" : "true" }' }), [['[]', 'there must be an atom']]],
    [
      configOf({ atoms: '"p"', formulas: '{ "f" : "true" }' }),
      [['"p"', 'a list of atoms is asked for']],
    ],
    [configOf({ atoms: '["p", 1]' }), [['1', 'a text is asked for']]],
    [configOf({ atoms: '["p", "p"]' }), [['"p"', '"p" stands here twice']]],
    [
      configOf({ atoms: '["p", "once"]' }),
      [['"once"', '"once" is a word of formulas, and no atom']],
    ],
    [
      configOf({ atoms: '["p", "1a"]' }),
      [['"1a"', 'an atom is a letter or "_", and then letters, digits and "_"']],
    ],
    [
      configOf({ atoms: '["p", ""]' }),
      [['""', 'an atom is a letter or "_", and then letters, digits and "_"']],
    ],
    [configOf({ formulas: '{}' }), [['{}', 'there must be a formula']]],
    [configOf({ formulas: '[]' }), [['[]', 'a dictionary of formulas is asked for']]],
    [configOf({ formulas: '{ "f" : 1 }' }), [['1', 'a formula is a text']]],
    [configOf({ formulas: '{ "f" : "p", "f" : "q" }' }), [['"f"', '"f" stands here twice']]],
    [configOf({ pool_size: '0' }), [['0', 'pool_size must be an integer from 1 to 4294967295']]],
    [
      configOf({ pool_size: '"1"' }),
      [['"1"', 'pool_size must be an integer from 1 to 4294967295']],
    ],
  ] as const)('is told where it is wrong: %s [LANG-3]', (parameters, faults) => {
    expect(toldOf(objectOf(parameters), 'PSL-007')).toEqual(faults);
  });

  it.each(['atoms', 'formulas', 'pool_size'])('must have %s [LANG-3]', (key) => {
    const config = configOf({
      [key]: '',
      ...(key === 'atoms' ? { formulas: '{ f : "true" }' } : {}),
    });

    expect(toldOf(objectOf(config), 'PSL-007')).toEqual([
      [config.slice('config = '.length), `the key "${key}" is missing`],
    ]);
  });
});

describe('a formula of a Temporal', () => {
  it.each([
    ['""', '"', 'a formula is asked for where the formula ends'],
    ['"p &&"', '"', 'a formula is asked for where the formula ends'],
    ['"p && && q"', '&&', 'a formula is asked for where "&&" stands'],
    ['"since p"', 'since', 'a formula is asked for where "since" stands'],
    ['"p q"', 'q', 'an operator is asked for where "q" stands'],
    ['"p !q"', '!', 'an operator is asked for where "!" stands'],
    ['"p once q"', 'once', 'an operator is asked for where "once" stands'],
    ['"p[0,1]"', '[', 'an operator is asked for where "[" stands'],
    ['"![0,1] p"', '[', 'a formula is asked for where "[" stands'],
    ['"p ==> 7"', '7', 'a formula is asked for where "7" stands'],
    ['"p & q"', '&', 'an operator is asked for where "&" stands'],
    ['"p && é"', 'é', 'a formula is asked for where "é" stands'],
    ['"once r"', 'r', 'there is no atom "r"'],
    ['"p && (q || p"', '(', 'this "(" is not closed'],
    ['"p) && q"', ')', 'there is no "(" for this ")"'],
    ['"once[p,1] p"', 'p', 'an integer is asked for where "p" stands'],
    ['"once[0"', '"', '"," is asked for where the formula ends'],
    ['"once[0 1] p"', '1', '"," is asked for where "1" stands'],
    ['"once[0,1 p"', 'p', '"]" is asked for where "p" stands'],
    ['"once[,1] p"', ',', 'an integer is asked for where "," stands'],
    ['"p since[3, 2] q"', '[3, 2]', 'the upper bound is below the lower one'],
    ['"once[0,2147483648] p"', '2147483648', 'a bound is at most 2147483647'],
    ['"once[2147483648,] p"', '2147483648', 'a bound is at most 2147483647'],
    ['"once[1,1024] p"', '1024', 'where the lower bound is not 0, the upper one is at most 1023'],
    [
      '"historically[5,1024] p"',
      '1024',
      'where the lower bound is not 0, the upper one is at most 1023',
    ],
    [
      '"p since[1023,1024] p"',
      '1024',
      'where the lower bound is not 0, the upper one is at most 1023',
    ],
  ])('is told at the character that is wrong: %s [LANG-3]', (literal, place, message) => {
    expect(toldOfFormula(literal)).toEqual([[place, message]]);
  });

  it('is told at line and column of the file [LANG-3]', () => {
    const one = `use nk.temporal._\npolicy object hist : Temporal {\n    config = { atoms : ["p"], pool_size : 1,\n        formulas : { "f" : "p && once[0,] r" } }\n}`;
    const line = policyHead.split('\n').length + 3;
    const [found] = loadPolicy(one).diagnostics.filter(({ code }) => code === 'PSL-007');

    expect(found?.at).toMatchObject({ line, column: 43, endLine: line, endColumn: 44 });
  });

  it.each([
    ['"p\\t&& r"', 'there is no atom "r" (line 1, column 6 of the formula)'],
    ['"p\\n&&\\n r"', 'there is no atom "r" (line 3, column 2 of the formula)'],
    ['``` p && r```', 'there is no atom "r" (line 1, column 6 of the formula)'],
    ['```\np\n  && r\n```', 'there is no atom "r" (line 2, column 6 of the formula)'],
  ])('is told at the text where that is not as written: %s [LANG-3]', (literal, message) => {
    expect(toldOfFormula(literal)).toEqual([[literal, message]]);
  });

  it('hints at the atom that may be meant [LANG-3]', () => {
    const one = objectOf(configOf({ atoms: '["login"]', formulas: '{ "f" : "once logn" }' }));
    const [found] = loadPolicy(one).diagnostics.filter(({ code }) => code === 'PSL-007');

    expect(found?.hint).toContain('login');
  });

  it('is told one fault of each formula [LANG-3]', () => {
    const one = objectOf(configOf({ formulas: '{ "f" : "r && r", "g" : "p", "h" : "(" }' }));

    expect(toldOf(one, 'PSL-007').map(([place]) => place)).toEqual(['r', '"']);
  });

  it.each([
    ['once[0,2147483647] p'],
    ['once[2147483647,] p'],
    ['historically[1,1023] p'],
    ['previously[7,2147483647] p'],
    ['p since[0,0] q'],
  ])('may have bounds up to the limits: %s [LANG-5]', (formula) => {
    expect(parsed(formula).faults).toEqual([]);
  });
});

/** Instructions of one formula. */
const sizeOf = (formula: string): number => {
  const { faults, of } = parsed(formula);
  expect(faults).toEqual([]);
  return (of.formulas.get('f')?.code.length ?? 0) / stride;
};

describe('formulas that are large', () => {
  const many = 10_000;

  it.each([
    ['negations', `${'!'.repeat(many)}p`, many + 1],
    ['operators of time', `${'once '.repeat(many)}p`, many + 2],
    ['operators of time that hold ever since', `${'historically '.repeat(5000)}p`, 15_002],
    ['parentheses', `${'('.repeat(100_000)}p${')'.repeat(100_000)}`, 1],
    ['conjunctions', `p${' && p'.repeat(8000)}`, 8001],
    ['implications, to the right', `p${' ==> q'.repeat(8000)}`, 16_002],
    ['since to the right', `${'p since ('.repeat(8000)}q${')'.repeat(8000)}`, 8002],
  ])('are compiled to as much as they are long: %s [KSS-1]', (_, formula, most) => {
    expect(sizeOf(formula)).toBeLessThanOrEqual(most);
  });

  it('are compiled to less where parts are the same [KSS-1]', () => {
    const doubled = (depth: number): string =>
      depth === 0 ? 'once p' : `(${doubled(depth - 1)} && ${doubled(depth - 1)})`;

    expect(sizeOf(doubled(12))).toBe(15);
    expect(parsed(doubled(12)).of.words).toBe(2);
  });

  it('are stepped in one pass, however deep [KSS-1]', () => {
    const { of } = parsed(`${'previously '.repeat(8000)}p`);
    const formula = of.formulas.get('f') ?? { name: '', code: [] };
    let memory = afterStep(of, emptyMemory(of), [1]);
    for (let step = 0; step < 20; step += 1) memory = afterStep(of, memory, [1]);

    expect(holdsNow(formula, memory)).toBe(false);
    expect(memory).toHaveLength(16_001);
  });

  it('have at most so many parts, and words [LANG-3]', () => {
    const fits = '!'.repeat(mostParts - 1);
    const windows = (count: number): string =>
      Array.from({ length: count }, (_, index) => `once[${String(index + 1)},1023] p`).join(' && ');

    expect(parsed(`${fits}p`).faults).toEqual([]);
    expect(parsed(`${fits}!p`).faults).toEqual([
      'the formulas of an object have at most 16384 atoms and operators together',
    ]);
    expect(parsed(windows(511)).of.words).toBeLessThanOrEqual(mostWords);
    expect(parsed(windows(511)).faults).toEqual([]);
    expect(parsed(windows(512)).faults).toEqual([
      'the formulas need more than 16384 words for each SID',
    ]);
  });

  it('count together [LANG-3]', () => {
    const half = `${'!'.repeat(mostParts / 2)}p`;
    const one = objectOf(configOf({ formulas: `{ "f" : "${half}", "g" : "${half}" }` }));

    expect(toldOf(one, 'PSL-007')).toHaveLength(1);
  });
});

describe('the memory of a history', () => {
  it('is as long after many steps and ticks as before, and no word outgrows 32 bits [KSS-1]', () => {
    const { of } = parsed(
      'once[0,2147483647] p && once[2147483647,] q && (p since[1,1023] q) && previously[3,9] q && once p',
    );
    let memory = emptyMemory(of);
    for (let step = 0; step < 50_000; step += 1) {
      memory = afterTicks(
        of,
        afterStep(of, memory, [step % 4]),
        step % 7 === 0 ? 2 ** 32 : step % 3,
      );
    }

    expect(memory).toHaveLength(of.words);
    expect(memory.every((word) => Number.isInteger(word) && word >= 0 && word < 2 ** 32)).toBe(
      true,
    );
  });

  it('is the same where pasts differ in nothing that a formula can tell [KSS-2]', () => {
    const { of } = parsed('once[0,4] p && historically q');
    const noted = (atoms: number, ticks: number) =>
      afterTicks(of, afterStep(of, emptyMemory(of), [atoms]), ticks);

    expect(noted(1, 5)).toEqual(noted(1, 2 ** 32));
    expect(afterStep(of, noted(1, 5), [1])).toEqual(afterStep(of, noted(0, 0), [1]));
    expect(noted(1, 4)).not.toEqual(noted(1, 5));
  });
});
