import type { Cacheability, EditRefusal, Rights } from '../../../arch/page.ts';
import type { MachineState } from '../../../arch/machine/state.ts';
import { Defect } from '../../../model/defect.ts';
import type { ProcessId } from '../../../model/ids.ts';
import { withMachine } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';

/** A page that the hardware is to map. Units: first bytes. */
export interface NewPage {
  readonly address: number;
  readonly physical: number;
  readonly rights: Rights;
}

/** Pages of a space that some core is to forget, by their addresses. */
export const unforgotten = ({ machine }: Objects, space: ProcessId): readonly (number | 'all')[] =>
  machine.cores.flatMap(({ pending }) =>
    pending.flatMap((one) => (one.space === space ? [one.address] : [])),
  );

/** Has some core anything of a space to forget? */
export const isAwaited = (objects: Objects, space: ProcessId): boolean =>
  unforgotten(objects, space).length > 0;

/** Throws: `Defect`, where the kernel's own view of the tables is wrong. */
export const sure = (edited: MachineState | EditRefusal): MachineState => {
  if (typeof edited === 'string') throw new Defect(`tables are not as they were left: ${edited}`);
  return edited;
};

/**
 * Writes the translations of pages.
 *
 * Refuses: `framesFull`, where there is no frame for a table.
 */
export const translating = (
  { machine }: Plan,
  objects: Objects,
  process: ProcessId,
  pages: readonly NewPage[],
  holds: Cacheability,
): Objects | 'framesFull' => {
  let now = objects.machine;
  for (const page of pages) {
    const edited = machine.map(now, process, { ...page, holds });
    if (edited === 'noFrame') return 'framesFull';
    now = sure(edited);
  }
  return withMachine(objects, now);
};

/** Takes away the translations of pages, and has every core forget them. */
export const withoutTranslations = (
  { machine }: Plan,
  objects: Objects,
  space: ProcessId,
  addresses: readonly number[],
): Objects =>
  withMachine(
    objects,
    addresses.reduce(
      (now, address) =>
        machine.invalidate(sure(machine.unmap(now, space, address)), undefined, {
          space,
          address,
        }),
      objects.machine,
    ),
  );

/** Gives a page other rights in the tables. */
export const withRights = (
  { machine }: Plan,
  objects: Objects,
  space: ProcessId,
  address: number,
  rights: Rights,
): Objects => withMachine(objects, sure(machine.protect(objects.machine, space, address, rights)));

/** Has every core forget what it may have of a page. */
export const forgettingPage = (
  { machine }: Plan,
  objects: Objects,
  space: ProcessId,
  address: number,
): Objects =>
  withMachine(objects, machine.invalidate(objects.machine, undefined, { space, address }));
