import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { teReasons } from '../models/te-rules.ts';
import type { Labels } from '../models/te-rules.ts';
import { cellOf, isAllowed, teTablesOf } from '../models/te-tables.ts';
import { te } from '../models/te.ts';
import type { Frame } from './frame.ts';
import { denied, outcomes } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { makeStateStore } from './state-store.ts';
import type { StateStore } from './state-store.ts';
import type { UndoLog } from './undo-log.ts';

/** A permission of a class, in the numbers of the tables. */
export interface TePermission {
  readonly name: string;
  readonly ofClass: number;
  readonly mask: number;
}

export interface TeStore extends StateStore<Labels> {
  readonly kind: 'te';
  readonly findPermission: (ofClass: string, permission: string) => TePermission | undefined;
  /** Absent if one of the SIDs has no type: then the model is to be asked. */
  readonly check: (source: number, target: number, permission: TePermission) => Outcome | undefined;
}

/** Texts of refusals that are kept. */
const mostKept = 16_384;

export const makeTeStore = (frame: Frame, log: UndoLog, object: PolicyObject): TeStore => {
  const tables = teTablesOf(object);
  const store = makeStateStore(frame, log, te, object);
  const { types, classes } = tables;
  /** Why a permission is refused, by its cell and its bit there: a text is made once. */
  const refusals = new Map<number, string>();
  const reasonOf = (from: number, to: number, { name, ofClass, mask }: TePermission): string => {
    const place = cellOf(tables, from, to, ofClass) * 32 + Math.clz32(mask);
    const known = refusals.get(place);
    if (known !== undefined) return known;
    if (refusals.size >= mostKept) refusals.clear();
    const [source = '', target = ''] = [types[from], types[to]];
    const why = teReasons.notAllowed(source, name, target, classes[ofClass]?.name ?? '');
    refusals.set(place, why);
    return why;
  };
  return {
    ...store,
    kind: 'te',
    findPermission: (name, permission) => {
      const ofClass = tables.classNumbers.get(name);
      if (ofClass === undefined) return undefined;
      const mask = tables.classes[ofClass]?.bits.get(permission);
      return mask === undefined ? undefined : { name: permission, ofClass, mask };
    },
    check: (source, target, permission) => {
      const labels = store.state();
      const from = labels.get(source);
      const to = labels.get(target);
      if (from === undefined || to === undefined) return undefined;
      return isAllowed(tables, from, to, permission.ofClass, permission.mask)
        ? outcomes.granted
        : denied(frame, reasonOf(from, to, permission));
    },
  };
};
