import { handleId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import { findEntry } from '../../kernel/micro/handles/handles.ts';
import { findLabelled } from '../../kernel/micro/labelled.ts';
import type { Objects } from '../../kernel/micro/objects.ts';
import type { LifecycleSystem } from './system.ts';

/** What a handle of a process names, as far as the module speaks of it. */
export type HeldThing =
  | { readonly kind: 'process'; readonly process: ProcessId }
  | { readonly kind: 'image'; readonly className: string; readonly digest: string }
  | { readonly kind: 'file'; readonly className: string }
  | { readonly kind: 'channel'; readonly server: ProcessId; readonly isCut: boolean };

/** What a process's handle of a number names; absent for the kernel, and for what is nothing. */
export const findHeld = (
  { plan }: LifecycleSystem,
  objects: Objects,
  holder: ProcessId,
  number: HandleId,
): HeldThing | undefined => {
  const entry = findEntry(objects.handles, holder, number);
  if (entry === undefined) return undefined;
  const found = findLabelled(plan, objects, entry.sid);
  switch (found?.kind) {
    case 'process':
      return found;
    case 'image':
      return found.resource;
    case 'file':
      return { kind: 'file', className: found.file.className };
    case 'channel': {
      const { server, isAccepted } = found.resource;
      return { kind: 'channel', server, isCut: isAccepted };
    }
    default:
      return undefined;
  }
};

/** The numbers of a process's table. */
export const numbersOf = ({ limits }: LifecycleSystem): readonly HandleId[] =>
  Array.from({ length: limits.handles }, (_, index) => handleId(index));

/** All that a process holds. */
export const heldBy = (
  system: LifecycleSystem,
  objects: Objects,
  holder: ProcessId,
): readonly HeldThing[] =>
  numbersOf(system).flatMap((number) => findHeld(system, objects, holder, number) ?? []);
