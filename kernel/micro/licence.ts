import { Defect } from '../../model/defect.ts';
import type { Branded, ProcessId } from '../../model/ids.ts';
import type { Permit } from '../mediate.ts';
import { processOf } from '../mediate.ts';
import type { Pending, Waiting } from './threads/thread.ts';

/**
 * A standing right over one process: holding one proves that a handle to the process, with the right
 * to control it, was looked up in this step, or that the process itself acts.
 */
export type Control = Branded<{ readonly over: ProcessId }, 'Control'>;

/**
 * What carries the right to change what a process holds: the permit of a service that the process
 * called or of a message that was sent to it, a request that is to be delivered to it, a service
 * that it waits for, or a standing right over it.
 */
export type TableLicence = Permit<unknown> | Pending | Waiting | Control;

/** Made where the right has been looked up: by a handle to the process, or where the process itself acts. */
export const controlOver = (process: ProcessId): Control => ({ over: process }) as Control;

/**
 * Whose table a licence opens: of the caller of a service, and of the receiver of a message.
 *
 * Throws: `Defect`, for a permit that concerns no table.
 */
export const tableOf = (licence: TableLicence): ProcessId => {
  if ('over' in licence) return licence.over;
  if ('waitsFor' in licence) return licence.process;
  if ('client' in licence) return licence.server;
  const { kind, by, to } = licence;
  if (kind === 'request' && to === 'kernel') return processOf(by);
  if (kind === 'request' || kind === 'response' || kind === 'error' || kind === 'execute')
    return processOf(to);
  throw new Defect('a handle table was changed under another permit');
};
