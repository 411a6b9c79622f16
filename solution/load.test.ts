import { describe, expect, it } from 'vitest';
import { loadPolicy as loadWhole, policyHead } from '../kss/test-solution.ts';
import { catalogue } from '../kss/catalogue.ts';
import { linkCodes } from './link/codes.ts';
import { load } from './load.ts';
import type { Loaded } from './load.ts';
import { syntaxCodes } from './syntax/codes.ts';
import { yamlCodes } from './yaml/codes.ts';

/** What fragments of policies do not grant is not their point. */
const beside = new Set(['PSL-028', 'INIT-005', 'INIT-006']);

const loadPolicy = (...given: Parameters<typeof loadWhole>): Loaded => {
  const loaded = loadWhole(...given);
  return { ...loaded, diagnostics: loaded.diagnostics.filter(({ code }) => !beside.has(code)) };
};

/** `code line:column`, of a file, in the order told. */
const told = ({ diagnostics }: Loaded, file = 'security.psl'): readonly string[] =>
  diagnostics
    .filter(({ at }) => at.file === file)
    .map(({ code, at }) => `${code} ${String(at.line)}:${String(at.column)}`);

/** Lines before the policy under test. */
const head = policyHead.split('\n').length - 1;

/** Codes and places within the policy under test, whose first line is 1. */
const inPolicy = (policy: string): readonly string[] =>
  loadPolicy(policy)
    .diagnostics.filter(({ at }) => at.file === 'security.psl')
    .map(({ code, at }) => `${code} ${String(at.line - head)}:${String(at.column)}`);

const flow =
  'policy object f : Flow { type State = "a" | "b" config = { states : ["a", "b"], initial : "a", transitions : {} } }';

