import { Defect } from '../../model/defect.ts';
import type { Context } from '../context.ts';
import type { Frame } from './frame.ts';
import type { AnyStore } from './stores.ts';
import type { UndoLog } from './undo-log.ts';

/** The immutable contexts of a session's states. */
export interface Contexts {
  /** The context that stands for the session as it is. */
  readonly take: () => Context;
  /** Puts the session into a context that was taken of it. */
  readonly restore: (context: Context) => void;
}

/**
 * The contexts of one session: a frame, and stores that note all changes in the log.
 *
 * Hot: kernels give back the context that they got last, as most decisions change nothing, so that stores are
 * asked only where the log has moved.
 */
export const makeContexts = (
  frame: Frame,
  log: UndoLog,
  stores: ReadonlyMap<string, AnyStore>,
): Contexts => {
  let current: Context | undefined;
  /** The moves of the log when the session was last known to be in the current context. */
  let moves = log.moves();
  const named = [...stores];
  const isCurrent = ({ objects, level }: Context): boolean =>
    level === frame.level && named.every(([name, store]) => objects.get(name) === store.snapshot());
  const isStill = (context: Context): boolean => context === current && moves === log.moves();
  const keep = (context: Context): Context => {
    current = context;
    moves = log.moves();
    return context;
  };
  return {
    take: (): Context => {
      if (current !== undefined && (isStill(current) || isCurrent(current))) return keep(current);
      const objects = named.map(([name, store]) => [name, store.snapshot()] as const);
      return keep({ objects: new Map(objects), level: frame.level });
    },
    restore: (context: Context): void => {
      if (isStill(context)) return;
      for (const [name, store] of named) {
        const snapshot = context.objects.get(name);
        if (snapshot === undefined) throw new Defect('a context of another policy was given');
        store.restore(snapshot);
      }
      frame.level = context.level;
      keep(context);
    },
  };
};
