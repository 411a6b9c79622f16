import { handleId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { LocalHandle, RecordValue, Value } from '../../model/value.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import type { Context } from '../../kss/context.ts';
import { isMessageTried } from '../is-message-tried.ts';
import { kernelHandle, localHandle, serviceCall } from '../service-call.ts';
import { rightNames } from './solution.ts';
import type { Mask } from './solution.ts';
import { processesOf } from '../laid-out.ts';
import { findBadge, handleOf, maskOf, numbersOf } from './system.ts';
import type { HandlesSystem } from './system.ts';

const service = (process: ProcessId, method: string, fields: Record<string, Value>): Action =>
  serviceCall(threadId(process), 'handle.Handle', method, fields);

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
    badge === undefined ? undefined : localHandle(badge),
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
      onHandle(localHandle(handleOf(system, process, number))),
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
    const handle = localHandle(handleOf(system, process, number), maskOf(mask));
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

/** What the programs leave out: of messages what `isMessageTried` does. */
export const isTried = ({ objects }: MicroState<Context>, action: Action): boolean =>
  isMessageTried(objects.threads, action);
