import type { Value } from '../../model/value.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { isOldForm } from '../models/rbac-configuration.ts';
import { rbacReasons } from '../models/rbac-rules.ts';
import { rbacTablesOf } from '../models/rbac-tables.ts';
import { rbac } from '../models/rbac.ts';
import type { AnyRbacState } from '../models/rbac.ts';
import type { Frame } from './frame.ts';
import { denied, outcomes } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { makeSessionPermissions } from './session-permissions.ts';
import { makeStateStore } from './state-store.ts';
import type { StateStore } from './state-store.ts';
import type { UndoLog } from './undo-log.ts';

export interface RbacStore extends StateStore<AnyRbacState> {
  readonly kind: 'rbac';
  readonly findPermission: (on: Value, operation: Value) => number | undefined;
  /** Absent if the SID has no session: then the model is to be asked. */
  readonly check: (sid: number, permission: number) => Outcome | undefined;
}

/** The store of an Rbac with sessions; absent for the form of version 0.0. */
export const makeRbacStore = (
  frame: Frame,
  log: UndoLog,
  object: PolicyObject,
): RbacStore | undefined => {
  if (isOldForm(object)) return undefined;
  const { permissionNumbers, permitted } = rbacTablesOf(object);
  const store = makeStateStore(frame, log, rbac, object);
  const permissions = makeSessionPermissions(permitted);
  return {
    ...store,
    kind: 'rbac',
    findPermission: (on, operation) =>
      typeof on === 'string' && typeof operation === 'string'
        ? permissionNumbers.get(on)?.get(operation)
        : undefined,
    check: (sid, permission) => {
      const state = store.state();
      if (state.kind !== 'sessions') return undefined;
      const has = permissions.has(state, sid, permission);
      if (has === undefined) return undefined;
      return has ? outcomes.granted : denied(frame, rbacReasons.notPermitted);
    },
  };
};
