import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../../examples/embedded.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { standardOptions } from '../../kss/engine-options.ts';
import { solutionWith } from '../../kss/test-solution.ts';
import { load } from '../../solution/load.ts';
import type { Solution } from '../../solution/solution.ts';
import { testSystem } from './test-system.ts';
import type { SystemResult } from './test-system.ts';

const railway = (): Solution => {
  const files = exampleFiles.get('railway-crossing') ?? new Map<string, string>();
  const { solution } = load({ name: 'railway', files }, catalogue);
  if (solution === undefined) throw new Error('the example does not load');
  return solution;
};

const resultsOf = (policy: string, tests: string): readonly SystemResult[] =>
  testSystem(solutionWith(`${policy}\nassert "t" { ${tests} }`), standardOptions).flatMap(
    ({ results }) => results,
  );

const shown = ({ passed, agrees, system, unmade }: SystemResult): unknown => ({
  passed,
  agrees,
  system: system?.verdict ?? unmade,
});

const fine = (system: string) => ({ passed: true, agrees: true, system });
const boots = 'execute src=kl.core.Core { grant () } execute src=Einit { grant () }';

describe('testSystem', () => {
  it('makes every expectation of the example on the kernel, and the engine agrees [LANG-2]', () => {
    const sequences = testSystem(railway(), standardOptions);
    const results = sequences.flatMap((one) => one.results);

    expect(results).toHaveLength(70);
    expect(
      results.filter(({ passed, agrees, system }) => !passed || !agrees || system === undefined),
    ).toEqual([]);
    expect(sequences.find(({ sequence }) => sequence === 'it may look')?.channels).toEqual([
      'g ~> rail.Barrier',
      'g ~> c',
    ]);
  });

  it('carries what a sequence leaves out: starts, requests before an answer, answers [SIM-1]', () => {
    const rules = `${boots} request method=Ping { grant () } response { grant () } error { deny () }`;
    const results = resultsOf(
      rules,
      `sequence "s" {
        grant response src=t.Server dst=t.Client endpoint=impl.ping method=Ping {}
        grant request src=t.Client dst=t.Server endpoint=impl.ping method=Ping {}
        grant request src=t.Client dst=t.Server endpoint=impl.ping method=Ping {}
        deny error src=t.Server dst=t.Client endpoint=impl.ping method=Ping {}
        deny request src=t.Client dst=t.Server endpoint=impl.ping method=Note {}
      }`,
    );

    expect(results.map(shown)).toEqual(
      ['granted', 'granted', 'granted', 'denied', 'denied'].map(fine),
    );
  });

  it('fails where the start of Einit changes what the engine alone does not know [SIM-1] [GATE-1]', () => {
    const rules = `policy object gate : Flow {
        type State = "shut" | "open"
        config = {
          states : ["shut", "open"], initial : "shut",
          transitions : { "shut" : ["open"], "open" : ["open"] },
        }
      }
      execute src=kl.core.Core dst=kl.core.Core { grant () }
      execute src=kl.core.Core dst=Einit {
        gate.init { sid : dst_sid }
        gate.enter { sid : dst_sid, state : "open" }
      }
      execute src=Einit { gate.allow { sid : src_sid, states : ["open"] } }`;
    const results = resultsOf(rules, 'sequence "s" { deny execute src=Einit dst=t.Client }');

    expect(results.map(({ agrees }) => agrees)).toEqual([false]);
  });

  it('goes on after what it cannot make in the context that the engine is in, and after a service too [SIM-1]', () => {
    const rules = `policy object gate : Flow {
        type State = "shut" | "open"
        config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"] } }
      }
      ${boots}
      request dst=t.Server method=Send {
        gate.init { sid : message.handle.handle }
        gate.init { sid : dst_sid }
      }
      request dst=t.Server method=Note { gate.allow { sid : dst_sid, states : ["shut"] } }
      request dst=kl.core.Core { grant () }
      response src=kl.core.Core { gate.init { sid : dst_sid } }
      response src=t.Server { grant () }
      security { gate.allow { sid : src_sid, states : ["shut"] } }`;
    const results = resultsOf(
      rules,
      `sequence "a handle" {
        grant request src=t.Client dst=t.Server endpoint=direct method=Send { handle : { handle : thing, rights : 3 } }
        grant request src=t.Client dst=t.Server endpoint=direct method=Note {}
        deny request src=t.Client dst=t.Server endpoint=direct method=Send { handle : { handle : thing, rights : 3 } }
        deny request src=t.Client dst=t.Server endpoint=direct method=Send { handle : { handle : t.Server, rights : 3 } }
      }
      sequence "a service, its answer not expected" {
        grant request src=t.Client dst=kl.core.Core interface=kl.core.Handle method=Close {}
        deny security src=t.Client interface=t.Register method=Register {}
      }
      sequence "a service, its answer expected" {
        grant request src=t.Client dst=kl.core.Core interface=kl.core.Handle method=Close {}
        grant response src=kl.core.Core dst=t.Client interface=kl.core.Handle method=Close {}
        grant security src=t.Client interface=t.Register method=Register {}
      }`,
    );

    expect(results.map(shown)).toEqual(
      [
        'the message holds a handle',
        'granted',
        'the message holds a handle',
        'the message holds a handle',
        'granted',
        'denied',
        'granted',
        'the answers of the kernel are its own',
        'granted',
      ].map(fine),
    );
  });

  it('says of what cannot be made on a kernel why, and never that it passed [SIM-1]', () => {
    const results = resultsOf(
      `${boots} request { grant () } response { grant () }`,
      `sequence "s" {
        grant request src=t.Server dst=t.Server endpoint=impl.ping method=Note {}
        grant response src=kl.core.Core dst=t.Client interface=kl.core.Handle method=Close {}
      }`,
    );

    expect(results.map(({ system }) => system)).toEqual([undefined, undefined]);
    expect(results.map(({ unmade }) => unmade)).toEqual([
      'a thread cannot serve itself',
      'the answers of the kernel are its own',
    ]);
  });

  it('fails every expectation of a system that does not boot [SIM-1]', () => {
    const results = resultsOf('request { grant () }', 'sequence "s" { deny execute dst=t.Client }');

    expect(results.map(({ agrees, unmade }) => [agrees, unmade])).toEqual([
      [false, 'the system halts: the kernel or Einit is denied'],
    ]);
  });
});
