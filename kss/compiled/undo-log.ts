/** Takes one change of a store back. */
export type Undo = () => unknown;

/** The changes since a denial would have to take them back, oldest first. */
export interface UndoLog {
  readonly note: (undo: Undo) => void;
  readonly length: () => number;
  /** Takes back all changes after the first `length`, the last one first. */
  readonly rewind: (length: number) => void;
  /** Keeps the changes, and nothing of how to take them back. */
  readonly forget: () => void;
}

export const makeUndoLog = (): UndoLog => {
  const changes: Undo[] = [];
  return {
    note: (undo) => {
      changes.push(undo);
    },
    length: () => changes.length,
    rewind: (length) => {
      while (changes.length > length) changes.pop()?.();
    },
    forget: () => {
      if (changes.length > 0) changes.length = 0;
    },
  };
};
