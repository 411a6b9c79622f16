import type { EventKind, SecurityEvent } from '../../model/security.ts';
import { messageTypeOf } from '../../solution/link/reach.ts';
import type { Solution } from '../../solution/solution.ts';
import { findCalled } from '../resolve.ts';
import type { Called, Known } from '../resolve.ts';
import type { Program } from './program.ts';
import { fillRegistersOf } from './registers.ts';
import type { FillRegisters } from './registers.ts';
import type { SlotKey } from './slot.ts';

/** All events that selectors cannot tell apart: how their message is read, and their rules. */
export interface Slot {
  readonly key: SlotKey;
  readonly fill: FillRegisters;
  readonly program: Program;
}

/** One method as a server of some class offers it in one kind of event, by the words that name it. */
export interface Target {
  readonly endpoint: string | undefined;
  readonly interface: string | undefined;
  readonly called: Called;
  readonly fill: FillRegisters;
  /** The slots of those who exchange it with the server, by the index of their class. */
  readonly slots: (Slot | undefined)[];
}

/** A process class of the solution, and what was named of its servers so far, by method. */
export interface ClassEntry {
  readonly index: number;
  readonly targets: Readonly<Record<EventKind, Map<string, Target[]>>>;
}

/** The classes of a solution by name. */
export const classEntries = ({ classes }: Solution): ReadonlyMap<string, ClassEntry> =>
  new Map(
    [...classes.keys()].map((name, index) => [
      name,
      {
        index,
        targets: {
          execute: new Map(),
          request: new Map(),
          response: new Map(),
          error: new Map(),
          security: new Map(),
        },
      },
    ]),
  );

/** Finds what an event calls at a server of a class; absent if there is no such method. */
export const searchTarget = (
  solution: Solution,
  event: SecurityEvent,
  server: Known,
): Target | undefined => {
  const called = findCalled(solution, event, server);
  if (called === undefined) return undefined;
  const { endpoint, interface: one, kind } = event;
  const fill = fillRegistersOf(messageTypeOf(called.method, kind));
  return { endpoint, interface: one, called, fill, slots: [] };
};

/**
 * What an event calls at a server, looked up by its words. What has been found is kept: few words
 * name what is declared.
 */
export const targetAt = (
  solution: Solution,
  entry: ClassEntry,
  event: SecurityEvent,
  server: Known,
): Target | undefined => {
  const { kind, endpoint, interface: one, method } = event;
  const byMethod = entry.targets[kind];
  const known = byMethod.get(method ?? '');
  if (known !== undefined) {
    for (const target of known) {
      if (target.endpoint === endpoint && target.interface === one) return target;
    }
  }
  const target = searchTarget(solution, event, server);
  if (target === undefined) return undefined;
  if (known === undefined) byMethod.set(method ?? '', [target]);
  else known.push(target);
  return target;
};
