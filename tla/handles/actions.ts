import { handleId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { LocalHandle, RecordValue, Value } from '../../model/value.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import type { Context } from '../../kss/context.ts';
import { rightNames } from './solution.ts';
import type { Mask } from './solution.ts';
import { processesOf } from '../laid-out.ts';
import { findBadge, handleOf, maskOf, numbersOf } from './system.ts';
import type { HandlesSystem } from './system.ts';

const kernelHandle = handleId(0);

const all = 0xffff_ffff;

const local = (number: HandleId, rights = all): LocalHandle => ({
  kind: 'localHandle',
  number,
  rights,
});

const service = (process: ProcessId, method: string, fields: Record<string, Value>): Action => ({
  kind: 'call',
  by: threadId(process),
  handle: kernelHandle,
  endpoint: 'handle.Handle',
  method,
  message: record(Object.entries(fields)),
});

/** Makes the badge of a process, before anything that is compared. */
export const badgeAction = (process: ProcessId): Action =>
  service(process, 'CreateBadge', { context: 1n });

/** No badge, one that is none, and the process's own if it has one. */
const badgesOf = (system: HandlesSystem, process: ProcessId): readonly (HandleId | undefined)[] => {
  const own = findBadge(system, process);
  return [undefined, kernelHandle, ...(own === undefined ? [] : [own])];
};

const servicesOf = (system: HandlesSystem, process: ProcessId): readonly Action[] => {
  const { masks } = system.topology;
  const badges = badgesOf(system, process).map((badge) =>
    badge === undefined ? undefined : local(badge),
  );
  const onHandle = (handle: LocalHandle): readonly Action[] => [
    ...badges.flatMap((copyBadge) =>
      masks.copy.map((mask) =>
        service(process, 'Copy', {
          inHandle: handle,
          newRightsMask: BigInt(maskOf(mask)),
          ...(copyBadge === undefined ? {} : { copyBadge }),
        }),
      ),
    ),
    service(process, 'Close', { handle }),
    service(process, 'Revoke', { handle }),
    ...badges.map((badge) =>
      service(process, 'RevokeSubtree', { handle, ...(badge === undefined ? {} : { badge }) }),
    ),
  ];
  const isMaker = system.topology.makers.includes(system.nameOf(process));
  const create = service(process, 'CreateUserObject', { rights: BigInt(maskOf(rightNames)) });
  return [
    ...(isMaker ? [create] : []),
    ...numbersOf(system, process).flatMap((number) =>
      onHandle(local(handleOf(system, process, number))),
    ),
  ];
};

/** Messages that carry nothing, or one handle in a field of this name. */
const messagesOf = (
  system: HandlesSystem,
  process: ProcessId,
  field: string,
): readonly RecordValue[] => {
  const lent = (number: number, mask: Mask, badge: HandleId | undefined): LocalHandle => {
    const handle = local(handleOf(system, process, number), maskOf(mask));
    return badge === undefined ? handle : { ...handle, badge };
  };
  const handles = numbersOf(system, process).flatMap((number) =>
    system.topology.masks.send.flatMap((mask) =>
      badgesOf(system, process).map((badge) => lent(number, mask, badge)),
    ),
  );
  return [emptyMessage, ...handles.map((handle) => record([[field, handle]]))];
};

const messageActions = (system: HandlesSystem, process: ProcessId): readonly Action[] => {
  const by = threadId(process);
  const channels = system.solution.channels.filter(({ client }) => client === process);
  const isServer = system.solution.channels.some(({ server }) => server === process);
  const calls = channels.flatMap((_, index) =>
    messagesOf(system, process, 'given').map((message): Action => {
      const handle = handleId(index + 1);
      return { kind: 'call', by, handle, endpoint: 'lend', method: 'Pass', message };
    }),
  );
  if (!isServer) return calls;
  const answers = messagesOf(system, process, 'back').map((message): Action => ({
    kind: 'reply',
    by,
    as: 'response',
    message,
  }));
  return [...calls, { kind: 'recv', by }, ...answers];
};

/** Everything that the processes may do. */
export const alphabetOf = (system: HandlesSystem): readonly Action[] =>
  processesOf(system).flatMap((process) => [
    ...servicesOf(system, process),
    ...messageActions(system, process),
  ]);

/**
 * What the programs leave out: to wait for a request that nobody has sent, to take a second one, and to
 * answer where nothing is served. The twin Ipc has these.
 */
export const isTried = ({ objects: { threads } }: MicroState<Context>, action: Action): boolean => {
  if (action.kind !== 'recv' && action.kind !== 'reply') return true;
  const { process, serving } = threadOf(threads, action.by);
  if (action.kind === 'reply') return serving !== undefined;
  return serving === undefined && (threads.queues[process] ?? []).length > 0;
};