describe('load', () => {
  it('loads a solution without a word [CFG-1]', () => {
    const { solution, diagnostics } = loadPolicy('request { grant () }');

    expect(diagnostics).toEqual([]);
    expect(solution?.processes.map(({ name }) => name)).toEqual(['client', 'server']);
    expect(solution?.channels).toHaveLength(1);
    expect(
      solution?.classes.get('t.Server')?.endpoints.map(({ name, component }) => [name, component]),
    ).toEqual([
      ['direct', undefined],
      ['impl.ping', 't.Impl'],
    ]);
  });

  it.each([
    ['request src=t.Cleint { grant () }', 'PSL-010 1:13'],
    ['request dst=t.Server endpoint=impl.pong { grant () }', 'PSL-014 1:31'],
    ['request dst=t.Server interface=t.Pong { grant () }', 'PSL-015 1:32'],
    ['request dst=t.Server method=Pong { grant () }', 'PSL-016 1:29'],
    ['execute method=start { grant () }', 'PSL-016 1:16'],
    ['request component=t.Imp { grant () }', 'PSL-013 1:19'],
    ['security dst=t.Server { grant () }', 'PSL-011 1:14'],
    ['request dst=t.Server { match dst=t.Client { grant () } }', 'PSL-012 1:34'],
    ['request { grnat () }', 'PSL-008 1:11'],
    ['request { bsae.grant () }', 'PSL-008 1:11'],
    ['request { assert (1) }', 'PSL-018 1:18'],
    ['request { grant (true) }', 'PSL-018 1:17'],
    ['request { assert (1 == "a") }', 'PSL-018 1:18'],
    ['request { assert (bool.all (1)) }', 'PSL-018 1:28'],
    ['request { assert (base.grant ()) }', 'PSL-018 1:19'],
    ['request dst=t.Server method=Ping { assert (message.valeu == 1) }', 'PSL-017 1:52'],
    ['request dst=t.Server method=Ping { assert (message.result == 1) }', 'PSL-017 1:52'],
    ['request dst=t.Server { assert (message.value == 1) }', 'PSL-017 1:40'],
    ['request dst=t.Server method=Send { assert (message.raw == 1) }', 'PSL-024 1:44'],
    ['security { assert (dst_sid == 1) }', 'PSL-020 1:20'],
    ['request { assert (x == 1) }', 'PSL-020 1:19'],
    ['request { math.sum ([1]) }', 'PSL-021 1:11'],
    ['request { audit nowhere grant () }', 'PSL-023 1:17'],
    ['audit default = nowhere 0', 'PSL-023 1:17'],
    ['audit profile p = { 0 : { bool : { kss : ["denied"] } } }', 'PSL-023 1:27'],
    ['audit profile p = { 0 : { base : { kss : ["deny"] } } }', 'PSL-023 1:43'],
    [`${flow}\nrequest { choice (f.query { sid : src_sid }) { "c" : grant () } }`, 'PSL-022 2:48'],
    [
      `${flow}\nrequest { choice (f.query { sid : src_sid }) { "a" : grant () "a" : grant () } }`,
      'PSL-022 2:63',
    ],
    [`${flow}\nrequest { f.enter { sid : src_sid, state : "c" } }`, 'PSL-018 2:44'],
    [`${flow}\nrequest { f.enter { sid : src_sid } }`, 'PSL-019 2:19'],
    [`${flow}\nrequest { f.init { sid : src_sid, more : 1 } }`, 'PSL-019 2:35'],
    [`${flow}\n${flow}`, 'PSL-005 2:15'],
    ['policy object f : Flwo {}', 'PSL-006 1:19'],
    ['policy object f : Flow {}', 'PSL-007 1:1, PSL-007 1:1'],
    [
      'policy object f : Flow { type State = "a" config = { states : ["a"], initial : "b", transitions : {} } }',
      'PSL-007 1:80',
    ],
    [
      'policy object s : HashSet { type Entry = Text config = { set_size : 1, pool_size : 1 } }',
      'PSL-007 1:42',
    ],
    ['execute: kl.other.Execute', 'PSL-004 1:1'],
    ['use nowhere._', 'PSL-001 1:5'],
    ['use EDL t.Nowhere', 'EDL-001 1:9'],
    ['assert { sequence { execute dst=t.Nowhere } }', 'PAL-001 1:33'],
    ['assert { sequence { t.Client ~> t.Server : impl.pong.Ping {} } }', 'PAL-002 1:44'],
    ['assert { sequence { t.Client ~> t.Server : impl.ping.Pong {} } }', 'PAL-002 1:44'],
    ['assert { sequence { t.Client ~> t.Server : impl.ping.Ping { valeu : 1 } } }', 'PAL-003 1:61'],
    ['request { grant ( }', 'SYN-005 1:19'],
    ['request { deny "text', 'SYN-003 1:16'],
    ['/* no end', 'SYN-002 1:1'],
    ['request { assert (1x == 1) }', 'SYN-004 1:19'],
    ['request { § grant () }', 'SYN-001 1:11'],
    ['request { assert (1 == ) assert (true) }', 'SYN-005 1:24'],
    ['request { assert (true true)\nassert (true) }', 'SYN-005 1:24'],
    [
      'assert { sequence { p <- execute dst=t.Client p -> p:a.B {}\nrequest src=p dst=p endpoint=x method=y\nexecute dst=t.Server } }',
      'SYN-005 1:49',
    ],
    ['assert { sequence { p <- execute dst=t.Nope p ~> p:a.B {} p ~> p:a.B {} } }', 'PAL-001 1:38'],
    ['request method=Ping { assert (message) }', 'PSL-018 1:30'],
    ['request method=Ping { assert (message == 1) }', 'PSL-018 1:31'],
    [
      'request endpoint=direct method=Ping { assert (math.uint16 (message.value) == 1) }',
      'PSL-018 1:59',
    ],
    ['request { assert (math.uint16 (70000) == 1) }', 'PSL-018 1:31'],
  ])('tells the place of the fault in %j: %s [LANG-3]', (policy, expected) => {
    expect(inPolicy(policy)).toEqual(expected.split(', '));
  });

  it('hints at the nearest name [LANG-3]', () => {
    const { diagnostics } = loadPolicy('request dst=t.Server endpoint=impl.pong { grant () }');

    expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      ['unknown endpoint "impl.pong" of class t.Server', 'did you mean "impl.ping"?'],
    ]);
  });

  it('tells several faults of one file, and goes on after each [LANG-3]', () => {
    expect(
      inPolicy('request { grant ( }\nrequest { deny ) }\nrequest { grant () }\nexecute { ] }'),
    ).toEqual(['SYN-005 1:19', 'SYN-005 2:16', 'SYN-005 4:11']);
  });

  it('turns lenient readings into errors if asked to be strict [LANG-3]', () => {
    const files = new Map([['security.psl', 'use EDL t.Nowhere\nrequest { grant () }']]);
    const severities = (strict: 'strict' | 'lenient'): readonly string[] =>
      load({ name: 'x', files, strict: strict === 'strict' }, catalogue)
        .diagnostics.filter(({ code }) => !beside.has(code))
        .map(({ code, severity }) => `${code} ${severity}`);

    expect(severities('lenient')).toEqual([
      'PSL-003 warning',
      'SOL-005 warning',
      'EDL-001 warning',
    ]);
    expect(severities('strict')).toEqual(['PSL-003 error', 'SOL-005 warning', 'EDL-001 error']);
  });
});

