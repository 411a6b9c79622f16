import { Defect, at } from '../../model/defect.ts';
import { handleId } from '../../model/ids.ts';
import type { Branded, HandleId, ProcessId, Sid } from '../../model/ids.ts';
import type { Writer } from '../../model/writer.ts';
import type { Permit } from '../mediate.ts';
import { processOf } from '../mediate.ts';

/** What a handle refers to: the kernel's own channel of a process, or a channel of the solution. */
export type KernelObject =
  | { readonly kind: 'kernel' }
  | { readonly kind: 'channel'; readonly channel: number; readonly server: ProcessId };

/**
 * One entry of a process's handle table: authority over one object.
 *
 * Units: `rights` is a 32-bit mask, the general part in the low 16 bits.
 * Source: KasperskyOS Community Edition help, "Handle permissions mask".
 */
export interface Handle {
  readonly object: KernelObject;
  readonly sid: Sid;
  readonly rights: number;
}

/** Rights of a handle; the bit numbers are ours. `call` is in the part that its object defines. */
export const rights = { copy: 0x1, call: 0x1_0000 } as const;

type Table = readonly (Handle | undefined)[];

/**
 * The handle table of each process; a freed number is an empty place.
 * Only the functions of this file make one; those that change a table take the permit of a request
 * and read from it whose.
 */
export type Handles = Branded<readonly Table[], 'Handles'>;

const handlesOf = (tables: readonly Table[]): Handles => tables as Handles;

/** At boot each process has the kernel's handle, then one for each channel of which it is the client. */
export const bootHandles = (tables: readonly (readonly Handle[])[]): Handles => handlesOf(tables);

export const findHandle = (
  handles: Handles,
  process: ProcessId,
  number: HandleId,
): Handle | undefined => at(handles, process)[number];

export const hasRight = (handle: Handle, right: number): boolean =>
  (handle.rights & right) === right;

/** The least free number of the caller's table; absent where the table is full. */
export const findFreeNumber = (
  handles: Handles,
  process: ProcessId,
  limit: number,
): HandleId | undefined => {
  const table = at(handles, process);
  const hole = table.findIndex((handle) => handle === undefined);
  const free = hole < 0 ? table.length : hole;
  return free < limit ? handleId(free) : undefined;
};

/** Whose table a permit licenses to change: the caller's, of a service of the kernel. */
const callerOf = ({ kind, by, to }: Permit<unknown>): ProcessId => {
  if (kind !== 'request' || to !== 'kernel')
    throw new Defect('a handle table was changed under another permit');
  return processOf(by);
};

/** Licence: the permit of a service request. Puts a handle into the caller's table. */
export const withHandle = (
  handles: Handles,
  permit: Permit<unknown>,
  number: HandleId,
  handle: Handle,
): Handles => put(handles, callerOf(permit), number, handle);

/** Licence: the permit of a service request. Frees a number of the caller's table. */
export const withoutHandle = (
  handles: Handles,
  permit: Permit<unknown>,
  number: HandleId,
): Handles => put(handles, callerOf(permit), number, undefined);

const put = (
  handles: Handles,
  process: ProcessId,
  number: HandleId,
  handle: Handle | undefined,
): Handles => {
  const table = [...at(handles, process)];
  table[number] = handle;
  while (table.length > 0 && table.at(-1) === undefined) table.pop();
  return handlesOf(handles.map((old, index) => (index === process ? table : old)));
};

const encodeTable = (table: Table, writer: Writer): void => {
  writer.word(table.length);
  for (const handle of table) {
    writer.word(handle?.sid ?? 0);
    writer.word(handle?.rights ?? 0);
  }
};

/** Canonical bytes of one process's table. */
export const encodeTableOf = (handles: Handles, process: ProcessId, writer: Writer): void => {
  encodeTable(at(handles, process), writer);
};

export const encodeHandles = (handles: Handles, writer: Writer): void => {
  for (const table of handles) encodeTable(table, writer);
};
