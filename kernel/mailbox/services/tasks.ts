import type { HandleId } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import { emptyMessage } from '../../../model/value.ts';
import type { Process } from '../../../solution/solution.ts';
import { allRights, rights } from '../../rights.ts';
import type { RomFile } from '../../rom.ts';
import { lookUp } from '../capabilities.ts';
import { firstHeld } from '../layout.ts';
import type { Layout } from '../layout.ts';
import { end } from '../life.ts';
import { powerOver } from '../licence.ts';
import { cellOf, withCell } from '../machine.ts';
import type { Exit, Machine, Stage } from '../machine.ts';
import { handleIn, handleValue, numberIn, textIn } from './arguments.ts';
import { give } from './handles.ts';
import { done, refused } from './service.ts';
import type { Caller, Service } from './service.ts';

/**
 * The process that a handle of the caller names, in one of the stages; in any where none is named.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing` (CAP-1); `wrongState`.
 */
const heldProcess = (
  { solution, numbering }: Layout,
  machine: Machine,
  { process }: Caller,
  number: HandleId | undefined,
  right: number,
  stage?: Stage['kind'],
): Process | Refusal => {
  const held = lookUp(machine.capabilities, process, number);
  if (typeof held === 'string') return held;
  const place = numbering.place(held.sid);
  const found = place.kind === 'process' ? solution.processes[place.process] : undefined;
  if (found === undefined) return 'wrongType';
  if ((held.rights & right) !== right) return 'rightsMissing';
  if (stage !== undefined && cellOf(machine, found.id).stage.kind !== stage) return 'wrongState';
  return found;
};

/** Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`. */
const heldImage = (
  { files, numbering }: Layout,
  { capabilities }: Machine,
  { process }: Caller,
  number: HandleId | undefined,
): RomFile | Refusal => {
  const held = lookUp(capabilities, process, number);
  if (typeof held === 'string') return held;
  const place = numbering.place(held.sid);
  const file = place.kind === 'file' ? files[place.file] : undefined;
  if (file === undefined) return 'wrongType';
  return (held.rights & rights.read) === 0 ? 'rightsMissing' : file;
};

/** A handle to a process of the solution, by its name. Refuses: `nameUnknown`; `tableFull`. */
export const open: Service = (machine, permit, layout, caller) => {
  const name = textIn(permit.request, 'name');
  const process = layout.solution.processes.find((one) => one.name === name);
  if (process === undefined) return refused('nameUnknown');
  const sid = layout.numbering.process(process.id);
  const made = give(layout, machine, permit, caller, { sid, rights: allRights });
  if (typeof made === 'string') return refused(made);
  return done(made.next, [['task', handleValue(made.number)]], [made.number]);
};

/**
 * Loads a process that has ended with the image of its class (LBL-1).
 *
 * Refuses: what `heldProcess` and `heldImage` refuse; `imageMismatch`.
 */
export const loadSeg: Service = (machine, permit, layout, caller) => {
  const { request } = permit;
  const task = handleIn(request, 'task');
  const process = heldProcess(layout, machine, caller, task, rights.control, 'ended');
  if (typeof process === 'string') return refused(process);
  const image = heldImage(layout, machine, caller, handleIn(request, 'image'));
  if (typeof image === 'string') return refused(image);
  const isOfClass = image.className === process.className;
  if (!isOfClass || image.path !== process.program.path) return refused('imageMismatch');
  return done(withCell(machine, process.id, { stage: { kind: 'loaded' } }));
};

/**
 * Starts a loaded process: an `execute` event is judged in the midst of it (LBL-1).
 *
 * Refuses: what `heldProcess` refuses; `tableFull`, where its first handles exceed its share; `startDenied`.
 */
export const resume: Service = (machine, permit, layout, caller) => {
  const task = handleIn(permit.request, 'task');
  const process = heldProcess(layout, machine, caller, task, rights.control, 'loaded');
  if (typeof process === 'string') return refused(process);
  if (firstHeld(layout, process.id).length > layout.limits.handles) return refused('tableFull');
  return {
    kind: 'judge',
    ask: {
      kind: 'execute',
      by: caller.process,
      to: process.id,
      endpoint: undefined,
      method: 'main',
      message: emptyMessage,
      show: (message) => message,
      read: () => null,
    },
    granted: (started, start) => done(start(layout, machine, started)),
  };
};

/** Ends a process that runs. Refuses: what `heldProcess` refuses. */
export const terminate: Service = (machine, permit, layout, caller) => {
  const task = handleIn(permit.request, 'task');
  const process = heldProcess(layout, machine, caller, task, rights.terminate, 'running');
  if (typeof process === 'string') return refused(process);
  return done(end(layout, machine, powerOver(process.id), { kind: 'terminated' }));
};

/** Ends the caller's process; so does the exit of its one thread. */
export const exit: Service = (machine, permit, layout, { process }) => ({
  kind: 'ended',
  next: end(layout, machine, powerOver(process), {
    kind: 'exited',
    status: numberIn(permit.request, 'status'),
  }),
});

const exitNumber = { exited: 1n, terminated: 2n, trapped: 3n } as const;

const statusOf = (how: Exit): number => {
  if (how.kind === 'exited') return how.status;
  return how.kind === 'trapped' ? how.code : 0;
};

/** How a process ended; 0 while it has not. Refuses: what `heldProcess` refuses, for any stage. */
export const getExitStatus: Service = (machine, permit, layout, caller) => {
  const task = handleIn(permit.request, 'task');
  const process = heldProcess(layout, machine, caller, task, rights.query);
  if (typeof process === 'string') return refused(process);
  const { stage } = cellOf(machine, process.id);
  const [ended, status] =
    stage.kind === 'ended' ? [exitNumber[stage.exit.kind], statusOf(stage.exit)] : [0n, 0];
  return done(machine, [
    ['ended', ended],
    ['status', BigInt(status)],
  ]);
};

export const getName: Service = (machine, _permit, { solution }, { process }) =>
  done(machine, [['name', solution.processes[process]?.name ?? '']]);