describe('load, of other files', () => {
  const withFile = (path: string, text: string): readonly string[] =>
    told(loadPolicy('request { grant () }', { [path]: text }), path);

  it.each([
    [
      't/Ping.idl',
      'package t.Ping\ninterface { Ping(in Nothing x); Ping(); }',
      ['IDL-001 2:21', 'IDL-007 2:33'],
    ],
    [
      't/Ping.idl',
      'package t.Ping\nconst UInt8 A = 256; interface { Ping(in string<A> x); }',
      ['IDL-003 2:17'],
    ],
    [
      't/Ping.idl',
      'package t.Ping\nconst UInt8 A = 1 / 0;\ninterface { Ping(); }',
      ['IDL-003 2:17'],
    ],
    ['t/Ping.idl', 'package t.Ping\ninterface { Ping(in string<0 - 1> x); }', ['IDL-004 2:28']],
    ['t/Ping.idl', 'package t.Ping\nimport t.Nowhere\ninterface { Ping(); }', ['IDL-005 2:8']],
    ['t/Ping.idl', 'package t.Ping\nimport t.Ping\ninterface { Ping(); }', ['IDL-006 2:8']],
    [
      't/Ping.idl',
      'package t.Ping\nstruct S { UInt8 a; UInt8 a; } interface { Ping(); }',
      ['IDL-002 2:27'],
    ],
    ['t/Ping.idl', 'package t.Ping\nstruct S { S inner; } interface { Ping(); }', ['IDL-006 2:12']],
    [
      't/Ping.idl',
      'package t.Ping\ntypedef array<UInt8, 60000> A; interface { Ping(in array<A, 60000> x); }',
      ['IDL-004 2:52'],
    ],
    [
      't/Ping.idl',
      'package t.Ping\ninterface { Ping(out UInt8 x, in UInt8 y); }',
      ['IDL-008 2:40'],
    ],
    ['t/Impl.cdl', 'component t.Impl\nendpoints { ping : t.Nowhere }', ['CDL-001 2:20']],
    ['t/Impl.cdl', 'component t.Impl\ncomponents { more : t.Nowhere }', ['CDL-002 2:21']],
    ['t/Impl.cdl', 'component t.Impl\ncomponents { more : t.Impl }', ['CDL-003 2:21']],
    [
      't/Impl.cdl',
      'component t.Impl\nendpoints { p_ing : t.Ping ping : t.Ping ping : t.Ping }',
      ['CDL-004 2:13', 'CDL-004 2:42'],
    ],
    ['t/Client.edl', 'entity t.Client\nsecurity t.Ping', ['CDL-005 2:10']],
    ['init.yaml', 'entities:\n- name: t.Nowhere\n', ['INIT-004 2:9']],
    ['init.yaml', 'entities:\n- name: t.Client\n- name: t.Client\n', ['INIT-001 3:9']],
    [
      'init.yaml',
      'entities:\n- name: t.Client\n  connections:\n  - {target: x, id: y}\n',
      ['INIT-003 4:14'],
    ],
    [
      'init.yaml',
      'entities:\n- name: t.Client\n  connections:\n  - {target: t.Client, id: y}\n  - {target: t.Client, id: y}\n',
      ['INIT-002 5:28'],
    ],
    ['init.yaml', 'entities:\n- nmae: t.Client\n', ['YAML-004 2:3', 'YAML-005 2:3']],
    ['init.yaml', 'entities: [', ['YAML-001 1:12']],
    ['init.yaml', 'processes: []', ['YAML-004 1:1', 'YAML-005 1:1']],
    ['init.yaml', 'entities: text', ['YAML-003 1:11']],
    ['objectives.yaml', 'objectives:\n- name: a\n  text: b\n  never: {}\n', ['YAML-003 4:10']],
    ['objectives.yaml', 'objectives:\n- name: a\n  text: b\n', ['YAML-005 2:3']],
    [
      'objectives.yaml',
      'objectives:\n- {name: a, text: b, untrusted: [clietn], never: request src=t.Client}\n',
      ['OBJ-002 2:34'],
    ],
    [
      'objectives.yaml',
      'objectives:\n- {name: a, text: b, never: request dst=t.Server method=Pong}\n',
      ['OBJ-003 2:57'],
    ],
    [
      'objectives.yaml',
      'objectives:\n- {name: a, text: b, never: request}\n- {name: a, text: b, never: request}\n',
      ['OBJ-001 3:10'],
    ],
    [
      'programs.yaml',
      'programs:\n- process: x\n  initial: a\n  states: {a: {do: recv}}\n',
      ['PRG-001 2:12'],
    ],
    ['programs.yaml', 'programs:\n- ~\n', ['YAML-003 2:3']],
    [
      'programs.yaml',
      'programs:\n- process: ""\n  initial: a\n  states: {a: {do: recv}}\n',
      ['YAML-003 2:12'],
    ],
    [
      'programs.yaml',
      'programs:\n- process: client\n  initial: b\n  states: {a: {do: recv}}\n',
      ['PRG-002 3:12', 'PRG-005 4:15'],
    ],
    [
      'programs.yaml',
      "programs:\n- process: client\n  initial: a\n  states: {a: {do: 'call srever:impl.ping.Ping'}}\n",
      ['PRG-003 4:21'],
    ],
    [
      'programs.yaml',
      "programs:\n- process: client\n  initial: a\n  states: {a: {do: 'call server:impl.ping.Pong'}}\n",
      ['PRG-003 4:21'],
    ],
    [
      'programs.yaml',
      "programs:\n- process: client\n  initial: a\n  states: {a: {do: 'call server:impl.ping.Ping { vale : 1 }'}}\n",
      ['PRG-003 4:50'],
    ],
    [
      'programs.yaml',
      'programs:\n- process: client\n  initial: a\n  states:\n    a:\n      do: recv\n      on: [{on: reqeust, next: a}]\n',
      ['PRG-004 7:17'],
    ],
    [
      'programs.yaml',
      'programs:\n- process: client\n  initial: a\n  states:\n    a:\n      do: call server:impl.ping.Ping\n      on: [{on: response, when: message.resutl == 1, next: a}]\n',
      ['PRG-004 7:41'],
    ],
    [
      'programs.yaml',
      'programs:\n- process: client\n  initial: a\n  states: {a: {do: jump}}\n',
      ['SYN-005 4:20'],
    ],
  ])('tells the faults of %s: %j [LANG-3]', (path, text, expected) => {
    expect(withFile(path, text)).toEqual(expected);
  });

  it('needs quotes around a text with a colon and a blank, and says so [LANG-3]', () => {
    const text =
      'programs:\n- process: client\n  initial: a\n  states:\n    a:\n      do: call server : impl.ping.Ping\n';
    const { diagnostics } = loadPolicy('request { grant () }', { 'programs.yaml': text });

    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['YAML-001', 'a text with ": " in it stands in quotes'],
    ]);
  });
});

