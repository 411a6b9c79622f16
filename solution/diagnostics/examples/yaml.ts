import { init } from '../example.ts';
import type { Example } from '../example.ts';

const panel = 'entities:\n- name: home.Panel';

/** Examples of YAML, in whichever file. */
export const yamlExamples: readonly Example[] = [
  {
    code: 'YAML-001',
    about: 'Lines that are not indented alike',
    files: init(`${panel}\n task: panel`),
    cure: 'Indent the keys of one map by the same number of blanks, and with blanks alone.',
    cured: init(`${panel}\n  task: panel`),
  },
  {
    code: 'YAML-001',
    about: 'A text with a colon',
    files: {
      'programs.yaml':
        'programs:\n- process: panel\n  initial: off\n  states:\n    off:\n      do: call lamp : direct.Off\n',
    },
    cure: 'Put the text in quotes: a colon and a blank separate a key from its value.',
    cured: {
      'programs.yaml':
        'programs:\n- process: panel\n  initial: off\n  states:\n    off:\n      do: "call lamp : direct.Off"\n',
    },
  },
  {
    code: 'YAML-001',
    about: 'A key that stands twice',
    files: init(`${panel}\n  task: panel\n  task: other`),
    cure: 'Remove one of the two.',
    cured: init(`${panel}\n  task: other`),
  },
  {
    code: 'YAML-002',
    files: init(`${panel}\n  args: ${'['.repeat(40)}${']'.repeat(40)}`),
    cure: 'Write the value as the format asks for it, which never nests so deeply. A file has at most 128 KB.',
    cured: init(`${panel}\n  args: []`),
  },
  {
    code: 'YAML-003',
    about: 'A text in the place of a list',
    files: init('entities: home.Panel'),
    cure: 'Write a list: each item on a line of its own behind `- `, or all between `[` and `]`.',
    cured: init('entities:\n- name: home.Panel'),
  },
  {
    code: 'YAML-003',
    about: 'A list in the place of a map',
    files: init(`${panel}\n  env: [LEVEL, "3"]`),
    cure: 'Write keys with their values: `LEVEL: "3"`.',
    cured: init(`${panel}\n  env: {LEVEL: "3"}`),
  },
  {
    code: 'YAML-003',
    about: 'A key without a value',
    files: init('entities:\n- name:'),
    cure: 'Write the value behind the colon.',
    cured: init('entities:\n- name: home.Panel'),
  },
  {
    code: 'YAML-004',
    files: init(`${panel}\n  conections: []`),
    cure: 'Correct the key; the formats are in `spec/formats`.',
    cured: init(`${panel}\n  connections: []`),
  },
  {
    code: 'YAML-005',
    files: init('entities:\n- task: panel'),
    cure: 'Add the key: a process needs the name of its class, a connection its target.',
    cured: init('entities:\n- task: panel\n  name: home.Panel'),
  },
];
