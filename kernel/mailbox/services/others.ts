import { rights } from '../../rights.ts';
import { withCell } from '../machine.ts';
import { ticksOf } from '../patience.ts';
import { handleValue, numberIn, textIn } from './arguments.ts';
import { give } from './handles.ts';
import { done, refused } from './service.ts';
import type { Service } from './service.ts';

/** Waits for a time: its answer is judged when the time is over. */
export const sleep: Service = (machine, permit, { limits }, { process }) => {
  const remaining = ticksOf(numberIn(permit.request, 'msecs'), limits);
  if (remaining === 0) return done(machine);
  return {
    kind: 'blocked',
    next: withCell(machine, process, { wait: { kind: 'time', remaining } }),
  };
};

export const sleepName = { endpoint: 'thread.Thread', method: 'Sleep' } as const;

/** What the clock shows: an input of the step, as the state knows no time. */
export const getTime: Service = (machine, _permit, _layout, { clock }) =>
  done(machine, [['msecs', BigInt.asUintN(64, clock)]]);

/** Writes to the diagnostic output of the platform: nothing within the system reads it. */
export const debugWrite: Service = (machine) => done(machine);

const fileRights = rights.copy | rights.transfer | rights.getSid | rights.read;

/** Opens a file of the ROM: the image that a process is loaded with. Refuses: `nameUnknown`; `tableFull`. */
export const openFile: Service = (machine, permit, layout, caller) => {
  const path = textIn(permit.request, 'path');
  const index = layout.files.findIndex((file) => file.path === path);
  const file = layout.files[index];
  if (file === undefined) return refused('nameUnknown');
  const sid = layout.numbering.file(index);
  const made = give(layout, machine, permit, caller, { sid, rights: fileRights });
  if (typeof made === 'string') return refused(made);
  const size = BigInt(file.bytes.length / 2);
  const outputs = [
    ['file', handleValue(made.number)],
    ['size', size],
  ] as const;
  return done(made.next, outputs, [made.number]);
};