describe('load, of input that is no solution', () => {
  const codesOf = (files: Readonly<Record<string, string>>, more = {}): readonly string[] =>
    load({ name: 'bad', files: new Map(Object.entries(files)), ...more }, catalogue)
      .diagnostics.filter(({ code }) => !beside.has(code))
      .map(({ code, severity }) => `${code} ${severity}`);

  it.each([
    ['nothing at all', {}, ['SOL-001 error']],
    ['two policies', { 'a/security.psl': '', 'b/security.psl': '' }, ['SOL-002 error']],
    ['junk', { 'security.psl': '\u0000\u0001\ufffd' }, ['SYN-001 error']],
  ])('tells that %s is none [CFG-1]', (_, files, expected) => {
    expect(codesOf(files).slice(0, 2)).toEqual(expected.slice(0, 2));
  });

  it('tells of a chosen file that is not there [CFG-1]', () => {
    const files = { 'security.psl': 'execute: kl.core.Execute' };

    expect(codesOf(files, { policy: 'other.psl' })).toEqual(['SOL-004 error']);
    expect(codesOf(files, { init: 'other.yaml' })).toEqual(['SOL-004 error']);
  });

  it('tells of policies that include one another in a circle [CFG-1]', () => {
    const files = {
      'security.psl': 'execute: kl.core.Execute\nuse b._',
      'b.psl': 'use c._',
      'c.psl': 'use b._',
    };

    expect(codesOf(files).filter((code) => code.endsWith('error'))).toEqual(['PSL-002 error']);
  });

  it('warns of two files that declare one name otherwise, and takes the nearer [LANG-2]', () => {
    const { diagnostics, solution } = loadPolicy('request { grant () }', {
      'far/away/Ping.idl': 'package t.Ping\ninterface { Other(); }',
    });

    expect(diagnostics.map(({ code }) => code)).toEqual(['SOL-003']);
    expect(solution?.classes.get('t.Server')?.endpoints[0]?.interface.methods[0]?.name).toBe(
      'Ping',
    );
  });

  it.each(['{', '(', '[', '!', '-', 'a.', 'match src=a {', '"', '/*'])(
    'reads three million of %j in a policy, in lines, without a fall [LANG-4]',
    (unit) => {
      const lines = Array.from({ length: 3_000 }, () => unit.repeat(1000)).join('\n');

      expect(
        codesOf({ 'security.psl': `request { assert ${lines}` }).some((code) =>
          code.endsWith('error'),
        ),
      ).toBe(true);
    },
    30_000,
  );

  it.each(['[', '{', '- ', 'a: ', '"', '&a *a '])(
    'reads sixty thousand of %j in YAML without a fall [LANG-4]',
    (unit) => {
      const files = {
        'security.psl': 'execute: kl.core.Execute',
        'init.yaml': `entities: ${unit.repeat(60_000)}`,
      };

      expect(codesOf(files).some((code) => code.endsWith('error'))).toBe(true);
    },
    30_000,
  );

  it('refuses a YAML file longer than its limit [LANG-4]', () => {
    const files = {
      'security.psl': 'execute: kl.core.Execute',
      'init.yaml': '['.repeat(3_000_000),
    };

    expect(codesOf(files)).toEqual(['YAML-002 error']);
  });

  it('reads YAML that nests by indentation no deeper than its limit [LANG-4]', () => {
    const nested = Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');

    expect(codesOf({ 'security.psl': 'execute: kl.core.Execute', 'init.yaml': nested })).toEqual([
      'YAML-002 error',
    ]);
  });

  it('refuses a line longer than its limit [LANG-4]', () => {
    const files = {
      'security.psl': `execute: kl.core.Execute\nrequest { grant () } // ${'x'.repeat(10_000_000)}`,
    };

    expect(codesOf(files)).toContain('SYN-007 error');
  });
});

describe('codes', () => {
  it('stand for one thing each [LANG-3]', () => {
    const all = [linkCodes, syntaxCodes, yamlCodes].flatMap((codes) => Object.keys(codes));

    expect(new Set(all).size).toBe(all.length);
  });
});
