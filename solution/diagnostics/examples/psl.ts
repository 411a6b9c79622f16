import { rules } from '../example.ts';
import type { Example } from '../example.ts';

const head = 'execute: kl.core.Execute\nuse nk.base._\nuse EDL Einit\nexecute { grant () }\n';
const processes = { 'init.yaml': 'entities:\n- name: Einit\n  task: other\n' };

/** Examples of what a policy declares: packages, objects, profiles, classes. */
export const pslDeclarationExamples: readonly Example[] = [
  {
    code: 'PSL-001',
    files: { ...rules('use romos._'), 'rooms.psl': '' },
    cure: 'Correct the name, or add the file: `use a.b._` reads `a/b.psl`.',
    cured: { ...rules('use rooms._'), 'rooms.psl': '' },
  },
  {
    code: 'PSL-002',
    files: { ...rules('use rooms._'), 'rooms.psl': 'use rules._\n' },
    cure: 'Remove one of the includes. What both packages need can stand in a third.',
    cured: { ...rules('use rooms._'), 'rooms.psl': '' },
  },
  {
    code: 'PSL-003',
    on: 'nothing',
    files: { ...processes, 'security.psl': 'use EDL Einit\nexecute { grant () }\n' },
    cure: 'Add the line `execute: kl.core.Execute` to the policy.',
    cured: { ...processes, 'security.psl': head },
  },
  {
    code: 'PSL-004',
    about: 'Two execute interfaces',
    files: rules('execute: home.Execute'),
    cure: 'Remove the line that is wrong: all processes are started through one interface.',
    cured: rules('execute: kl.core.Execute'),
  },
  {
    code: 'PSL-004',
    about: 'Two audit defaults',
    files: rules('audit default = empty 0\naudit default = empty 1'),
    cure: 'Keep one of the two; `audit` within a body chooses another profile for that body.',
    cured: rules('audit default = empty 0'),
  },
  {
    code: 'PSL-005',
    about: 'Two objects',
    files: rules('policy object b : Base {}\npolicy object b : Base {}'),
    cure: 'Rename one of them, or remove it if the two are the same.',
    cured: rules('policy object b : Base {}'),
  },
  {
    code: 'PSL-005',
    about: 'An object that a package of the SDK declares',
    files: rules('policy object base : Base {}'),
    cure: 'Use another name: the packages `nk.base`, `nk.basic` and `nk.regex` declare objects themselves.',
    cured: rules('policy object other : Base {}'),
  },
  {
    code: 'PSL-005',
    about: 'Two audit profiles',
    files: rules('audit profile quiet = { 0 : {} }\naudit profile quiet = { 0 : {} }'),
    cure: 'Rename one of them, or put the levels of both into one profile.',
    cured: rules('audit profile quiet = { 0 : {} }'),
  },
  {
    code: 'PSL-006',
    files: rules('policy object s : HashSte {}'),
    cure: 'Correct the name of the model: Base, Flow, HashSet, and the others of the page on models.',
    cured: rules(
      'policy object s : HashSet { type Entry = UInt8 config = { set_size : 4, pool_size : 2 } }',
    ),
  },
  {
    code: 'PSL-009',
    about: 'An operator',
    on: 'nothing',
    files: { ...processes, 'security.psl': `${head}request { assert (1 == 1) }\n` },
    cure: 'Add `use nk.basic._`: it declares comparison, logic, arithmetic and access to fields.',
    cured: { ...processes, 'security.psl': `${head}use nk.basic._\nrequest { assert (1 == 1) }\n` },
  },
  {
    code: 'PSL-009',
    about: 'A model',
    on: 'nothing',
    files: {
      ...processes,
      'security.psl': `${head}policy object s : HashSet {\n    type Entry = UInt8\n    config = { set_size : 4, pool_size : 2 }\n}\n`,
    },
    cure: 'Add the `use` line that the hint names: the compiler of the SDK knows a model by its package.',
    cured: {
      ...processes,
      'security.psl': `${head}use nk.hashmap._\npolicy object s : HashSet {\n    type Entry = UInt8\n    config = { set_size : 4, pool_size : 2 }\n}\n`,
    },
  },
  {
    code: 'PSL-025',
    files: rules('use nk.hashset._'),
    cure: 'Use the documented name: the model HashSet is declared by `nk.hashmap`.',
    cured: rules('use nk.hashmap._'),
  },
  {
    code: 'PSL-027',
    files: rules('policy object Spare : Base {}'),
    cure: 'Begin the name with a small letter, where the object is declared and where rules call it.',
    cured: rules('policy object spare : Base {}'),
  },
  {
    code: 'PSL-028',
    about: 'The kernel may not start',
    on: 'nothing',
    files: {
      'security.psl':
        'execute: kl.core.Execute\nuse EDL Einit\nexecute src=kl.core.Core dst=Einit { grant () }\n',
      'init.yaml': 'entities: []\n',
    },
    cure: 'Grant the start of the kernel and of Einit: `execute src=kl.core.Core { grant () }`.',
    cured: {
      'security.psl':
        'execute: kl.core.Execute\nuse EDL Einit\nexecute src=kl.core.Core { grant () }\n',
      'init.yaml': 'entities: []\n',
    },
  },
  {
    code: 'PSL-028',
    about: 'Einit is unknown',
    on: 'nothing',
    files: {
      'security.psl': 'execute: kl.core.Execute\nexecute { grant () }\n',
      'init.yaml': 'entities: []\n',
    },
    cure: 'Add `use EDL Einit`: Einit starts all other processes.',
    cured: { 'security.psl': head, 'init.yaml': 'entities: []\n' },
  },
  {
    code: 'PSL-029',
    files: rules('task class home.Second : home.Lamp\ntask class home.Second : home.Panel'),
    cure: 'Give the second class another name: rules name a class and mean one.',
    cured: rules('task class home.Second : home.Lamp\ntask class home.Third : home.Panel'),
  },
];
