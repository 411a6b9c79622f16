import { describe, expect, it } from 'vitest';
import { formatSpan } from '../../model/span.ts';
import type { Solution } from '../../solution/solution.ts';
import { makeDecider } from '../decide/decider.ts';
import { loadPolicy, policyHead, solutionWith } from '../test-solution.ts';
import { analyse } from './analyse.ts';
import { makeWitnessLines } from './analysis-json.ts';
import { analysisCodes } from './codes.ts';
import { analysisExamples } from './example.ts';
import type { AnalysisExample } from './example.ts';
import { analysisPage } from './page.ts';

const told = (policy: string): readonly string[] =>
  analyse(solutionWith(policy)).findings.map(({ code }) => code);

/** The solution of an example. */
const exampleOf = ({ policy, init }: AnalysisExample): Solution =>
  solutionWith(policy, init === undefined ? {} : { 'init.yaml': init });

const inWords = (policy: string) => {
  const { findings, unknown } = analyse(solutionWith(policy));
  return {
    findings: findings.map(({ code, message }) => `${code} ${message}`),
    unknown: unknown.map(({ what, why }) => `${what}: ${why}`),
  };
};

const titled = analysisExamples.map((example) => [example.code, example] as const);

describe('the examples of the analysis', () => {
  it('are there for every code, and for no other [EVD-1]', () => {
    expect(analysisExamples.map(({ code }) => code)).toEqual(Object.keys(analysisCodes));
  });

  it.each(titled)('of %s are told of it alone, and cured of it [POL-4]', (code, example) => {
    const { findings, unknown } = analyse(exampleOf(example));

    expect(new Set(findings.map((one) => one.code))).toEqual(new Set([code]));
    expect(unknown).toEqual([]);
    expect(told(example.cured)).toEqual([]);
  });

  it.each(titled.filter(([code]) => !['ANA-001', 'ANA-006', 'ANA-007'].includes(code)))(
    'of %s have an event that shows it, as decide says [POL-4]',
    (code, example) => {
      const solution = exampleOf(example);
      const [finding] = analyse(solution).findings;
      const lines = finding === undefined ? undefined : makeWitnessLines(solution)(finding);
      const { decide } = makeDecider(solution);
      for (const line of lines?.after ?? []) decide(JSON.stringify(line));

      const isDenied = ['ANA-002', 'ANA-005', 'ANA-008'].includes(code);
      expect(decide(JSON.stringify(lines?.event))).toMatchObject({
        verdict: isDenied || code === 'ANA-004' ? 'denied' : 'granted',
      });
    },
  );

  it('have their page as the code tells it; `npx vitest run kss/analyse -u` writes it [EVD-1]', async () => {
    const loaded = (example: AnalysisExample) => ({
      solution: exampleOf(example),
      text: `${policyHead}${example.policy}`,
    });

    await expect(analysisPage(analysisExamples, loaded)).toMatchFileSnapshot(
      '../../spec/analysis.md',
    );
  });
});

const ping = (body: string): string =>
  `request src=t.Client dst=t.Server endpoint=impl.ping method=Ping { ${body} }\n`;

const seen = `policy object seen : HashSet { type Entry = UInt32
  config = { set_size : 2, pool_size : 2 } }
execute dst=t.Client { seen.init { sid : dst_sid } }
`;

