import { catalogue } from '../kss/catalogue.ts';
import { load } from '../solution/load.ts';
import type { Solution } from '../solution/solution.ts';
import { exampleFiles } from './embedded.ts';

/** The processes of the railway that a supervisor restarts. */
export const supervised = [
  'Logger',
  'TrackSensor',
  'Signal',
  'Barrier',
  'Controller',
  'Panel',
  'Gateway',
] as const;

const rules = `
use EDL rail.Supervisor

execute src=Einit, dst=rail.Supervisor { grant () }
execute src=rail.Supervisor {
${supervised
  .map((name) =>
    name === 'Controller'
      ? `    match dst=rail.Controller {
        grant ()
        track.init     { sid : dst_sid }
        operators.init { sid : dst_sid }
    }`
      : `    match dst=rail.${name} { grant () }`,
  )
  .join('\n')}
}
request src=rail.Supervisor, dst=kl.core.Core {
    match endpoint=task.Task {
        match method=Open { grant () }
        match method=LoadSeg { grant () }
        match method=Resume { grant () }
    }
    match endpoint=notice.Notice { grant () }
    match endpoint=fs.FS method=Open { grant () }
}
response src=kl.core.Core, dst=rail.Supervisor { grant () }
`;

const init = `
- name: rail.Supervisor
  task: Supervisor
`;

interface State {
  readonly name: string;
  readonly step: string;
  readonly on: readonly string[];
}

/** How the supervisor comes to hold a process and its image, and to be told of its end. */
const enrolling = (name: string, index: number, next: string): readonly State[] => [
  {
    name: `open${name}`,
    step: `call kernel : task.Task.Open { name : "${name}" }`,
    on: [`{on: response, keep: {task${name}: message.task}, next: image${name}}`],
  },
  {
    name: `image${name}`,
    step: `call kernel : fs.FS.Open { path : "${name}" }`,
    on: [`{on: response, keep: {image${name}: message.file}, next: watch${name}}`],
  },
  {
    name: `watch${name}`,
    step:
      'call kernel : notice.Notice.SubscribeToObject { notice : kept.notice, ' +
      `object : kept.task${name}, eventMask : 0x10000, eventId : ${String(index)} }`,
    on: [`{on: response, next: ${next}}`],
  },
];

/** How it starts a process anew, from the same image. */
const restarting = (name: string): readonly State[] => [
  {
    name: `load${name}`,
    step: `call kernel : task.Task.LoadSeg { task : kept.task${name}, image : kept.image${name} }`,
    on: [`{on: response, next: start${name}}`],
  },
  {
    name: `start${name}`,
    step: `call kernel : task.Task.Resume { task : kept.task${name} }`,
    on: ['{on: any, next: wait}'],
  },
];

const states: readonly State[] = [
  {
    name: 'begin',
    step: 'call kernel : notice.Notice.Create {}',
    on: [`{on: response, keep: {notice: message.notice}, next: open${supervised[0]}}`],
  },
  ...supervised.flatMap((name, index) => {
    const following = supervised[index + 1];
    return enrolling(name, index, following === undefined ? 'wait' : `open${following}`);
  }),
  {
    name: 'wait',
    step: 'call kernel : notice.Notice.GetEvent { notice : kept.notice, msecs : 0xffffffff }',
    on: supervised.map(
      (name, index) =>
        `{on: response, when: message.eventId == ${String(index)}, next: load${name}}`,
    ),
  },
  ...supervised.flatMap(restarting),
];

const program = `
- process: Supervisor
  initial: begin
  states:
${states
  .map(
    ({ name, step, on }) =>
      `    ${name}:\n      do: '${step}'\n      on:\n${on.map((one) => `      - ${one}\n`).join('')}`,
  )
  .join('')}`;

const railway = exampleFiles.get('railway-crossing') ?? new Map<string, string>();

/** The railway with a process more, which starts anew whoever ends. */
export const supervisedFiles: ReadonlyMap<string, string> = new Map([
  ...railway,
  ['rail/Supervisor.edl', 'task class rail.Supervisor\n'] as const,
  ['security.psl', `${railway.get('security.psl') ?? ''}${rules}`] as const,
  ['init.yaml', `${railway.get('init.yaml') ?? ''}${init}`] as const,
  ['programs.yaml', `${railway.get('programs.yaml') ?? ''}${program}`] as const,
]);

export const supervisedRailway = (): Solution => {
  const { solution, diagnostics } = load({ name: 'supervised', files: supervisedFiles }, catalogue);
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (solution === undefined)
    throw new Error(`the supervised railway: ${fault?.message ?? 'did not load'}`);
  return solution;
};
