import { hasBit, joinRow, makeBitRows } from '../models/rbac-bits.ts';
import type { BitRows } from '../models/rbac-bits.ts';
import type { RbacState } from '../models/rbac-state.ts';
import { makeSidTable } from './sid-table.ts';

/** The permissions of sessions: one bit to read, where they were asked for in this very state before. */
export interface SessionPermissions {
  /** Whether an active role has the permission; absent if the SID has no session. */
  readonly has: (state: RbacState, sid: number, permission: number) => boolean | undefined;
}

/** Words that are kept for all sessions, unless one alone needs more. */
const mostWords = 1 << 20;

/**
 * Joins the rows of a session's active roles when it is first asked for, and forgets all when the
 * state is another.
 *
 * Shape: `permitted` has a row of permissions for each role.
 */
export const makeSessionPermissions = (permitted: BitRows): SessionPermissions => {
  const { words } = permitted;
  const mostRows = Math.max(1, Math.floor(mostWords / words));
  /** The row of each SID, from 1. */
  const rows = makeSidTable();
  let joined = makeBitRows(Math.min(mostRows, 16), words * 32);
  let count = 0;
  let state: RbacState | undefined;

  const forget = (): void => {
    rows.clear();
    joined.bits.fill(0, 0, count * words);
    count = 0;
  };
  const grow = (): void => {
    const larger = makeBitRows(Math.min(mostRows, count * 2), words * 32);
    larger.bits.set(joined.bits);
    joined = larger;
  };
  const join = (sid: number): number | undefined => {
    const session = state?.sessions.get(sid);
    if (session === undefined) return undefined;
    if (count === mostRows) forget();
    if (count * words === joined.bits.length) grow();
    for (const role of session.active) joinRow(joined, count, permitted, role);
    count += 1;
    rows.set(sid, count);
    return count;
  };
  return {
    has: (now, sid, permission) => {
      if (now !== state) {
        forget();
        state = now;
      }
      const known = rows.get(sid);
      const row = known === 0 ? join(sid) : known;
      return row === undefined ? undefined : hasBit(joined, row - 1, permission);
    },
  };
};
