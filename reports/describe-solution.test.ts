import { describe, it, expect } from 'vitest';
import { catalogue } from '../kss/catalogue.ts';
import { load } from '../solution/load.ts';
import { describeSolution } from './describe-solution.ts';

const files = new Map([
  ['a/Door.edl', 'entity a.Door\ncomponents {\n    bolt : a.Bolt\n}\n'],
  ['a/Bolt.cdl', 'component a.Bolt\nendpoints {\n    drive : a.Drive\n}\n'],
  ['a/Drive.idl', 'package a.Drive\ninterface {\n    Open();\n}\n'],
  ['a/Radio.edl', 'entity a.Radio\n'],
  [
    'init.yaml',
    'entities:\n- name: a.Door\n- name: a.Radio\n  connections:\n  - target: a.Door\n    id: door\n',
  ],
  [
    'objectives.yaml',
    'objectives:\n- name: neverOpens\n  text: The radio never opens the door.\n  untrusted: [a.Radio]\n  never: request src=a.Radio method=Open\n',
  ],
  [
    'security.psl',
    'execute: kl.core.Execute\nuse nk.base._\nuse EDL Einit\nuse EDL kl.core.Core\nuse EDL a.Door\nuse EDL a.Radio\nexecute { grant () }\n',
  ],
]);

describe('describeSolution', () => {
  it('tells processes, endpoints, channels and objectives by name [EVD-1]', () => {
    const { solution, diagnostics } = load({ name: 'lock', files }, catalogue);

    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(solution === undefined ? undefined : describeSolution(solution)).toEqual({
      name: 'lock',
      processes: [
        {
          name: 'a.Door',
          class: 'a.Door',
          behaviour: 'most general',
          untrusted: false,
          endpoints: [{ name: 'bolt.drive', interface: 'a.Drive', component: 'a.Bolt' }],
        },
        {
          name: 'a.Radio',
          class: 'a.Radio',
          behaviour: 'most general',
          untrusted: true,
          endpoints: [],
        },
      ],
      channels: [{ name: 'door', client: 'a.Radio', server: 'a.Door' }],
      objectives: [
        { name: 'neverOpens', text: 'The radio never opens the door.', untrusted: ['a.Radio'] },
      ],
    });
  });
});
