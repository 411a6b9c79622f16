/** Takes one change of a store back. */
export type Undo = () => unknown;

/** The changes since a denial would have to take them back, oldest first. */
export interface UndoLog {
  readonly note: (undo: Undo) => void;
  readonly length: () => number;
  /** Counts what was changed and taken back: where it has not moved, nothing has. */
  readonly moves: () => number;
  /** Takes back all changes after the first `length`, the last one first. */
  readonly rewind: (length: number) => void;
  /** Keeps the changes, and nothing of how to take them back. */
  readonly forget: () => void;
}

export const makeUndoLog = (): UndoLog => {
  // The array is never made shorter: that costs more than all else here.
  const changes: Undo[] = [];
  let count = 0;
  let moves = 0;
  return {
    note: (undo) => {
      changes[count] = undo;
      count += 1;
      moves += 1;
    },
    length: () => count,
    moves: () => moves,
    rewind: (length) => {
      while (count > length) {
        count -= 1;
        changes[count]?.();
        moves += 1;
      }
    },
    forget: () => {
      count = 0;
    },
  };
};
