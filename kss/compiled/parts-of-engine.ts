import { indexBindings } from './binding-index.ts';
import { makeDispatch } from './dispatch.ts';
import { makeUndoLog } from './undo-log.ts';

/** What the compiled engine is made of. Tests put a broken one in its place, to see that it is found. */
export interface EngineParts {
  readonly indexBindings: typeof indexBindings;
  readonly makeDispatch: typeof makeDispatch;
  readonly makeUndoLog: typeof makeUndoLog;
}

export const standardParts: EngineParts = { indexBindings, makeDispatch, makeUndoLog };
