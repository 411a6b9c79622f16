import type { Example, Files } from '../example.ts';

const program = (process: string, initial: string, states: string): string =>
  `- process: ${process}\n  initial: ${initial}\n  states:\n${states
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}`;
const programs = (...items: readonly string[]): Files => ({
  'programs.yaml': `programs:\n${items.join('\n')}\n`,
});
const contracts = (...items: readonly string[]): Files => ({
  'programs.yaml': `contracts:\n${items.join('\n')}\n`,
});
const off = 'off:\n  do: call lamp:direct.Off';
const of = (states: string): Files => programs(program('panel', 'off', states));
const branch = (text: string, when = ''): Files =>
  of(
    `off:\n  do: call lamp:direct.Set\n  on:\n  - on: ${text}\n${when === '' ? '' : `    when: ${when}\n`}    next: off`,
  );

/** A state that keeps a handle, and one whose step uses it. */
const keeping = (step: string): Files =>
  of(
    `off:\n  do: call kernel:handle.Handle.CreateBadge\n  on:\n  - on: response\n    keep: {badge: message.badge}\n    next: using\nusing:\n  do: "${step}"`,
  );

/** A program that names a device, and does one step. */
const driving = (devices: string, step: string, kept = '0'): Files => ({
  'programs.yaml': `programs:
- process: panel
  devices: ${devices}
  initial: off
  states:
    off:
      do: "${step}"
      on:
      - {on: any, keep: {key: ${kept}}, next: off}
`,
});
const line = 'call kernel:io.IO.RegisterIrq { irq : devices.key.line }';
const loading = (on: string): Files =>
  of(`off:\n  do: "load { address : 4096 }"\n  on:\n  - on: ${on}\n    next: off`);

