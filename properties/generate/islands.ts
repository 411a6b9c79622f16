import * as fc from 'fast-check';
import { classFiles, interfaceFiles } from './solution.ts';

/**
 * Solutions of two islands that no channel joins and whose rules share no object: what one does is no
 * matter of the other. Of the kernel's services those are denied that are meant to reach beyond a family:
 * to open a process by its name, to ask for a channel by a name, to read the log of all, to create what is
 * judged by the other's rules, or what halts the system.
 */

const islands = [
  { name: 'left', classes: ['g.A', 'g.B'] },
  { name: 'right', classes: ['g.C', 'g.D'] },
] as const;

const objectsOf = (island: string): string => `policy object ${island}gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["shut", "open"] } }
}
policy object ${island}seen : HashSet {
    type Entry = UInt8
    config = { set_size : 2, pool_size : 2 }
}
`;

const rulesOf = (island: string): readonly string[] => [
  'grant ()',
  'grant ()',
  'assert (message.x < 2)',
  `${island}seen.add { sid : src_sid, entry : message.x }`,
  `${island}gate.enter { sid : src_sid, state : "open" }`,
  `${island}gate.enter { sid : dst_sid, state : "shut" }`,
];

const kernelRules = (island: string, classes: readonly string[]): string =>
  classes
    .map(
      (name) => `execute dst=${name} {
    grant ()
    ${island}gate.init { sid : dst_sid }
    ${island}seen.init { sid : dst_sid }
}
request src=${name} dst=kl.core.Core { grant () }
request src=${name} dst=kl.core.Core endpoint=task.Task method=Create {
    assert (${classes.map((one) => `message.eiid == "${one}"`).join(' || ')})
    assert (message.flags != 1)
}`,
    )
    .join('\n');

const denied = `request dst=kl.core.Core endpoint=task.Task method=Open { deny () }
request dst=kl.core.Core endpoint=cm.CM method=Connect { deny () }
request dst=kl.core.Core endpoint=audit.Audit { deny () }
response { grant () }
error { grant () }
`;

const bindingsOf = (island: string, classes: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...classes.map((name) =>
        fc.array(fc.constantFrom(...rulesOf(island)), { minLength: 1, maxLength: 2 }).map(
          (rules) => `request dst=${name} endpoint=meter method=Read { ${rules.join('\n    ')} }
request dst=${name} endpoint=store { grant () }`,
        ),
      ),
    )
    .map((all) => all.join('\n'));

const head = `execute: kl.core.Execute
use nk.base._
use nk.basic._
use nk.flow._
use nk.hashmap._
use EDL Einit
use EDL kl.core.Core
${islands.flatMap(({ classes }) => classes.map((name) => `use EDL ${name}`)).join('\n')}
execute src=kl.core.Core { grant () }
`;

const init = `entities:
- name: g.A
  task: p0
  connections: [{target: p1, id: to-p1}]
- name: g.B
  task: p1
- name: g.C
  task: p2
  connections: [{target: p3, id: to-p3}]
- name: g.D
  task: p3
  connections: [{target: p2, id: to-p2}]
`;

/** The names of the processes of the left island; a created process bears the name of its ancestor first. */
export const leftNames: ReadonlySet<string> = new Set(['p0', 'p1']);

/** The files of a solution of two islands. */
export const islandFiles: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(...islands.map(({ name, classes }) => bindingsOf(name, classes)))
  .map((bindings) => {
    const policy = [
      head,
      ...islands.map(({ name }) => objectsOf(name)),
      ...islands.map(({ name, classes }) => kernelRules(name, classes)),
      ...bindings,
      denied,
    ].join('\n');
    return new Map([
      ...interfaceFiles,
      ...classFiles,
      ['security.psl', policy] as const,
      ['init.yaml', init] as const,
    ]);
  });
