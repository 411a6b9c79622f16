import { handleId } from '../../model/ids.ts';
import type { HandleId, ProcessId, ThreadId } from '../../model/ids.ts';
import type { Action, WaitLimits } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import { kernelHandle, localHandle, serviceCall } from '../service-call.ts';
import type { Limit } from './limits.ts';
import { processesOf } from '../laid-out.ts';
import { isStoppable, limitsOf, threadsOf } from './system.ts';
import type { IpcSystem, Prepared } from './system.ts';

export const methods = ['Open', 'Close', 'Look'] as const;
export const kinds = ['response', 'error'] as const;

const malformed = record([['x', 'text']]);
const wellFormed = record([['x', 1n]]);
const large = record([['x', 'x'.repeat(65)]]);

/** A handle that names nothing. */
const noHandle = handleId(99);

const waitLimits = ({ msecs, stop }: Limit, interrupt: HandleId | undefined): WaitLimits => ({
  ...(msecs === undefined ? {} : { timeout: msecs }),
  ...(stop === true && interrupt !== undefined ? { interrupt } : {}),
});

/** What the first thread of a process does: it calls, receives and answers. */
const messageActions = (
  { topology, solution, nameOf }: IpcSystem,
  process: ProcessId,
  by: ThreadId,
  interrupt: HandleId | undefined,
): readonly Action[] => {
  const servers = solution.channels.filter(({ client }) => client === process);
  const limits = limitsOf(topology, nameOf(process)).map((one) => waitLimits(one, interrupt));
  const call = (
    handle: HandleId,
    method: string,
    message = wellFormed,
    limit: WaitLimits = {},
  ): Action => ({ kind: 'call', by, handle, endpoint: 'gate', method, message, ...limit });
  return [
    call(noHandle, 'Open'),
    ...servers.flatMap((_, index) => {
      const over = handleId(index + 1);
      return [
        call(over, 'Nothing'),
        call(over, 'Look', large),
        call(over, 'Look', wellFormed, { interrupt: noHandle }),
        call(over, 'Look', wellFormed, { interrupt: kernelHandle }),
        ...methods.map((method) => call(over, method, malformed)),
        ...methods.flatMap((method) =>
          limits.map((limit) => call(over, method, wellFormed, limit)),
        ),
      ];
    }),
    { kind: 'recv', by, interrupt: noHandle },
    { kind: 'recv', by, interrupt: kernelHandle },
    ...limits.map((limit): Action => ({ kind: 'recv', by, ...limit })),
    { kind: 'reply', by, as: 'response', message: large },
    ...kinds.map((as): Action => ({ kind: 'reply', by, as, message: emptyMessage })),
  ];
};

/** What either thread of a process does: it interrupts the first, and ends the process. */
const endingActions = (
  { topology, nameOf }: IpcSystem,
  process: ProcessId,
  by: ThreadId,
  interrupt: HandleId | undefined,
): readonly Action[] => {
  const name = nameOf(process);
  const { exits, traps } = topology;
  const stop = (syncHandle: HandleId): readonly Action[] =>
    ['SetInterrupt', 'ClearInterrupt'].map((method) =>
      serviceCall(by, 'ipc.IPC', method, { syncHandle: localHandle(syncHandle) }),
    );
  return [
    ...(interrupt === undefined || !isStoppable(topology, name) ? [] : stop(interrupt)),
    ...(exits.includes(name) ? [serviceCall(by, 'task.Task', 'Exit', { status: 0n })] : []),
    ...(traps.includes(name) ? [{ kind: 'trap', by, code: 1 } as const] : []),
  ];
};

/** Everything that the processes may do, and the passing of time. */
export const alphabetOf = <State>(
  system: IpcSystem,
  { interruptOf }: Prepared<State>,
): readonly Action[] => [
  { kind: 'tick' },
  ...processesOf(system).flatMap((process) => {
    const interrupt = interruptOf(process);
    const [first, second] = threadsOf(system, process);
    return [
      ...messageActions(system, process, first, interrupt),
      ...[first, second].flatMap((by) => endingActions(system, process, by, interrupt)),
    ];
  }),
];
