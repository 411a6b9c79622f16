import { describe, expect, it } from 'vitest';
import { runAssertions } from '../pal.ts';
import { solutionWith } from '../test-solution.ts';
import { coverageSummary, uncoveredLines } from './coverage-text.ts';
import { coverageOf } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import { measureCoverage } from './measure.ts';

const policy = `
policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["shut"] } }
}
execute { grant () gate.init { sid : dst_sid } }
request method=Ping {
    assert (message.value == 1 && message.value != 7 || message.value > 4)
    choice (gate.query { sid : src_sid }) {
        "shut" : gate.enter { sid : src_sid, state : "open" }
        "open" : gate.enter { sid : src_sid, state : "shut" }
    }
}
`;

const covered = (tests: string, rules = policy): Coverage => {
  const solution = solutionWith(`${rules}assert { ${tests} }`);
  const measure = measureCoverage(solution);
  runAssertions(solution, undefined, { watch: measure.add });
  return coverageOf(solution, measure);
};

const ping = (value: number, expected = 'grant'): string =>
  `${expected} client ~> server : impl.ping.Ping { value : ${String(value)} }`;

const start = 'execute dst=client';

const linesOf = (coverage: Coverage): readonly string[] =>
  uncoveredLines(coverage).map((line) => line.replace(/^[^ ]+: /, ''));

describe('coverage of a policy by its tests', () => {
  it('counts rules, branches, conditions, and those that turn their decision [VER-1]', () => {
    const coverage = covered(`sequence { ${start} ${ping(1)} ${ping(0, 'deny')} ${ping(5)} }`);

    expect(coverageSummary(coverage)).toBe(
      'coverage: rules 5/5, branches 2/3, conditions 2/3, MC/DC 2/3',
    );
    expect(linesOf(coverage)).toEqual([
      'gate.init { sid : dst_sid } never refused',
      'gate.enter { sid : src_sid, state : "open" } never refused',
      'gate.enter { sid : src_sid, state : "shut" } never refused',
      'a case fitted every time',
      'message.value != 7 was never false',
    ]);
  });

  it('misses exactly the rule that no test asks [VER-1] [GATE-1]', () => {
    const all = `sequence { ${start} ${ping(1)} ${ping(1)} } sequence { ${ping(1, 'deny')} }`;
    const rules = `${policy}request method=Note { grant () }\n`;

    const { rules: found } = covered(all, rules);

    expect(found.sites.filter(({ asked }) => asked === 0).map(({ call }) => call)).toEqual([
      'grant ()',
    ]);
    expect([found.covered, found.total]).toEqual([5, 6]);
  });

  it('misses exactly the case that no test takes [VER-1] [GATE-1]', () => {
    const { branches } = covered(`sequence { ${start} ${ping(1)} }`);

    expect(branches.sites.map(({ case: name, taken }) => [name, taken])).toEqual([
      ['"shut"', 1],
      ['"open"', 0],
      ['no case', 0],
    ]);
  });

  it('misses exactly the condition that never turned its decision alone [VER-1] [GATE-1]', () => {
    const rules = `request method=Ping { assert (message.value > 1 && message.value < 9) }\n`;

    const { conditions, mcdc } = covered(
      `sequence { ${ping(5)} ${ping(0, 'deny')} ${ping(1, 'deny')} } sequence { ${ping(1, 'deny')} }`,
      rules,
    );
    const whole = covered(`sequence { ${ping(5)} ${ping(0, 'deny')} ${ping(9, 'deny')} }`, rules);

    expect(conditions.sites.map(({ condition, independent }) => [condition, independent])).toEqual([
      ['message.value > 1', true],
      ['message.value < 9', false],
    ]);
    expect(mcdc).toEqual({ covered: 1, total: 2 });
    expect(whole.mcdc).toEqual({ covered: 2, total: 2 });
  });

  it('masks: a condition whose value the others hide has not turned the decision [VER-1]', () => {
    const rules = `request method=Ping { assert (message.value > 10 || message.value == 3 || message.value > 20) }\n`;

    const { conditions } = covered(`sequence { ${ping(30)} ${ping(3)} ${ping(0, 'deny')} }`, rules);

    expect(
      conditions.sites.map(({ wasTrue, wasFalse, independent }) => [
        wasTrue,
        wasFalse,
        independent,
      ]),
    ).toEqual([
      [true, true, false],
      [true, true, true],
      [true, true, false],
    ]);
  });

  it('leaves out rules of the SDK, and says how many [VER-1]', () => {
    const { leftOut, rules } = covered(
      `sequence { ${ping(1)} }`,
      'use nonsecurity._\nrequest method=Ping { assert (message.value == 1) }\n',
    );

    expect(leftOut).toBe(5);
    expect(rules.total).toBe(1);
  });

  it('counts nothing for events that are malformed or covered by no rule [VER-1]', () => {
    const { rules } = covered(`sequence { deny client ~> server : impl.ping.Note {} }`);

    expect(rules.covered).toBe(0);
  });
});

describe('runAssertions with a filter', () => {
  const tests = `${policy}
assert "first" { sequence "of one" { ${start} } sequence "of two" { ${start} } }
assert "second" { sequence "of one" { ${start} } }`;

  it.each([
    ['', 3],
    ['one', 2],
    ['first', 2],
    ['two', 1],
    ['third', 0],
  ])('runs what has "%s" in its title or its set\'s: %i sequences [LANG-2]', (filter, count) => {
    expect(runAssertions(solutionWith(tests), undefined, { filter })).toHaveLength(count);
  });
});