/** Examples of programs. */
export const prgExamples: readonly Example[] = [
  {
    code: 'PRG-001',
    about: 'A process that does not exist',
    files: programs(program('pannel', 'off', off)),
    cure: 'Name one of the processes that init.yaml lists.',
    cured: of(off),
  },
  {
    code: 'PRG-001',
    about: 'A second program',
    files: programs(program('panel', 'off', off), program('panel', 'off', off)),
    cure: 'Join the two into one program: a process runs one.',
    cured: of(off),
  },
  {
    code: 'PRG-001',
    about: 'A second contract',
    files: contracts(program('panel', 'off', off), program('panel', 'off', off)),
    cure: 'Join the two into one contract: a process is bound by one.',
    cured: contracts(program('panel', 'off', off)),
  },
  {
    code: 'PRG-002',
    files: of(`${off}\n  on:\n  - on: response\n    next: of`),
    cure: 'Correct the name behind `next` or `initial`, or describe the state.',
    cured: of(`${off}\n  on:\n  - on: response\n    next: off`),
  },
  {
    code: 'PRG-003',
    about: 'A connection that the process does not have',
    files: of('off:\n  do: call lmap:direct.Off'),
    cure: 'Name the `id` of a connection of this process in init.yaml.',
    cured: of(off),
  },
  {
    code: 'PRG-003',
    about: 'A method that the server does not have',
    files: of('off:\n  do: call lamp:direct.Of'),
    cure: 'Write endpoint and method as the class of the server has them.',
    cured: of(off),
  },
  {
    code: 'PRG-003',
    about: 'A parameter that the message does not have',
    files: of('off:\n  do: "call lamp:direct.Set { levle : 1 }"'),
    cure: 'Name an `in` parameter of the method.',
    cured: of('off:\n  do: "call lamp:direct.Set { level : 1 }"'),
  },
  {
    code: 'PRG-003',
    about: 'A value of another type than the parameter has',
    files: of('off:\n  do: "call lamp:direct.Set { level : 300 }"'),
    cure: 'Give a value that the type of the parameter has, or the message would be malformed.',
    cured: of('off:\n  do: "call lamp:direct.Set { level : 30 }"'),
  },
  {
    code: 'PRG-003',
    about: 'A request for a method that the process does not serve',
    files: programs(
      program(
        'lamp',
        'idle',
        'idle:\n  do: recv\n  on:\n  - on: request direct.Of\n    next: idle',
      ),
    ),
    cure: 'Write endpoint and method as the class of this process has them.',
    cured: programs(
      program(
        'lamp',
        'idle',
        'idle:\n  do: recv\n  on:\n  - on: request direct.Off\n    next: idle',
      ),
    ),
  },
  {
    code: 'PRG-003',
    about: 'A call over what is not kept',
    files: keeping('call kept.bagde:direct.Off'),
    cure: 'Name what some branch of the program keeps.',
    cured: keeping('call kept.badge:direct.Off'),
  },
  {
    code: 'PRG-003',
    about: 'A method that no class has, called over a handle that was kept',
    files: keeping('call kept.badge:direct.Of'),
    cure: 'Write endpoint and method as some class has them; of a callable handle the method alone.',
    cured: keeping('call kept.badge:direct.Off'),
  },
  {
    code: 'PRG-003',
    about: 'Something in a message that is not kept',
    files: keeping('call kernel:handle.Handle.Close { handle : kept.bagde }'),
    cure: 'Correct the name behind `kept`, or keep something under it in a branch.',
    cured: keeping('call kernel:handle.Handle.Close { handle : kept.badge }'),
  },
  {
    code: 'PRG-003',
    about: 'A handle that is lent with what there is not',
    files: keeping(
      'call kernel:handle.Handle.Close { handle : lend { handle : kept.badge, right : 1 } }',
    ),
    cure: 'Lend a `handle`, with `rights` or a `badge` where they are meant.',
    cured: keeping(
      'call kernel:handle.Handle.Close { handle : lend { handle : kept.badge, rights : 1 } }',
    ),
  },
  {
    code: 'PRG-003',
    about: 'The listener of a process that serves nobody',
    files: keeping('call kernel:handle.Handle.Close { handle : listener }'),
    cure: 'Give the process a connection to serve, or leave the listener out: the kernel takes the own one of its caller.',
    cured: keeping('call kernel:handle.Handle.Close { handle : kept.badge }'),
  },
  {
    code: 'PRG-003',
    about: 'A device that the program does not name',
    files: driving('{key: gpio}', 'call kernel:io.IO.RegisterIrq { irq : devices.kye.line }'),
    cure: 'Correct the name, or name the device under `devices`.',
    cured: driving('{key: gpio}', line),
  },
  {
    code: 'PRG-003',
    about: 'A device that is read whole',
    files: driving('{key: gpio}', 'recv', 'devices.key'),
    cure: 'Read one of the things that the message lists.',
    cured: driving('{key: gpio}', 'recv', 'devices.key.line'),
  },
  {
    code: 'PRG-003',
    about: 'An access that does not say where',
    files: of('off:\n  do: "load { offset : 4 }"'),
    cure: 'Give `address`, or at a port `port`; `offset` may be omitted.',
    cured: of('off:\n  do: "load { address : 4096, offset : 4 }"'),
  },
  {
    code: 'PRG-004',
    about: 'A kind of branch that does not exist',
    files: branch('respones'),
    cure: 'Name what ends the step of the state: one of the kinds that the message lists.',
    cured: branch('response'),
  },
  {
    code: 'PRG-004',
    about: 'A condition on a parameter that is not there',
    files: branch('response', 'message.level == 1'),
    cure: 'Use the parameters of the message that arrives, here the `out` parameters of the method called.',
    cured: branch('response', 'message.before == 1'),
  },
  {
    code: 'PRG-004',
    about: 'A condition that is none',
    files: branch('response', 'message.before'),
    cure: 'Write a comparison: a condition is true or false.',
    cured: branch('response', 'message.before == 1'),
  },
  {
    code: 'PRG-004',
    about: 'A name that cannot be read again',
    files: of(
      'off:\n  do: call lamp:direct.Set\n  on:\n  - on: response\n    keep: {before-set: message.before}\n    next: off',
    ),
    cure: 'Keep it under a name of letters, digits and `_`: in an expression `-` is a difference.',
    cured: of(
      'off:\n  do: call lamp:direct.Set\n  on:\n  - on: response\n    keep: {before: message.before}\n    next: off',
    ),
  },
  {
    code: 'PRG-004',
    about: 'A branch of what the state does not do',
    files: loading('stored'),
    cure: 'Write `loaded` after `load` and `in`, and `stored` after `store` and `out`.',
    cured: loading('loaded'),
  },
  {
    code: 'PRG-004',
    about: 'Two kinds of accesses in one state',
    files: of(
      'off:\n  do: ["load { address : 4096 }", "store { address : 4096, value : 1 }"]\n  on:\n  - on: loaded\n    next: off',
    ),
    cure: 'Give each a state of its own.',
    cured: loading('loaded'),
  },
  {
    code: 'PRG-005',
    files: of(`${off}\nwaiting:\n  do: recv`),
    cure: 'Name the state behind a `next`, or remove it.',
    cured: of(off),
  },
  {
    code: 'PRG-006',
    about: 'A role that there is not',
    files: driving('{key: gpoi}', line),
    cure: 'Name one of the roles that spec/formats/board.md lists.',
    cured: driving('{key: gpio}', line),
  },
  {
    code: 'PRG-006',
    about: 'A name that cannot be read again',
    files: driving('{the-key: gpio, key: gpio}', line),
    cure: 'Name it by letters, digits and `_`: in an expression `-` is a difference.',
    cured: driving('{the_key: gpio, key: gpio}', line),
  },
];
