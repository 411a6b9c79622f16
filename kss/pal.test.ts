import { describe, expect, it } from 'vitest';
import { runAssertions } from './pal.ts';
import { loadPolicy, solutionWith } from './test-solution.ts';

/** A gate that the client opens, a number that it may send, and a way to count to one. */
const policy = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"] } }
}
execute src=kl.core.Core dst=t.Client { gate.init { sid : dst_sid } }
execute src=Einit dst=t.Server { grant () }
request src=t.Client dst=t.Server endpoint=impl.ping {
    match method=Ping { assert (message.value == 0) }
    match method=Note { gate.enter { sid : src_sid, state : "open" } }
    match method=Send { assert (message.pair.b == "" && message.handle.handle == dst_sid) }
}
response src=t.Server dst=t.Client method=Ping { assert (message.result == 1) }
error src=t.Server dst=t.Client method=Ping { assert (message.code < 0) }
security src=t.Client method=Register { assert (message.badge == 7) }
`;

const run = (set: string) => runAssertions(solutionWith(`${policy}${set}`));

const passed = (set: string): readonly boolean[] => run(set).map((one) => one.passed);

const note = 'client ~> server : impl.ping.Note {}';

describe('a set of expectations', () => {
  it('runs setup and finally around each sequence, and undoes every change after it [LANG-2]', () => {
    const results = run(`assert {
      setup { execute dst=client }
      sequence { ${note} deny ${note} }
      sequence { ${note} }
      finally { deny ${note} }
    }`);

    expect(results.map(({ event, passed: isPassed }) => [event.split(' ')[0], isPassed])).toEqual([
      ['execute', true],
      ['request', true],
      ['request', true],
      ['request', true],
      ['execute', true],
      ['request', true],
      ['request', true],
    ]);
  });

  it('is independent of the sets before it [LANG-2]', () => {
    const set = `assert { sequence { execute dst=client ${note} } }\n`;

    expect(passed(`${set}${set}`)).toEqual([true, true, true, true]);
  });

  it('goes on after what fails, in the sequence and in later ones [LANG-2]', () => {
    expect(
      passed(`assert { sequence { deny execute dst=client grant ${note} grant ${note} } }
              assert { sequence { ${note} } }`),
    ).toEqual([false, true, false, false]);
  });

  it('needs no title, nor does its sequence, and tells both by their line [LANG-2]', () => {
    const [titled] = run('assert "set" { sequence "one" { execute dst=client } }');
    const [untitled] = run('assert { sequence { execute dst=client } }');

    expect(titled).toMatchObject({ set: 'set', sequence: 'one' });
    expect(untitled?.set).toMatch(/^line \d+$/);
    expect(untitled?.sequence).toMatch(/^line \d+$/);
  });
});

describe('an expectation', () => {
  it('is grant where none is written, else grant, deny or any; a title may follow [LANG-2]', () => {
    expect(
      passed(`assert { sequence {
        execute dst=client
        grant "again?" execute dst=client
        deny "again" execute dst=client
        any execute dst=client
        any ${note}
      } }`),
    ).toEqual([true, false, true, true, true]);
  });

  it('of any fails where the event cannot be evaluated [LANG-2]', () => {
    const failing = `request dst=t.Server method=Send { assert (message.list.[0] == 1) }
      assert { sequence { any client ~> server : direct.Send {} } }`;

    expect(run(failing)).toMatchObject([{ passed: false, because: 'failed' }]);
  });

  it('is of every kind of event, by selectors or in short [LANG-2]', () => {
    expect(
      passed(`assert { sequence {
        execute src=Einit dst=server
        request src=client dst=server endpoint=impl.ping method=Ping { value : 0 }
        response src=server, dst=client, endpoint=impl.ping, method=Ping { result : 1 }
        deny response src=server dst=client endpoint=impl.ping method=Ping { result : 2 }
        error src=server dst=client endpoint=impl.ping method=Ping { code : -1 }
        security src=client interface=t.Register method=Register { badge : 7 }
        client~>server:impl.ping.Ping{value:0}
      } }`),
    ).toEqual([true, true, true, true, true, true, true]);
  });

  it('selects an endpoint by the component that holds it, and a class by its name [LANG-2]', () => {
    expect(
      passed(`assert { sequence {
        request src=t.Client dst=t.Server component=t.Impl method=Ping { value : 0 }
        deny request src=t.Client dst=t.Server component=t.Impl method=Ping { value : 1 }
      } }`),
    ).toEqual([true, true]);
  });

  it('of execute is by the kernel where no source is written [LANG-2]', () => {
    expect(
      passed(`assert { sequence {
        execute dst=client
        deny execute src=Einit dst=client
        deny execute dst=server
        execute src=Einit dst=server
      } }`),
    ).toEqual([true, true, true, true]);
  });

  it('binds a new process to a variable, for source and destination after it [LANG-2]', () => {
    expect(
      passed(`assert { sequence {
        first <- execute dst=t.Client
        second <- execute dst=t.Client
        first ~> server : impl.ping.Note {}
        second ~> server : impl.ping.Note {}
        deny first ~> server : impl.ping.Note {}
        deny ${note}
        response src=server dst=first endpoint=impl.ping method=Ping { result : 1 }
      } }`),
    ).toEqual([true, true, true, true, true, true, true]);
  });

  it('fails where the process that it binds is not granted [LANG-2]', () => {
    expect(passed('assert { sequence { v <- execute dst=t.Server } }')).toEqual([false]);
  });

  it('gives parameters that are left out their defaults, and handles by names [LANG-2]', () => {
    expect(
      passed(`assert { sequence {
        client ~> server : impl.ping.Ping {}
        client ~> server : impl.ping.Send { handle : server }
        deny client ~> server : impl.ping.Send { handle : client }
        deny client ~> server : impl.ping.Send { handle : server, pair : { b : "x" } }
      } }`),
    ).toEqual([true, true, true, true]);
  });

  it('is told with its place, its event, the verdict and the reasons [LANG-2]', () => {
    const [only] = run(`assert { sequence { client ~> server : impl.ping.Ping { value : 3 } } }`);

    expect(only).toMatchObject({
      file: 'security.psl',
      line: 24,
      event: 'request client ~> server : impl.ping.Ping { value : 3 }',
      expected: 'grant',
      passed: false,
      verdict: 'denied',
      because: 'ruleRefused',
      reasons: [{ object: 'base', rule: 'assert', result: 'denied', at: 'security.psl:17:25' }],
    });
  });

  it('that cannot be read is an error of the policy [LANG-2]', () => {
    const { solution, diagnostics } = loadPolicy(
      `${policy}assert { sequence { client ~> server : impl.ping.Pong {} } }`,
    );

    expect(solution).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });
});
