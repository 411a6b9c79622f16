import { grantAll, send, withIdl } from './construct.ts';
import type { Construct } from './construct.ts';

const parsed = 'solution/syntax/idl.ts';
const packages = 'solution/link/packages.ts';
const interfaces = 'solution/link/interfaces.ts';
const scope = 'solution/link/package-scope.ts';

const call = (message: string): string => `t.Client ~> t.Server : direct.Ping ${message}`;

/** Section 2: IDL. */
export const idl: readonly Construct[] = [
  {
    section: '2.1',
    what: 'a file of types without an interface, imported; imports of imports',
    parsed,
    checked: scope,
    rejects: ['IDL-005', 'IDL-006', 'IDL-009'],
    files: {
      't/Types.idl':
        'package t.Types\nimport kl.core.Types\ntypedef UInt16 Level;\nconst Level Most = 3;',
      ...withIdl(
        'package t.Ping\nimport t.Types\ninterface { Ping(in Level level, in string<Most> text, in Retcode rc, in Boolean flag); }',
      ),
    },
    policy: grantAll,
    tests: [call('{ level : 65535, text : "abc", rc : -1, flag : 1 }')],
  },
  {
    section: '2.1',
    what: 'constants with every operator of C and **',
    parsed: 'solution/syntax/constant.ts',
    checked: 'solution/link/constants.ts',
    rejects: ['IDL-003'],
    files: withIdl(
      'package t.Ping\nconst UInt32 A = 1 << 4;\nconst UInt32 B = 2 ** 3 ** 2;\nconst SInt32 C = -(A + 2 * 3) % 5;\nconst UInt32 D = (0xf0 | 0x0f) & ~0x3 ^ 1;\nconst UInt32 E = 100 / 7 - 1 >> 1;\ninterface { Ping(in string<A> a, in array<UInt8, E> e, in string<B> b, in string<D> d, in string<C + 10> c); }',
    ),
    policy: grantAll,
    tests: [call('{ a : "0123456789abcdef", e : [1, 2, 3, 4, 5, 6], c : "01234567" }')],
  },
  {
    section: '2.1',
    what: 'typedef chains, and names that stand before what declares them',
    parsed,
    checked: packages,
    rejects: ['IDL-001', 'IDL-002', 'IDL-006'],
    files: withIdl(
      'package t.Ping\ntypedef B C;\ntypedef A B;\ntypedef UInt8 A;\nstruct S { T inner; }\nstruct T { C value; }\ninterface { Ping(in S s); }',
    ),
    policy: grantAll,
    tests: [call('{ s : { inner : { value : 255 } } }')],
  },
  {
    section: '2.1',
    what: 'structs and unions, with and without a semicolon behind them',
    parsed,
    checked: packages,
    files: withIdl(
      'package t.Ping\nstruct S { UInt8 a; string<4> b; };\nunion U { UInt16 number; string<8> text; }\ninterface { Ping(in S s, in U u); }',
    ),
    policy: grantAll,
    tests: [call('{ s : { a : 1, b : "abcd" }, u : { text : "x" } }'), call('{}')],
  },
  {
    section: '2.1',
    what: 'arrays and sequences in place, nested; blanks before <',
    parsed,
    checked: packages,
    rejects: ['IDL-004'],
    files: withIdl(
      'package t.Ping\ninterface\n{\n    Ping(in array <SInt8, 2> a,\n         in sequence<sequence<UInt8, 2>, 2>  s,\n         in sequence<array<handle<t.Register>, 1>, 1 << 1> h);\n}',
    ),
    policy: grantAll,
    tests: [call('{ a : [-1, 1], s : [[1, 2], []], h : [[x]] }')],
  },
  {
    section: '2.2',
    what: 'every built-in type',
    parsed,
    checked: 'solution/link/primitives.ts',
    files: withIdl(
      'package t.Ping\ninterface { Ping(in UInt8 a, in UInt16 b, in UInt32 c, in UInt64 d, in SInt8 e, in SInt16 f, in SInt32 g, in SInt64 h, in UIntSize i, in UIntPtr j, in Handle k, in handle<t.Register> l, in bytes<2> m, in string<2> n); }',
    ),
    policy: grantAll,
    tests: [
      call(
        '{ a : 255, b : 65535, c : 4294967295, d : 18446744073709551615, e : -128, f : -32768, g : -2147483648, h : -9223372036854775808, i : 18446744073709551615, j : 0, k : { handle : x, rights : 7 }, l : y, m : "00ff", n : "ab" }',
      ),
    ],
  },
  {
    section: '2.2',
    what: 'a text is limited in bytes of UTF-8',
    parsed,
    checked: 'solution/message/text.ts',
    rejects: ['PAL-003'],
    files: withIdl('package t.Ping\ninterface { Ping(in string<4> n); }'),
    policy: grantAll,
    tests: [call('{ n : "жж" }')],
  },
  {
    section: '2.3',
    what: 'parameters in any order of directions',
    parsed,
    checked: interfaces,
    rejects: ['IDL-008'],
    files: withIdl(
      'package t.Ping\ninterface { Ping(out UInt8 a, in UInt8 b, error UInt8 c, out UInt8 d); Say (error SInt32 status); }',
    ),
    policy:
      'execute { grant () }\nrequest endpoint=direct method=Ping { assert (message.b == 1) }\nerror endpoint=direct method=Ping { assert (message.c == 2) }',
    tests: [
      call('{ b : 1 }'),
      'error src=t.Server dst=t.Client endpoint=direct method=Ping { c : 2 }',
      `deny ${call('{ b : 2 }')}`,
    ],
    warns: ['IDL-008', 'IDL-008'],
  },
  {
    section: '2.3',
    what: 'a security interface has parameters of direction in alone',
    parsed: 'solution/syntax/component.ts',
    checked: 'solution/link/classes.ts',
    rejects: ['CDL-005'],
    policy:
      'execute { grant () }\nsecurity src=t.Client method=Register { assert (message.badge == 7) }',
    tests: [
      'security src=t.Client method=Register { badge : 7 }',
      'deny security src=t.Client method=Register { badge : 8 }',
    ],
  },
  {
    section: '2.3',
    what: 'a package that is not there: its types are not modelled',
    parsed,
    checked: scope,
    rejects: ['IDL-005'],
    files: withIdl(
      'package t.Ping\nimport far.Types\ninterface { Ping(in Far a, in string<FarLimit> b, in array<UInt8, FarLimit> c); }',
    ),
    policy: grantAll,
    tests: [call('{ a : 70000, b : "any length", c : "scalar" }')],
    warns: ['IDL-005'],
  },
  {
    section: '2.4',
    what: 'endpoints are numbered depth first, methods in their order',
    parsed: 'solution/message/numbering.ts',
    checked: 'solution/message/header.ts',
    policy: grantAll,
    tests: [send('{}')],
  },
  {
    section: '2.5',
    what: 'omitted parameters, fields and unions take their defaults',
    parsed: 'solution/message/read-expression.ts',
    checked: 'solution/message/complete.ts',
    rejects: ['PAL-003'],
    policy:
      'execute { grant () }\nrequest method=Send { assert (message.pair.a == 0 && message.pair.b == "" && message.either.number == 0 && size (message.list) == 0 && message.handle.rights == 0) }',
    tests: [send('{}'), send('{ pair : {} }'), `deny ${send('{ either : { text : "x" } }')}`],
  },
];
