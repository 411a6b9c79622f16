import { handleId } from '../model/ids.ts';
import type { HandleId, ProcessId } from '../model/ids.ts';
import type { RecordValue } from '../model/value.ts';
import { handlesWithin } from '../kernel/carried.ts';
import { allRights, clientRights, listenerRights } from '../kernel/rights.ts';
import type { Solution } from '../solution/solution.ts';

/** A handle that a process holds, by its number, and no fewer than the rights that it has. */
export interface Held {
  readonly number: HandleId;
  readonly rights: number;
}

/** What a process holds from its start: the kernel's handle, one for each connection, and its listener if it serves any. */
export const heldAtBoot = ({ channels }: Solution, process: ProcessId): readonly Held[] => {
  const own = channels.filter(({ client }) => client === process);
  const serves = channels.some(({ server }) => server === process);
  const rights = [
    clientRights,
    ...own.map(() => clientRights),
    ...(serves ? [listenerRights] : []),
  ];
  return rights.map((has, number) => ({ number: handleId(number), rights: has }));
};

/** All that is held, by number: of one number what came last. */
export const allHeld = (boot: readonly Held[], given: readonly Held[]): readonly Held[] => [
  ...boot.filter(({ number }) => given.every((one) => one.number !== number)),
  ...given,
];

/**
 * What a process was given, when a message has come to it: handles that were closed or revoked stay there.
 * A handle of its own that comes back is known already, or was made by a service.
 *
 * Shape: by number, in order; the very one that was given where nothing is new.
 */
export const givenAfter = (
  boot: readonly Held[],
  given: readonly Held[],
  message: RecordValue,
): readonly Held[] => {
  const within = handlesWithin(message);
  if (within === 'forged') return given;
  return within.reduce((all, { number, rights, context }): readonly Held[] => {
    const known = allHeld(boot, all).find((one) => one.number === number);
    const isOwn = context !== undefined;
    if (known !== undefined && (isOwn || known.rights === rights)) return all;
    const others = all.filter((one) => one.number !== number);
    const added = { number, rights: isOwn ? allRights : rights };
    return [...others, added].sort((left, right) => left.number - right.number);
  }, given);
};
