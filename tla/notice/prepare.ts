import { Defect, at } from '../../model/defect.ts';
import { handleId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { rights } from '../../kernel/rights.ts';
import type { Context } from '../../kss/context.ts';
import { isRefusal } from '../operator-name.ts';
import { localHandle, serviceCall } from '../service-call.ts';
import type { Lent, Right } from './solution.ts';
import { handleOf } from './system.ts';
import type { NoticeSystem } from './system.ts';

/** Some rights as the kernel's mask. */
const bitsOf = (names: readonly Right[]): number =>
  names.reduce((bits, name) => bits | rights[name], 0);

/** The numbers, of the module, of what the first process makes before anything is compared. */
export const firstNumbers = { badge: 1, object: 2 } as const;

const find = (system: NoticeSystem, name: string): ProcessId => {
  const process = system.processes.find((one) => system.nameOf(one) === name);
  if (process === undefined) throw new Defect(`there is no process ${name}`);
  return process;
};

/** One handle goes to a server of the first process, which takes it and answers. */
const lend = (system: NoticeSystem, { to, what, rights: lent }: Lent): readonly Action[] => {
  const [first] = system.processes;
  if (first === undefined) throw new Defect('there is no process');
  const server = find(system, to);
  const channel = system.solution.channels
    .filter(({ client }) => client === first)
    .findIndex((one) => one.server === server);
  const handle = localHandle(handleOf(system, first, firstNumbers[what]), bitsOf(lent));
  const badge = handleOf(system, first, firstNumbers.badge);
  const given = what === 'object' ? { ...handle, badge } : handle;
  const by = at(system.numbering.threadsOf(first), 0);
  const taker = at(system.numbering.threadsOf(server), 0);
  const message = record([['given', given]]);
  return [
    { kind: 'call', by, handle: handleId(channel + 1), endpoint: 'lend', method: 'Pass', message },
    { kind: 'recv', by: taker },
    { kind: 'reply', by: taker, as: 'response', message: emptyMessage },
  ];
};

/** More threads of each process, beside its first; their handles are closed again. */
const begin = (system: NoticeSystem, process: ProcessId): readonly Action[] => {
  const { topology, numbering, nameOf } = system;
  const [by = threadId(0), ...more] = numbering
    .threadsOf(process)
    .filter((thread) => system.threads.includes(thread));
  const held = topology.lent.filter(({ to }) => to === nameOf(process)).length;
  const own = process === 0 ? Object.keys(firstNumbers).length : 0;
  const thread: HandleId = handleOf(system, process, held + own + 1);
  return more.flatMap(() => [
    serviceCall(by, 'thread.Thread', 'Create', { entry: 1n, priority: 8n, policy: 0n }),
    serviceCall(by, 'handle.Handle', 'Close', { handle: localHandle(thread) }),
  ]);
};

/** The state that is compared first: objects and badges are made and lent, and all threads run. */
export const prepared = (
  system: NoticeSystem,
  kernel: Kernel<MicroState<Context>>,
  state: MicroState<Context>,
): MicroState<Context> => {
  const [first] = system.threads;
  if (first === undefined) throw new Defect('there is no thread');
  const actions = [
    serviceCall(first, 'handle.Handle', 'CreateBadge', { context: 1n }),
    serviceCall(first, 'handle.Handle', 'CreateUserObject', { rights: 0xffff_ffffn }),
    ...system.topology.lent.flatMap((one) => lend(system, one)),
    ...system.processes.flatMap((process) => begin(system, process)),
  ];
  return actions.reduce((so, action) => {
    const { next, outcome } = kernel.step(so, action);
    if (isRefusal(outcome))
      throw new Defect(`before the twin Notice: ${action.kind} was ${outcome.kind}`);
    return next;
  }, state);
};
