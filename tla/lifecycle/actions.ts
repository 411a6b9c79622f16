import { handleId, threadId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { Action, CallAction } from '../../model/step.ts';
import { emptyMessage } from '../../model/value.ts';
import type { BytesValue, Value } from '../../model/value.ts';
import { localHandle, serviceCall } from '../service-call.ts';
import { numbersOf } from './held.ts';
import { strangeClass } from './solution.ts';
import type { ImageKind } from './solution.ts';
import type { LifecycleSystem } from './system.ts';

/** Handles that name nothing: their number is beyond every table. */
export const noHandle = localHandle(handleId(99));

/** Where the one channel of a process is, after the kernel and its listener. */
const lineHandle = handleId(2);

/** What a channel to a process is called: a client has one of the name. */
export const lineName = (server: string): string => `to ${server}`;

const task = (by: ThreadId, method: string, fields: Readonly<Record<string, Value>>): CallAction =>
  serviceCall(by, 'task.Task', method, fields);

const image = (by: ThreadId, method: string, fields: Readonly<Record<string, Value>>): CallAction =>
  serviceCall(by, 'image.Image', method, fields);

/** The bytes of an image, which the module has a number for. */
const digestOf = (digest: number): BytesValue => ({
  kind: 'bytes',
  hex: digest.toString(16).padStart(2, '0').repeat(32),
});

const makerActions = (system: LifecycleSystem, by: ThreadId, name: string): readonly Action[] => {
  const kinds = system.topology.makers[name];
  if (kinds === undefined) return [];
  const numbers = numbersOf(system);
  const servers = [...new Set(system.topology.links.map(([, server]) => server))];
  return [
    ...kinds.map(([to, className]) => task(by, 'Create', { name: to, eiid: `t.${className}` })),
    ...numbers.flatMap((client) =>
      numbers.flatMap((server) =>
        servers.map((to) =>
          task(by, 'Connect', {
            client: localHandle(client),
            server: localHandle(server),
            name: lineName(to),
          }),
        ),
      ),
    ),
  ];
};

const onTask = ['Resume', 'Terminate', 'Freeze', 'GetExitStatus'] as const;

/** What those do who are not steady, besides all that the others do. */
const restlessActions = (
  system: LifecycleSystem,
  by: ThreadId,
  name: string,
): readonly Action[] => {
  const opened = new Set((system.topology.makers[name] ?? []).map(([to]) => to));
  const claim = ([className, digest]: ImageKind): Readonly<Record<string, Value>> => ({
    eiid: `t.${className}`,
    digest: digestOf(digest),
  });
  return [
    task(by, 'Create', { name: 'strange', eiid: strangeClass }),
    ...[...opened].map((to) => task(by, 'Open', { name: to })),
    task(by, 'LoadSeg', { task: noHandle, image: noHandle }),
    ...onTask.map((method) => task(by, method, { task: noHandle })),
    image(by, 'Install', { path: 'strange', eiid: strangeClass, digest: digestOf(1) }),
    ...system.topology.images.map((one) =>
      image(by, 'Install', { path: `of ${one[0]}`, ...claim(one) }),
    ),
    ...numbersOf(system).flatMap((number) => [
      ...system.topology.images.map((one) =>
        image(by, 'Update', { image: localHandle(number), ...claim(one) }),
      ),
      image(by, 'Remove', { image: localHandle(number) }),
      serviceCall(by, 'handle.Handle', 'Close', { handle: localHandle(number) }),
    ]),
  ];
};

const controlActions = (system: LifecycleSystem, by: ThreadId): readonly Action[] => [
  ...numbersOf(system).flatMap((number) => [
    ...numbersOf(system).map((other) =>
      task(by, 'LoadSeg', { task: localHandle(number), image: localHandle(other) }),
    ),
    ...onTask.map((method) => task(by, method, { task: localHandle(number) })),
  ]),
];

const endings = ({ topology }: LifecycleSystem, by: ThreadId): readonly Action[] => [
  ...topology.statuses.map((status) => task(by, 'Exit', { status: BigInt(status) })),
  ...topology.codes.map((code): Action => ({ kind: 'trap', by, code })),
];

const childActions = (system: LifecycleSystem, by: ThreadId): readonly Action[] => [
  ...endings(system, by),
  {
    kind: 'call',
    by,
    handle: lineHandle,
    endpoint: 'look',
    method: 'Look',
    message: emptyMessage,
  },
  { kind: 'recv', by },
  { kind: 'reply', by, as: 'response', message: emptyMessage },
];

/** Everything that the processes, each with the thread of its number, may do; those of no sense in a state are left out by `isTried`. */
export const alphabetOf = (system: LifecycleSystem): readonly Action[] =>
  system.processes.flatMap((process) => {
    const by = threadId(process);
    if (process >= system.topology.processes.length) return childActions(system, by);
    const name = system.nameOf(process);
    const isSteady = system.topology.steady.includes(name);
    return [
      ...makerActions(system, by, name),
      ...controlActions(system, by),
      ...(isSteady ? [] : [...restlessActions(system, by, name), ...endings(system, by)]),
    ];
  });
