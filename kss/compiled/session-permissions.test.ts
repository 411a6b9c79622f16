import { describe, expect, it } from 'vitest';
import { makeBitRows, setBit } from '../models/rbac-bits.ts';
import type { RbacState } from '../models/rbac-state.ts';
import { makeSessionPermissions } from './session-permissions.ts';

/** Session `sid` has the role `sid % 2` active; role 0 has the last permission, role 1 the first. */
const stateOf = (sids: number): RbacState => ({
  kind: 'sessions',
  users: new Map(),
  sessions: new Map(
    Array.from({ length: sids }, (_, index) => [
      index + 1,
      { user: index + 1, active: [(index + 1) % 2] },
    ]),
  ),
});

const permittedOf = (permissions: number) => {
  const rows = makeBitRows(2, permissions);
  setBit(rows, 0, permissions - 1);
  setBit(rows, 1, 0);
  return rows;
};

describe('makeSessionPermissions', () => {
  it.each([
    ['a row for every session', 64, 100],
    ['room for two rows alone', 2 ** 24, 7],
    ['room for not one row within the bound', 2 ** 25 + 32, 3],
  ])('answers as the active roles do, with %s [KSS-1]', (_, permissions, sids) => {
    const { has } = makeSessionPermissions(permittedOf(permissions));
    const state = stateOf(sids);

    const askedTwice = [...state.sessions.keys(), ...state.sessions.keys()];
    for (const sid of askedTwice) {
      expect([has(state, sid, 0), has(state, sid, permissions - 1)]).toEqual([
        sid % 2 === 1,
        sid % 2 === 0,
      ]);
    }
    expect(has(state, sids + 1, 0)).toBeUndefined();
  });

  it('forgets what another state said [KSS-1]', () => {
    const { has } = makeSessionPermissions(permittedOf(64));
    const other: RbacState = { ...stateOf(0), sessions: new Map([[1, { user: 1, active: [] }]]) };

    expect([has(stateOf(1), 1, 0), has(other, 1, 0), has(stateOf(1), 1, 0)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
