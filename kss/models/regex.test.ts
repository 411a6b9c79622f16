import { describe, expect, it } from 'vitest';
import { record } from '../../model/value.ts';
import { bothEngines } from '../test-both-engines.ts';
import { answersOf, toldOf } from '../test-answers.ts';
import { eventOf, solutionWith } from '../test-solution.ts';

const policy = (rules: string, more = ''): string =>
  `use nk.regex._\n${more}request dst=t.Server method=Send { ${rules} }`;
const send = (b: string) =>
  eventOf('request', 'Send', {
    pair: record([
      ['a', 1n],
      ['b', b],
    ]),
  });

const matches = (pattern: string): string =>
  `assert (re.match { text : message.pair.b, pattern : ${pattern} })`;
const select = (cases: string): string =>
  `choice (re.select { text : message.pair.b }) { ${cases} }`;

describe('Regex', () => {
  it.each([
    [matches('"[0-9]*"'), 'granted', 'ruleRefused'],
    [matches('"^[0-9]*$"'), 'granted', 'ruleRefused'],
    [matches('```regex\n  [0-9] {2}\n```'), 'granted', 'ruleRefused'],
    [matches('"!([a-z].*)&..?"'), 'granted', 'ruleRefused'],
    [matches('"\\\\d+"'), 'granted', 'ruleRefused'],
    [select('"1.*" : grant () "12" : deny () _ : deny ()'), 'granted', 'ruleRefused'],
    [select('"12" : grant () ".*" : deny ()'), 'granted', 'ruleRefused'],
    [select('_ : deny () "[0-9]+" : grant ()'), 'granted', 'ruleRefused'],
    [select('"[0-9]+" : grant ()'), 'granted', 'failed'],
  ])('judges by %s [KSS-1]', (rules, digits, letters) => {
    expect(answersOf(policy(rules), send('12'), send('ab'))).toEqual([digits, letters]);
  });

  it.each([
    [
      're.match { text : "a", pattern : "[a" }',
      'PSL-018',
      [['"', 'this is no pattern: at character 3, this set has no closing bracket']],
    ],
    [
      're.match { text : "a", pattern : "a{9,1}bc" }',
      'PSL-018',
      [['b', 'this is no pattern: at character 7, 9 times is more than 1']],
    ],
    [
      're.match { text : "a", pattern : "\\\\(a))" }',
      'PSL-018',
      [['"\\\\(a))"', 'this is no pattern: at character 4, unexpected )']],
    ],
    [
      're.match { text : "a", pattern : ".*a.{30}" }',
      'PSL-018',
      [['.', 'this is no pattern: at character 1, its automaton has too many states']],
    ],
    [
      're.match { text : "a", pattern : message.pair.b }',
      'PSL-018',
      [['message.pair.b', 'a pattern is a text that stands in the policy itself']],
    ],
    [
      're.match { text : 1, pattern : "a" }',
      'PSL-018',
      [['1', 'a text is asked for, and this is 1']],
    ],
    ['re.match { text : "a" }', 'PSL-019', [['{ text : "a" }', 'the entry "pattern" is missing']]],
    [
      're.match (message.pair)',
      'PSL-018',
      [
        [
          '(message.pair)',
          'a dictionary of text, pattern is asked for, and this is a dictionary of a, b',
        ],
        ['(message.pair)', '{ text, pattern } is asked for, the pattern as a text'],
      ],
    ],
    [
      're.select { text : "a" } == "a"',
      'PSL-018',
      [['select', '"select" stands only before the cases of a choice']],
    ],
  ] as const)('tells what is wrong with %s, and where [LANG-3]', (expression, code, faults) => {
    expect(toldOf(policy(`assert (${expression})`), code)).toEqual(faults);
  });

  it.each([
    [
      '"(a" : grant ()',
      [['"', 'this is no pattern: at character 3, this group has no closing parenthesis']],
    ],
    ['1 : grant ()', [['1', 'a pattern is a text that stands in the policy itself']]],
    ['"a" : grant () "b" : grant () "a" : deny ()', [['"a"', 'the case "a" stands twice']]],
    ['_ : grant () _ : deny ()', [['_ : deny ()', 'the case _ stands twice']]],
  ] as const)('tells what is wrong with the cases %s, and where [LANG-3]', (cases, faults) => {
    expect(toldOf(policy(select(cases)), 'PSL-022')).toEqual(faults);
  });

  it('lets select stand as no statement [LANG-3]', () => {
    expect(toldOf(policy('re.select { text : "a" } grant ()'), 'PSL-018')).toEqual([
      ['select', '"select" stands only before the cases of a choice'],
    ]);
  });

  it('has more objects than the one that its package declares [LANG-5]', () => {
    const other = 'policy object other : Regex {}\n';

    expect(
      answersOf(policy('assert (other.match { text : "a", pattern : "a" })', other), send('')),
    ).toEqual(['granted']);
    expect(toldOf(policy('', 'policy object other : Regex { config = 1 }\n'), 'PSL-007')).toEqual([
      ['config = 1', 'objects of this model have no parameters'],
    ]);
  });

  it.each([
    ['["match", "select"]', ['re.match', 're.select', 'base.grant']],
    ['["match"]', ['re.match', 'base.grant']],
    ['["select"]', ['re.select', 'base.grant']],
    ['[]', ['base.grant']],
  ])('has the calls audited that emit : %s names [AUD-1]', (emit, expected) => {
    const profile = `audit profile p = { 0 : { re : { kss : ["granted"], emit : ${emit} }, base : { kss : ["granted"] } } }
audit default = p 0\n`;
    const rules = `bool.assert (re.match { text : "a", pattern : "b|a" }) ${select('"1+" : grant ()')}`;
    const engine = bothEngines(solutionWith(policy(rules, profile)));

    const { audit } = engine.decide(engine.initial, send('1'));

    expect(audit?.findings.map(({ object, rule }) => `${object}.${rule}`)).toEqual(expected);
  });
});
