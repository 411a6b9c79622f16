import { ping } from './construct.ts';
import type { Construct } from './construct.ts';

const body = 'solution/syntax/body.ts';
const selectors = 'solution/syntax/selectors.ts';
const check = 'solution/link/check-selectors.ts';
const start = 'execute { grant () }\n';
const flow =
  'policy object f : Flow { type State = "a" | "b" config = { states : ["a", "b"], initial : "a", transitions : { "a" : ["b"], } } }\n';
const init = 'execute dst=t.Client { f.init { sid : dst_sid } }\n';

/** Section 6.6: bindings, selectors, match and choice. */
export const bindings: readonly Construct[] = [
  {
    section: '6.6',
    what: 'every kind of event',
    parsed: 'solution/syntax/psl.ts',
    checked: 'solution/link/check-body.ts',
    policy:
      'execute { grant () }\nrequest { grant () }\nresponse { grant () }\nerror { grant () }\nsecurity { grant () }',
    tests: [
      'execute dst=t.Client',
      ping('{}'),
      'response src=t.Server dst=t.Client endpoint=direct method=Ping { result : 1 }',
      'error src=t.Server dst=t.Client endpoint=direct method=Ping { code : -1 }',
      'security src=t.Client method=Register',
    ],
  },
  {
    section: '6.6',
    what: 'every selector, with commas, with blanks, or both, over several lines',
    parsed: selectors,
    checked: check,
    rejects: ['PSL-010', 'PSL-011', 'PSL-013', 'PSL-014', 'PSL-015', 'PSL-016'],
    policy: `${start}request src=t.Client, dst=t.Server component=t.Impl\n  endpoint = impl.ping , interface=t.Ping\n  method=Ping { grant () }`,
    tests: [ping('{}'), 'deny t.Client ~> t.Server : direct.Ping'],
  },
  {
    section: '6.6',
    what: 'a component holds for endpoints directly in it; the method of an execute',
    parsed: selectors,
    checked: 'solution/link/reach.ts',
    files: {
      't/Server.edl':
        'entity t.Server components { outer : t.Outer } endpoints { direct : t.Ping }',
      't/Outer.cdl': 'component t.Outer components { impl : t.Impl } endpoints { own : t.Ping }',
    },
    policy: 'execute method = main { grant () }\nrequest component=t.Outer { grant () }',
    tests: [
      't.Client ~> t.Server : outer.own.Note',
      'deny t.Client ~> t.Server : outer.impl.ping.Note',
      'deny t.Client ~> t.Server : direct.Note',
    ],
  },
  {
    section: '6.6',
    what: 'a security event by its method alone, or by its interface',
    parsed: selectors,
    checked: check,
    policy: `${start}security src = t.Client, method = Register { grant () }\nsecurity interface=t.Register { grant () }`,
    tests: [
      'security src=t.Client method=Register',
      'security src=t.Client interface=t.Register method=Register',
    ],
  },
  {
    section: '6.6',
    what: 'match sections, nested, alone in a body; every one that holds counts',
    parsed: body,
    checked: check,
    rejects: ['PSL-012'],
    policy: `${start}request src=t.Client {\n  match dst=t.Server {\n    match endpoint=impl.ping method=Ping { grant () }\n    match method=Note { deny () }\n  }\n  match interface=t.Ping method=Note { grant () }\n  match endpoint=direct { grant () }\n}`,
    tests: [
      ping('{}'),
      'deny t.Client ~> t.Server : direct.Note',
      't.Client ~> t.Server : direct.Ping',
      'deny t.Client ~> t.Server : impl.ping.Send',
    ],
  },
  {
    section: '6.6',
    what: 'a choice with cases of one call, of braces, and a default; within a match',
    parsed: body,
    checked: 'solution/link/check-body.ts',
    rejects: ['PSL-022'],
    policy: `${flow}${init}request src=t.Client { match method=Note { choice (f.query { sid : src_sid }) {\n  "a" : f.enter { sid : src_sid, state : "b" }\n  _ : { audit empty deny () }\n} } }`,
    tests: [
      'execute dst=t.Client',
      't.Client ~> t.Server : direct.Note',
      'deny t.Client ~> t.Server : direct.Note',
    ],
  },
  {
    section: '6.6',
    what: 'a choice within a choice; without parentheses; cases of integers and Booleans',
    parsed: body,
    checked: 'solution/link/check-body.ts',
    policy: `${start}request method=Ping { choice math.abs (message.value) {\n  1 : grant ()\n  -1 : deny ()\n  0x10 : choice (message.value > 5) { true : grant () false : deny () }\n} }`,
    tests: [ping('{ value : 1 }'), ping('{ value : 16 }'), `deny ${ping('{ value : 3 }')}`],
  },
  {
    section: '6.6',
    what: 'an empty body contributes no rule; an audit line is no rule',
    parsed: body,
    policy: `${start}request { audit empty }\nrequest dst=t.Server {}`,
    tests: [`deny ${ping('{}')}`],
  },
  {
    section: '6.6',
    what: 'all rules that cover an event must grant it; assertions are conjunctive',
    parsed: body,
    checked: 'solution/link/check-call.ts',
    rejects: ['PSL-008', 'PSL-021'],
    policy: `${start}request { grant () }\nrequest method=Ping { assert (message.value > 1) }\nrequest method=Ping { assert (message.value < 4) }`,
    tests: [
      ping('{ value : 2 }'),
      `deny ${ping('{ value : 1 }')}`,
      `deny ${ping('{ value : 4 }')}`,
    ],
  },
  {
    section: '6.6',
    what: 'what nobody may start, and channels over which nothing can be granted',
    parsed: 'solution/link/paths.ts',
    checked: 'solution/link/check-start.ts',
    rejects: ['PSL-028', 'INIT-005', 'INIT-006'],
    policy: 'execute { grant () }\nrequest { grant () }',
    tests: [ping('{}')],
  },
];
