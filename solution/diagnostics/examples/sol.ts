import type { Example } from '../example.ts';

const policy = 'execute: kl.core.Execute\nuse EDL Einit\nexecute { grant () }\n';
const processes = 'entities:\n- name: Einit\n  task: other\n';
const otherLight = 'package home.Light\ninterface { Blink(); }\n';

/** Examples of finding the files of a solution. */
export const solExamples: readonly Example[] = [
  {
    code: 'SOL-001',
    on: 'nothing',
    files: { 'README.txt': 'Nothing to load is in here.\n' },
    cure: 'Name the directory that has the policy, or name the policy itself with `--policy`. A policy is found by its name `security.psl` or by its line `execute: …`.',
    cured: { 'security.psl': policy, 'init.yaml': processes },
  },
  {
    code: 'SOL-002',
    on: 'nothing',
    files: { 'a/security.psl': policy, 'b/security.psl': policy },
    cure: 'Name the policy that is meant with `--policy`, or load one of the directories alone.',
    cured: { 'a/security.psl': policy, 'a/init.yaml': processes },
  },
  {
    code: 'SOL-003',
    files: { 'old/Light.idl': otherLight },
    cure: 'Remove the file that is out of date, or make the two equal. If both are needed for different solutions, load each from a directory of its own.',
    cured: {},
  },
  {
    code: 'SOL-004',
    about: 'A policy',
    files: {},
    input: { policy: 'secruity.psl' },
    cure: 'Correct the path behind `--policy`; it is relative to the directory that is loaded.',
  },
  {
    code: 'SOL-004',
    about: 'An init description',
    files: {},
    input: { init: 'boot.yaml' },
    cure: 'Correct the path behind `--init`, or leave the option out: an `init.yaml` is found by its name.',
    cured: { 'boot.yaml': processes },
  },
  {
    code: 'SOL-005',
    on: 'nothing',
    files: { 'security.psl': policy },
    cure: 'Put an `init.yaml` beside the policy, or name the file with `--init`. Without one the policy is checked and tested, and nothing runs.',
    cured: { 'security.psl': policy, 'init.yaml': processes },
  },
  {
    code: 'SOL-006',
    on: 'nothing',
    files: {
      'security.psl': policy,
      'security.psl.in': `${policy}@INIT_EXTERNAL_ENTITIES@\n`,
      'init.yaml': processes,
    },
    cure: 'Nothing need be done if the build keeps the two in step. If the made file is out of date, remove it, or name the template with `--policy`.',
    cured: { 'security.psl.in': `${policy}@INIT_EXTERNAL_ENTITIES@\n`, 'init.yaml': processes },
  },
  {
    code: 'SOL-007',
    files: { 'rules.psl': 'use home.rooms.kitchen._\n', 'parts/kitchen.psl': '' },
    cure: 'Put the file at the path that its package name says, here `home/rooms/kitchen.psl`, or use it by the name that its path says.',
    cured: { 'rules.psl': 'use home.rooms.kitchen._\n', 'home/rooms/kitchen.psl': '' },
  },
  {
    code: 'SOL-008',
    on: 'nothing',
    files: {
      'security.psl': policy,
      'debug/init.yaml': processes,
      'release/init.yaml': processes,
    },
    cure: 'Name the init description that is meant with `--init`, or put it beside the policy.',
    cured: {
      'security.psl': policy,
      'init.yaml': processes,
      'release/init.yaml': processes,
    },
  },
  {
    code: 'SOL-009',
    files: {
      'home/Fan.cdl': 'component home.Fna\nendpoints { blow : home.Light }\n',
      'home/Lamp.edl':
        'entity home.Lamp\nendpoints { direct : home.Light }\ncomponents { driver : home.Driver fan : home.Fan }\n',
    },
    cure: 'Give the file the name that its path says, or put it at the path of its name.',
    cured: {
      'home/Fan.cdl': 'component home.Fan\nendpoints { blow : home.Light }\n',
      'home/Lamp.edl':
        'entity home.Lamp\nendpoints { direct : home.Light }\ncomponents { driver : home.Driver fan : home.Fan }\n',
    },
  },
];
