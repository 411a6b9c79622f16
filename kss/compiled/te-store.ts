import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { Labels } from '../models/te-rules.ts';
import { isAllowed, teTablesOf } from '../models/te-tables.ts';
import { te } from '../models/te.ts';
import type { Frame } from './frame.ts';
import { makeStateStore } from './state-store.ts';
import type { StateStore } from './state-store.ts';
import type { UndoLog } from './undo-log.ts';

/** A permission of a class, in the numbers of the tables. */
export interface TePermission {
  readonly ofClass: number;
  readonly mask: number;
}

export interface TeStore extends StateStore<Labels> {
  readonly kind: 'te';
  readonly findPermission: (ofClass: string, permission: string) => TePermission | undefined;
  /** True only if both SIDs have a type, and it is allowed; else the model is to be asked why not. */
  readonly allows: (source: number, target: number, permission: TePermission) => boolean;
}

export const makeTeStore = (frame: Frame, log: UndoLog, object: PolicyObject): TeStore => {
  const tables = teTablesOf(object);
  const store = makeStateStore(frame, log, te, object);
  return {
    ...store,
    kind: 'te',
    findPermission: (name, permission) => {
      const ofClass = tables.classNumbers.get(name);
      if (ofClass === undefined) return undefined;
      const mask = tables.classes[ofClass]?.bits.get(permission);
      return mask === undefined ? undefined : { ofClass, mask };
    },
    allows: (source, target, { ofClass, mask }) => {
      const labels = store.state();
      const from = labels.get(source);
      const to = labels.get(target);
      return from !== undefined && to !== undefined && isAllowed(tables, from, to, ofClass, mask);
    },
  };
};
