import type { ProcessId, Sid } from '../../model/ids.ts';
import type { CallAction, Refusal } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import { bytesOf } from '../carried.ts';
import { mediate } from '../mediate.ts';
import type { Permit } from '../mediate.ts';
import { rights } from '../rights.ts';
import { asking } from './asking.ts';
import { lookUp } from './capabilities.ts';
import { gateOf, left, refusedLeft } from './core.ts';
import type { Core, Left } from './core.ts';
import type { Layout } from './layout.ts';
import { handleFault, lend, lendFault } from './lend.ts';
import { countPosted } from './letters.ts';
import { isRunning, withCell } from './machine.ts';
import type { Machine, MailboxState } from './machine.ts';
import { callService } from './service-call.ts';
import { patienceOf } from './patience.ts';

/** Where a call goes: to the kernel, or over a channel into a mailbox. */
type Target = 'kernel' | { readonly server: ProcessId; readonly channel: Sid };

/**
 * Where a handle leads.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, for what is no channel; `rightsMissing`, without the
 *          call right (CAP-1); `notConnected`, where the server does not run.
 */
const targetOf = (
  { solution, numbering }: Layout,
  machine: Machine,
  by: ProcessId,
  { handle }: CallAction,
): Target | Refusal => {
  const held = lookUp(machine.capabilities, by, handle);
  if (typeof held === 'string') return held;
  const place = numbering.place(held.sid);
  const channel = place.kind === 'channel' ? solution.channels[place.channel] : undefined;
  if (place.kind !== 'kernel' && channel === undefined) return 'wrongType';
  if ((held.rights & rights.call) === 0) return 'rightsMissing';
  if (channel === undefined) return 'kernel';
  const { server } = channel;
  return isRunning(machine, server) ? { server, channel: held.sid } : 'notConnected';
};

/** Copies the request into the server's mailbox; its caller waits for what comes into its own slot. */
const send = <Context extends object>(
  { layout, parts }: Core<Context>,
  machine: Machine,
  by: ProcessId,
  { server, channel }: Exclude<Target, string>,
  remaining: number | undefined,
  permit: Permit<RecordValue>,
): Machine => {
  const route = { from: by, to: server, channel };
  const copied = lend(layout, machine, route, permit, permit.request, true);
  const { message, brought } = copied;
  const client = layout.threadOf(by);
  const posted = parts.post(copied.machine, permit, { client, channel, message, brought });
  return withCell(posted, by, { wait: { kind: 'reply', from: server, remaining } });
};

/** Why a call to a process is refused; else how long it waits, in ticks, for ever if absent. */
const admitted = <Context extends object>(
  { layout }: Core<Context>,
  machine: Machine,
  by: ProcessId,
  { server, channel }: Exclude<Target, string>,
  action: CallAction,
): number | undefined | Refusal => {
  const patience = patienceOf(layout, machine, by, action);
  if (typeof patience === 'string') return patience;
  const route = { from: by, to: server, channel };
  const fault = lendFault(layout, machine, route, action.message);
  if (fault !== undefined) return fault;
  return countPosted(machine, by, server) >= layout.limits.queue ? 'queueFull' : patience;
};

const callProcess = <Context extends object>(
  core: Core<Context>,
  state: MailboxState<Context>,
  action: CallAction,
  by: ProcessId,
  target: Exclude<Target, string>,
): Left<Context> => {
  const { machine } = state;
  const patience = admitted(core, machine, by, target, action);
  if (typeof patience === 'string') return refusedLeft(state, patience);
  const { endpoint, method, message } = action;
  const asked = { kind: 'request', by, to: target.server, endpoint, method, message } as const;
  const ask = asking(core.layout, machine, asked);
  return mediate(gateOf(core), state.context, ask, {
    granted: (permit, context, judged) =>
      left(send(core, machine, by, target, patience, permit), context, { kind: 'blocked' }, [
        judged,
      ]),
    denied: (verdict, judged) =>
      left(machine, state.context, { kind: 'denied', ends: 'call', phase: 'request', verdict }, [
        judged,
      ]),
  });
};

/**
 * Sends a request into the mailbox of a server, and waits for the answer in a slot of its own; the handle of
 * the kernel reaches its services.
 *
 * Refuses: what `targetOf` refuses; `messageTooLarge`; `badHandle`, `wrongType`, for an interrupt; what
 *          `lendFault` refuses; `queueFull`, where the caller's share of the mailbox is used up (AVL-1).
 */
export const call = <Context extends object>(
  core: Core<Context>,
  state: MailboxState<Context>,
  action: CallAction,
  by: ProcessId,
): Left<Context> => {
  const { machine } = state;
  const target = targetOf(core.layout, machine, by, action);
  if (typeof target === 'string' && target !== 'kernel') return refusedLeft(state, target);
  if (bytesOf(action.message) > core.layout.limits.messageBytes)
    return refusedLeft(state, 'messageTooLarge');
  if (target !== 'kernel') return callProcess(core, state, action, by, target);
  const fault = handleFault(machine, by, action.message);
  return fault === undefined ? callService(core, state, action, by) : refusedLeft(state, fault);
};
