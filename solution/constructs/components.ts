import { grantAll } from './construct.ts';
import type { Construct } from './construct.ts';

const parsed = 'solution/syntax/component.ts';
const checked = 'solution/link/classes.ts';

const server = (edl: string): Readonly<Record<string, string>> => ({ 't/Server.edl': edl });
const call = (called: string): string => `t.Client ~> t.Server : ${called}`;

/** Sections 3 and 4: CDL and EDL. */
export const components: readonly Construct[] = [
  {
    section: '3',
    what: 'sections in any order; blanks around the colon are free',
    parsed,
    checked,
    rejects: ['SYN-005', 'SYN-008'],
    files: {
      't/Impl.cdl':
        'component t.Impl components { inner:t.Inner } endpoints { a: t.Ping b :t.Ping c  : t.Ping } security t.Register',
      't/Inner.cdl': 'component t.Inner endpoints { d : t.Ping }',
    },
    policy: `${grantAll}security { grant () }`,
    tests: [
      call('impl.a.Note'),
      call('impl.c.Note'),
      call('impl.inner.d.Note'),
      'security src=t.Server method=Register',
    ],
  },
  {
    section: '3',
    what: 'an empty component; a component and an interface of one name',
    parsed,
    checked,
    files: {
      't/Impl.cdl':
        'component t.Impl\nendpoints { ping : t.Ping }\ncomponents { none : t.None, same : t.Ping }',
      't/None.cdl': 'component t.None',
      't/Ping.cdl': 'component t.Ping endpoints { ping : t.Ping }',
    },
    policy: grantAll,
    tests: [call('impl.same.ping.Note')],
    warns: ['SYN-009'],
  },
  {
    section: '3',
    what: 'one component in several instances',
    parsed,
    checked,
    rejects: ['CDL-003', 'CDL-004', 'CDL-006'],
    files: server('entity t.Server\ncomponents { one : t.Impl two : t.Impl }'),
    policy: 'execute { grant () }\nrequest dst=t.Server endpoint=one.ping { grant () }',
    tests: [call('one.ping.Note'), `deny ${call('two.ping.Note')}`],
  },
  {
    section: '3',
    what: 'commas and semicolons between entries, with a warning',
    parsed,
    files: server('entity t.Server endpoints { a : t.Ping, b : t.Ping; }'),
    policy: grantAll,
    tests: [call('b.Note')],
    warns: ['SYN-009', 'SYN-009'],
  },
  {
    section: '4',
    what: 'entity and task class, side by side; an entity alone',
    parsed,
    checked,
    rejects: ['EDL-001'],
    files: {
      ...server('task   class t.Server endpoints { e : t.Ping }'),
      't/Client.edl': 'entity t.Client',
    },
    policy: grantAll,
    tests: [call('e.Note')],
  },
  {
    section: '4',
    what: 'interfaces for endpoints, as old versions wrote it',
    parsed,
    files: {
      ...server('entity t.Server interfaces { e : t.Ping } components { impl : t.Impl }'),
      't/Impl.cdl': 'component t.Impl interfaces { f : t.Ping }',
    },
    policy: grantAll,
    tests: [call('e.Note'), call('impl.f.Note')],
  },
  {
    section: '4.1',
    what: 'qualified endpoint names at any depth',
    parsed,
    checked,
    rejects: ['PSL-014'],
    files: {
      ...server('entity t.Server components { a : t.A }'),
      't/A.cdl': 'component t.A components { b : t.B }',
      't/B.cdl': 'component t.B components { c : t.Impl }',
    },
    policy: 'execute { grant () }\nrequest endpoint=a.b.c.ping { grant () }',
    tests: [call('a.b.c.ping.Note')],
  },
  {
    section: '4.1',
    what: "the kernel's endpoints, by endpoint and by interface",
    parsed: 'solution/link/include.ts',
    checked: 'solution/sdk/names.ts',
    policy:
      'execute { grant () }\nrequest dst=kl.core.Core endpoint=vmm.VMM method=Allocate { assert (message.size <= 4096) }\nrequest dst=kl.core.Core interface=kl.core.Task method=Create { grant () }',
    tests: [
      't.Client ~> kl.core.Core : vmm.VMM.Allocate { size : 4096 }',
      'deny t.Client ~> kl.core.Core : vmm.VMM.Allocate { size : 4097 }',
      't.Client ~> kl.core.Core : task.Task.Create { name : "x" }',
      'deny t.Client ~> kl.core.Core : task.Task.Exit',
    ],
  },
];
