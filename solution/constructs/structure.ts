import { grantAll, ping } from './construct.ts';
import type { Construct } from './construct.ts';

const psl = 'solution/syntax/psl.ts';
const include = 'solution/link/include.ts';
const policy = 'solution/link/policy.ts';
const classes = 'use EDL Einit\nuse EDL kl.core.Core\nuse EDL t.Client\nuse EDL t.Server\n';

/** Sections 6.1 to 6.5: the declarations of PSL. */
export const structure: readonly Construct[] = [
  {
    section: '6.2',
    what: 'execute anywhere, repeated with one value, or missing',
    parsed: psl,
    checked: policy,
    rejects: ['PSL-003', 'PSL-004'],
    whole: `use nk.base._\n${classes}${grantAll}execute : kl.core.Execute\nexecute: kl.core.Execute`,
    tests: [ping('{}')],
  },
  {
    section: '6.2',
    what: 'no execute line at all',
    parsed: psl,
    checked: policy,
    whole: `use nk.base._\n${classes}${grantAll}`,
    tests: [ping('{}')],
    warns: ['PSL-003'],
  },
  {
    section: '6.2',
    what: 'audit default, before or after the profile',
    parsed: 'solution/syntax/audit.ts',
    checked: policy,
    rejects: ['PSL-023'],
    policy: `audit default = main 2\naudit profile main = { 2 : { base : { kss : ["denied"] } } }\n${grantAll}`,
    tests: [ping('{}')],
  },
  {
    section: '6.3',
    what: 'includes anywhere, twice, in a diamond, behind bindings',
    parsed: psl,
    checked: include,
    rejects: ['PSL-001', 'PSL-002', 'PSL-025', 'SOL-007'],
    files: {
      'p/left.psl': 'use p.common._\nrequest src=t.Client { once.grant () }',
      'p/right.psl': 'use p.common._\nresponse { grant () }',
      'p/common.psl': 'policy object once : Base {}',
    },
    policy: 'execute { grant () }\nuse p.left._\nuse p.right._\nuse p.left._',
    tests: [ping('{}')],
  },
  {
    section: '6.3',
    what: 'packages of models and of system programs; nonsecurity grants everything',
    parsed: psl,
    checked: include,
    whole:
      'execute: kl.core.Execute\nuse nonsecurity._\nuse nk.regex._\nuse nk.staticmap._\nuse nk.mic._\nuse kl.drivers.BSP._\nuse kl.core.NameServer._\nuse EDL Einit\nuse EDL kl.core.Core\nuse EDL t.Client\nuse EDL t.Server\n',
    tests: [
      ping('{ value : 1 }'),
      'execute dst=kl.drivers.BSP',
      'security src=t.Client method=Register',
    ],
  },
  {
    section: '6.4',
    what: 'use EDL, also repeated; the kernel by use EDL or by task class',
    parsed: psl,
    checked: policy,
    whole:
      'execute: kl.core.Execute\nuse nk.base._\ntask class kl.core.Core : kl.core.Core\ntask class Einit : Einit\nuse EDL t.Client\nuse EDL t.Client\nuse EDL t.Server\nexecute { grant () }\nrequest { grant () }',
    tests: [ping('{}')],
  },
  {
    section: '6.4',
    what: 'one EDL under several names',
    parsed: psl,
    checked: policy,
    rejects: ['PSL-029', 'EDL-001'],
    policy:
      'task class a.First : t.Server\ntask class a.Second : t.Server\nexecute { grant () }\nrequest dst=a.First { grant () }',
    tests: ['t.Client ~> a.First : direct.Note', 'deny t.Client ~> a.Second : direct.Note'],
  },
  {
    section: '6.4',
    what: 'selectors that name classes not included never match',
    parsed: psl,
    checked: 'solution/link/check-selectors.ts',
    rejects: ['PSL-010'],
    policy: `${grantAll}request src=far.Away dst=t.Server { deny () }`,
    tests: [ping('{}')],
    warns: ['PSL-010'],
  },
  {
    section: '6.5',
    what: 'an object used before its declaration, or declared in another file',
    parsed: 'solution/syntax/policy-object.ts',
    checked: 'solution/link/objects.ts',
    rejects: ['PSL-005', 'PSL-006', 'PSL-007', 'PSL-009'],
    files: { 'p/objects.psl': 'policy object far : Base {}' },
    policy:
      'execute { near.grant () }\nrequest { far.grant () }\npolicy object near : Base {}\nuse p.objects._',
    tests: [ping('{}')],
  },
  {
    section: '6.5',
    what: 'names of objects in capitals, as old versions wrote them',
    parsed: 'solution/syntax/policy-object.ts',
    checked: 'solution/link/objects.ts',
    rejects: ['PSL-027'],
    policy: 'execute { S.grant () }\npolicy object S : Base {}',
    tests: ['execute dst=t.Client'],
    warns: ['PSL-027'],
  },
];
