import { grantAll, ping, ruleOfPing, withIdl } from './construct.ts';
import type { Construct } from './construct.ts';

const scanner = 'solution/syntax/scanner.ts';
const cursor = 'solution/syntax/cursor.ts';

/** Section 1: tokens, comments, layout, names. */
export const lexical: readonly Construct[] = [
  {
    section: '1.1',
    what: 'line comments and block comments between any two tokens',
    parsed: scanner,
    rejects: ['SYN-002'],
    policy:
      '// first\nexecute /* a */ { /** doc */ grant /* b */ () // end\n}\nrequest /* src=x */ src=t.Client { grant () }',
    tests: ['execute src=Einit dst=t.Client', ping('{}')],
  },
  {
    section: '1.1',
    what: 'carriage returns, tabs, a byte order mark, Cyrillic comments',
    parsed: scanner,
    rejects: ['SYN-001'],
    policy: '\ufeff// проверка\r\nexecute\t{\r\n\tgrant ()\r\n}\r\nrequest { grant () }\r\n',
    tests: [ping('{}')],
  },
  {
    section: '1.1',
    what: 'no newline behind the last token',
    parsed: scanner,
    policy: 'execute { grant () }\naudit default = empty 0',
  },
  {
    section: '1.1',
    what: 'decimal, hexadecimal and octal integers, in either case',
    parsed: scanner,
    rejects: ['SYN-004'],
    policy: ruleOfPing(
      'assert (message.value == 255 && message.value == 0xff && message.value == 0XFF && message.value == 0o377 && message.value == 0O377 && message.value == 00255)',
    ),
    tests: [ping('{ value : 255 }'), `deny ${ping('{ value : 254 }')}`],
  },
  {
    section: '1.1',
    what: 'texts with escapes',
    parsed: scanner,
    rejects: ['SYN-003'],
    policy: ruleOfPing('assert ("a\\"b\\\\" == "a\\"b\\\\" && "a" != "b")'),
    tests: [ping('{}')],
  },
  {
    section: '1.1',
    what: 'free layout: braces and selectors on lines of their own',
    parsed: cursor,
    policy:
      'execute src = Einit, dst\n = t.Client\n{\ngrant()\n}\nexecute\nsrc=kl.core.Core\n,dst=Einit{grant()}',
    tests: ['execute src=Einit dst=t.Client', 'execute dst=Einit', 'deny execute dst=t.Server'],
  },
  {
    section: '1.2',
    what: 'keywords as names of endpoints, parameters and fields',
    parsed: cursor,
    files: {
      't/Server.edl':
        'entity t.Server\nendpoints {\n  interface : t.Ping\n  request : t.Ping\n  match : t.Ping\n}',
      ...withIdl(
        'package t.Ping\nstruct error { UInt8 size; UInt8 match; }\ninterface { main(in error request, in UInt8 response, out UInt8 result); }',
      ),
    },
    policy:
      'execute { grant () }\nrequest dst=t.Server endpoint=interface method=main { assert (message.request.size == 1 && message.response == 2) }',
    tests: [
      't.Client ~> t.Server : interface.main { request : { size : 1 }, response : 2 }',
      'deny t.Client ~> t.Server : request.main { request : { size : 1 }, response : 2 }',
    ],
  },
  {
    section: '1.3',
    what: 'underscores in package names and in names of classes',
    parsed: cursor,
    checked: 'solution/link/interfaces.ts',
    rejects: ['IDL-007', 'IDL-010', 'CDL-004'],
    files: {
      'pkg/a_b/Ping.idl': 'package a_b.Ping\ninterface { Ping(); }',
      't/Server.edl': 'entity t.Server\nendpoints { e : a_b.Ping }',
    },
    policy: grantAll,
    tests: ['t.Client ~> t.Server : e.Ping'],
  },
];
