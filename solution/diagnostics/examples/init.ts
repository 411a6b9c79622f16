import { init, rules } from '../example.ts';
import type { Example } from '../example.ts';

const panel = 'entities:\n- name: home.Panel\n  task: panel';
const lamp = '\n- name: home.Lamp\n  task: lamp';
const connected = (...connections: readonly string[]): string =>
  `${panel}\n  connections:${connections.map((one) => `\n  - ${one}`).join('')}${lamp}`;

/** What makes a policy whose rules are all in one place. */
const head = 'execute: kl.core.Execute\nuse EDL Einit\nuse EDL home.Panel\nuse EDL home.Lamp\n';
const kernelStarts = 'execute src=kl.core.Core { grant () }\n';

/** Examples of processes and channels. */
export const initExamples: readonly Example[] = [
  {
    code: 'INIT-001',
    files: init('entities:\n- name: home.Lamp\n- name: home.Lamp'),
    cure: 'Give each process of the class a name of its own with `task`.',
    cured: init('entities:\n- name: home.Lamp\n- name: home.Lamp\n  task: second'),
  },
  {
    code: 'INIT-002',
    files: init(connected('{target: lamp, id: light}', '{target: lamp, id: light}')),
    cure: 'Give each connection of the client an `id` of its own: the client finds the channel by it.',
    cured: init(connected('{target: lamp, id: light}', '{target: lamp, id: spare}')),
  },
  {
    code: 'INIT-003',
    files: init(connected('{target: lmap, id: light}')),
    cure: 'Correct the name, or add the process. If the build adds it, the warning may stay: the channel does not exist here.',
    cured: init(connected('{target: lamp, id: light}')),
  },
  {
    code: 'INIT-004',
    files: { ...init('entities:\n- name: home.Fan'), 'home/Fan.edl': 'entity home.Fan\n' },
    cure: 'Add `use EDL home.Fan` to the policy: a class that it does not include is unknown to the engine.',
    cured: {
      ...init('entities:\n- name: home.Fan'),
      ...rules('use EDL home.Fan'),
      'home/Fan.edl': 'entity home.Fan\n',
    },
  },
  {
    code: 'INIT-005',
    files: {
      ...init(`${panel}${lamp}`),
      'security.psl': `${head}${kernelStarts}execute src=Einit dst=home.Panel { grant () }\n`,
    },
    cure: 'Add a rule that grants the `execute` event, or take out the one that always denies it.',
    cured: {
      ...init(`${panel}${lamp}`),
      'security.psl': `${head}${kernelStarts}execute src=Einit { grant () }\n`,
    },
  },
  {
    code: 'INIT-006',
    files: rules('request src=home.Panel dst=home.Lamp { deny () }'),
    cure: 'Remove the connection if it is not needed. Else grant a method over it: the rules that cover it deny whatever is asked.',
    cured: rules('request src=home.Panel dst=home.Lamp method=Off { deny () }'),
  },
  {
    code: 'INIT-007',
    files: {
      ...rules('use kl.core.NameServer._'),
      ...init(
        `${connected('{target: names, id: names}')}\n- name: kl.core.NameServer\n  task: names`,
      ),
    },
    cure: 'Use the id `kl.core.NameServer`: the library that looks servers up knows the channel by this name.',
    cured: {
      ...rules('use kl.core.NameServer._'),
      ...init(
        `${connected('{target: names, id: kl.core.NameServer}')}\n- name: kl.core.NameServer\n  task: names`,
      ),
    },
  },
];