describe('analyse', () => {
  it('tells the outermost of what no event gets to [POL-4]', () => {
    const { findings } = inWords(`request dst=t.Server {
      match src=t.Client { match src=t.Server { match endpoint=direct { grant () } } }
      match src=t.Client { grant () }
    }`);

    expect(findings).toEqual([
      'ANA-001 no event gets to this match: none has these selectors, whatever it carries',
    ]);
  });

  it('decides nothing of a rule on a server of which a declaration is missing [POL-4]', () => {
    const { solution } = loadPolicy('use EDL t.Absent\nrequest dst=t.Absent { grant () }');
    if (solution === undefined) throw new Error('the policy does not load');

    const { findings, unknown } = analyse(solution);

    expect(findings.filter(({ code }) => code === 'ANA-001')).toEqual([]);
    expect(unknown.map(({ what, why }) => `${what}: ${why}`)).toContain(
      'whether an event gets to this binding: not all that t.Absent offers is declared',
    );
  });

  it('decides a condition alone, beside states that are not all known [POL-4]', () => {
    const { findings, unknown } = inWords(
      `${seen}${ping('assert (message.value <= 4294967295) seen.add { sid : src_sid, entry : message.value }')}`,
    );

    expect(findings.map((one) => one.slice(0, 7))).toEqual(['ANA-003']);
    expect(unknown.length).toBeGreaterThan(0);
  });

  it('concludes nothing from states that are not all known [POL-4]', () => {
    expect(
      inWords(
        `${seen}${ping('seen.add { sid : src_sid, entry : message.value } assert (seen.contains { sid : src_sid, entry : 7 })')}`,
      ).findings,
    ).toEqual([]);
  });

  it('tells one of two rules that shadow each other, the later one [POL-4]', () => {
    const solution = solutionWith(`request method=Ping {
      assert (message.value < 3)
      assert (message.value < 3)
    }`);

    const { findings } = analyse(solution);

    expect(findings.map(({ code, at }) => `${code} ${formatSpan(at)}`)).toEqual([
      'ANA-005 security.psl:12:7',
    ]);
  });

  it('does not call a rule shadowed that is the only one at some event [POL-4]', () => {
    const { findings } = inWords(`request dst=t.Server method=Ping { assert (message.value < 10) }
      request dst=t.Server endpoint=impl.ping method=Ping { assert (message.value < 3) }`);

    expect(findings).toEqual([]);
  });

  it('counts both processes of a class where a pool is too small [POL-4]', () => {
    const policy = `policy object seen : HashSet { type Entry = UInt8
      config = { set_size : 1, pool_size : 1 } }
      execute dst=t.Client { seen.init { sid : dst_sid } }`;
    const { solution } = loadPolicy(policy, {
      'init.yaml': 'entities:\n- {name: t.Client, task: one}\n- {name: t.Client, task: two}\n',
    });
    if (solution === undefined) throw new Error('the policy does not load');

    expect(told(policy)).toEqual([]);
    expect(analyse(solution).findings.map(({ code }) => code)).toEqual(['ANA-008']);
  });

  it('tells of each source the methods that it may request, and no other [POL-4]', () => {
    const more = {
      't/Other.edl': 'task class t.Other\n',
      'init.yaml':
        'entities:\n- {name: t.Client, task: client}\n- {name: t.Other, task: other}\n- {name: t.Server, task: server}\n',
    };
    const solution = solutionWith(
      `use EDL t.Other
      request dst=t.Server endpoint=direct {
        match src=t.Client { match method=Note { assert (src_sid == 0) } }
        grant ()
      }`,
      more,
    );

    const messages = analyse(solution)
      .findings.filter(({ code }) => code === 'ANA-009')
      .map(({ message }) => message);

    expect(messages).toEqual([
      't.Client may request direct.Ping, direct.Send of t.Server, and init.yaml has no channel for it',
      't.Other may request direct.Ping, direct.Send, direct.Note of t.Server, and init.yaml has no channel for it',
    ]);
  });

  it('decides nothing of channels for a source that may connect at run time [POL-4]', () => {
    const policy = `request src=t.Server dst=t.Client { grant () }
      request src=t.Client dst=t.Server { grant () }
      request src=t.Server dst=kl.core.Core method=Connect { grant () }`;
    const more = { 't/Client.edl': 'task class t.Client\nendpoints { own : t.Ping }\n' };

    expect(analyse(solutionWith(policy, more)).findings).toEqual([]);
  });
});
