import { handleId } from '../../model/ids.ts';
import type { Intent, ThreadAction } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import type { ReachFact } from '../../kernel/kernel.ts';
import type { RandomStream } from '../../simulator/random.ts';
import { lend, oneOf, service } from './belongings.ts';
import type { Belongings } from './belongings.ts';

/** An intent, and on which core, where that matters. */
export type PlacedIntent = Intent & Pick<ThreadAction, 'core'>;

const pageBytes = 0x1000n;

const size = pageBytes;

/** Data, code, and what is only read; mostly data. */
const flags = [3n, 3n, 3n, 5n, 1n] as const;

const commit = 8n;

/** To have memory of its own, to give pages other rights, and to let them go. */
const tendPages = ({ facts, process }: Belongings, pick: RandomStream): Intent => {
  const own = facts.mappings.filter((page) => page.process === process);
  const asked = oneOf(flags, pick);
  if (own.length === 0 || pick.below(3) === 0)
    return service('vmm.VMM.Allocate', { size, flags: asked + commit });
  const va = BigInt(oneOf(own, pick).address);
  return oneOf(
    [
      service('vmm.VMM.Free', { va }),
      service('vmm.VMM.Decommit', { va, size }),
      service('vmm.VMM.Commit', { va, size, flags: asked }),
      service('vmm.VMM.Protect', { va, size, flags: asked }),
      service('vmm.VMM.MdlCreateFromVm', { va, size, flags: asked }),
    ],
    pick,
  );
};

/** To have a buffer, to map it, to give it away, and to take it back. */
const shareBuffer = ({ ofKind }: Belongings, pick: RandomStream): Intent => {
  const buffers = ofKind('buffer');
  const asked = oneOf(flags, pick);
  if (buffers.length === 0) return service('vmm.VMM.MdlCreate', { size, flags: 3n });
  const buffer = lend(oneOf(buffers, pick));
  const giving: Intent = {
    kind: 'call',
    handle: handleId(1 + pick.below(3)),
    endpoint: 'store',
    method: 'Give',
    message: record([['gift', buffer]]),
    timeout: 2,
  };
  const mapping = service('vmm.VMM.MdlMap', { mdl: buffer, size, flags: asked });
  return oneOf(
    [
      mapping,
      mapping,
      mapping,
      giving,
      giving,
      giving,
      service('handle.Handle.Close', { handle: buffer }),
      service('handle.Handle.Revoke', { handle: buffer }),
      service('vmm.VMM.MdlClone', { mdl: buffer, size }),
    ],
    pick,
  );
};

/** An access, as it is told that it would be done. */
export const accessAs = (
  { kind, address, way, core }: ReachFact,
  value: number,
  offset: number,
): PlacedIntent => {
  const where = { address: address + offset, way, ...(core === undefined ? {} : { core }) };
  return kind === 'store' ? { kind, value, ...where } : { kind, ...where };
};

/** An access that is done: rather by what a core has kept, where there is something; seldom one at any address. */
const accessMemory = ({ facts, process }: Belongings, pick: RandomStream): PlacedIntent => {
  const own = facts.reach.filter((one) => one.process === process);
  const kept = own.filter(({ way }) => way > 0);
  const some = kept.length > 0 && pick.below(2) === 0 ? kept : own;
  if (some.length === 0 || pick.below(64) === 0)
    return { kind: 'load', address: 0x1_0000 + 0x1000 * pick.below(8) };
  return accessAs(oneOf(some, pick), 1 + pick.below(9), 4 * pick.below(2));
};

/** Something about memory, that fits what a process has of it. */
export const memoryIntent = (belongings: Belongings, pick: RandomStream): PlacedIntent => {
  const which = pick.below(8);
  if (which < 4) return accessMemory(belongings, pick);
  return which < 6 ? tendPages(belongings, pick) : shareBuffer(belongings, pick);
};
