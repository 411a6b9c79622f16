import { grantAll } from './construct.ts';
import type { Construct } from './construct.ts';

const parsed = 'solution/yaml/init.ts';
const checked = 'solution/link/processes.ts';

const init = (text: string): Readonly<Record<string, string>> => ({ 'init.yaml': text });

/** Section 5: init.yaml. */
export const initDescription: readonly Construct[] = [
  {
    section: '5.1',
    what: 'every key, in any order; scalars are texts',
    parsed,
    checked,
    rejects: ['YAML-003', 'YAML-004', 'YAML-005'],
    files: init(
      'entities:\n- task: client\n  name: t.Client\n  path: Client\n  args: [-v, "-4", 8080]\n  env: {VFS: client:kl.VfsNet, PORT: "1", EMPTY: }\n  connections:\n  - target: server\n    id: {var: SERVER_ID, include: server.h}\n- name: t.Server\n  task: server\n',
    ),
    policy: grantAll,
    tests: ['client ~> server : direct.Note'],
  },
  {
    section: '5.1',
    what: 'keys that only builds use',
    parsed,
    files: init(
      'entities:\n- name: t.Client\n  dynamic_connection_manager: dcm\n  cmake_generated_connections: true\n  autostart: false\n  command: x\n',
    ),
    policy: grantAll,
  },
  {
    section: '5.2',
    what: 'several processes of one class; opposite connections; cycles',
    parsed,
    checked,
    rejects: ['INIT-001', 'INIT-002', 'INIT-003', 'INIT-004'],
    files: {
      't/Client.edl': 'entity t.Client endpoints { back : t.Ping }',
      ...init(
        'entities:\n- name: t.Client\n  connections: [{target: a, id: a}, {target: b, id: b}]\n- name: t.Server\n  task: a\n  connections: [{target: t.Client, id: back}]\n- name: t.Server\n  task: b\n',
      ),
    },
    policy: grantAll,
    tests: [
      't.Client ~> a : direct.Note',
      't.Client ~> b : direct.Note',
      'a ~> t.Client : back.Note',
    ],
  },
  {
    section: '5.2',
    what: 'a list of processes that is empty',
    parsed,
    files: init('entities:\n'),
    policy: grantAll,
  },
];
