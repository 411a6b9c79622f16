import type { HandleId, ProcessId, ThreadId } from '../../model/ids.ts';
import type { Action } from '../../model/step.ts';
import type { Value } from '../../model/value.ts';
import { findEntry } from '../../kernel/micro/handles/handles.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { forEver } from '../../kernel/micro/waiting-limits.ts';
import type { Context } from '../../kss/context.ts';
import { upTo } from '../each-operator.ts';
import { findHandle, localHandle, serviceCall } from '../service-call.ts';
import { eventBits, maskOf } from './events.ts';
import type { Mask } from './events.ts';
import type { Asked, Lasting, ServiceName } from './solution.ts';
import { handleOf, numbersOf } from './system.ts';
import type { NoticeSystem } from './system.ts';

/** Units: milliseconds. */
export const msecsOf = ({ limits }: NoticeSystem, lasting: Lasting): number =>
  lasting === 'forever' ? forEver : 2 * limits.ticks * limits.msecsPerTick;

/** What a thread may do with one handle of its process, by the module's name of it. */
const onHandle = (
  system: NoticeSystem,
  by: ThreadId,
  number: number,
): Readonly<Partial<Record<ServiceName, readonly Action[]>>> => {
  const { topology, numbering, nameOf, roleOf } = system;
  const process = numbering.processOfThread(by);
  const name = nameOf(process);
  const notice = localHandle(handleOf(system, process, number));
  const call = (method: string, fields: Readonly<Record<string, Value>>): Action =>
    serviceCall(by, 'notice.Notice', method, fields);
  const asks = topology.asks.filter((ask) => ask.by === name);
  const numbers = [0, ...upTo(numbersOf(topology, name))];
  const subscribe = (other: number, id: number, mask: Mask): Action =>
    call('SubscribeToObject', {
      notice,
      object: localHandle(handleOf(system, process, other)),
      eventMask: BigInt(maskOf(mask)),
      eventId: BigInt(id),
    });
  const ids = [...new Set(asks.map(({ id }) => id))];
  const lasts = [0, ...roleOf(by).lasts.map((lasting) => msecsOf(system, lasting))];
  const masks = [0, eventBits.gone, ...topology.sets.map(maskOf)];
  return {
    Subscribe: numbers.flatMap((other) => [
      subscribe(other, 0, []),
      ...asks.map(({ id, mask }) => subscribe(other, id, mask)),
    ]),
    Unsubscribe: ids.map((id) => call('UnsubscribeFromEvent', { notice, eventId: BigInt(id) })),
    GetEvent: lasts.map((msecs) => call('GetEvent', { notice, msecs: BigInt(msecs) })),
    SetEvent: masks.map((mask) =>
      call('SetObjectEvent', { object: notice, eventMask: BigInt(mask) }),
    ),
    Drop: [call('DropAndWake', { notice })],
    Close: [serviceCall(by, 'handle.Handle', 'Close', { handle: notice })],
    Revoke: [serviceCall(by, 'handle.Handle', 'Revoke', { handle: notice })],
  };
};

const actionsOf = (system: NoticeSystem, by: ThreadId): readonly Action[] => {
  const { topology, numbering, nameOf, roleOf } = system;
  const own: Readonly<Partial<Record<ServiceName, readonly Action[]>>> = {
    Create: [serviceCall(by, 'notice.Notice', 'Create', {})],
    Trap: [{ kind: 'trap', by, code: 0 }],
  };
  const numbers = upTo(numbersOf(topology, nameOf(numbering.processOfThread(by))));
  const handled = numbers.map((number) => onHandle(system, by, number));
  return roleOf(by).does.flatMap((name) => [own, ...handled].flatMap((one) => one[name] ?? []));
};

/** Everything that the threads may do, and that time passes. */
export const alphabetOf = (system: NoticeSystem): readonly Action[] => [
  ...system.threads.flatMap((thread) => actionsOf(system, thread)),
  { kind: 'tick' },
];

type Objects = MicroState<Context>['objects'];

/** Of which kind what a live handle names is, in the module's words. */
const kindOf = (
  { numbering }: NoticeSystem,
  { handles, resources }: Objects,
  holder: ProcessId,
  handle: HandleId,
): Asked['kind'] | undefined => {
  const entry = findEntry(handles, holder, handle);
  if (entry === undefined || entry.isRevoked) return undefined;
  const place = numbering.place(entry.sid);
  if (place.kind !== 'resource') return undefined;
  const kind = resources[place.process]?.[place.place]?.kind;
  if (kind === 'user') return 'object';
  return kind === 'badge' || kind === 'receiver' ? kind : undefined;
};

/**
 * What the programs leave out: to subscribe to more than no event but for what they ask for of its kind; and
 * to close or revoke what is not there, or is revoked, which the twin Handles has.
 */
export const isTriedIn =
  (system: NoticeSystem) =>
  ({ objects }: MicroState<Context>, action: Action): boolean => {
    if (action.kind !== 'call') return true;
    const { by, method, message } = action;
    const process = system.numbering.processOfThread(by);
    if (method === 'Close' || method === 'Revoke') {
      const handle = findHandle(message, 'handle');
      const entry = handle && findEntry(objects.handles, process, handle.number);
      return entry !== undefined && (method === 'Close' || !entry.isRevoked);
    }
    const mask = Number(message.fields.get('eventMask'));
    if (method !== 'SubscribeToObject' || mask === 0) return true;
    const object = findHandle(message, 'object');
    const kind = object && kindOf(system, objects, process, object.number);
    const id = Number(message.fields.get('eventId'));
    return system.topology.asks.some(
      (ask) =>
        ask.by === system.nameOf(process) &&
        ask.kind === kind &&
        ask.id === id &&
        maskOf(ask.mask) === mask,
    );
  };
