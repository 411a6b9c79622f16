import type { Sid } from '../../model/ids.ts';
import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import { booleanType, sidType, unitType, unknownType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { failed } from '../security-model.ts';
import type { Ruled, SecurityModel } from '../security-model.ts';
import { entryOf, fault, onceForEach } from './configuration.ts';
import { isOldForm, readRbac } from './rbac-configuration.ts';
import { readOldRbac } from './rbac-old-configuration.ts';
import {
  describeTypes,
  encodeTypes,
  noMarks,
  queryType,
  ruleOfTypes,
  withoutMark,
} from './rbac-old-rules.ts';
import type { OldState } from './rbac-old-rules.ts';
import { oldTablesOf } from './rbac-old-tables.ts';
import { ruleOfSessions, yieldOfSessions } from './rbac-rules.ts';
import { describeRbac, encodeRbac, noSessions, withoutSid } from './rbac-state.ts';
import type { RbacState } from './rbac-state.ts';
import { constraintFaults, rbacTablesOf } from './rbac-tables.ts';
import { dictionary, either, listOf } from './stateless.ts';

/** The state of an Rbac, of whichever form its config is. */
export type AnyRbacState = RbacState | OldState;

type Form = 'sessions' | 'types';

const formOf = onceForEach((object): { readonly form: Form } => ({
  form: isOldForm(object) ? 'types' : 'sessions',
}));

const literals = (values: readonly string[]): PslType => ({ kind: 'literals', values });

/** The names that arguments may write, of an object without faults. */
const namesOf = onceForEach((object) => {
  if (formOf(object).form === 'types') {
    const { types, roles, images, actions } = oldTablesOf(object);
    const none = literals([]);
    return {
      type: literals(types),
      role: literals(roles),
      image: literals([...images.keys()]),
      action: literals([...actions]),
      operation: none,
      object: none,
    };
  }
  const { roles, objects, operations } = rbacTablesOf(object);
  const none = literals([]);
  return {
    type: none,
    role: literals(roles),
    image: none,
    action: none,
    operation: literals(operations),
    object: literals(objects),
  };
});

type Names = ReturnType<typeof namesOf>;
type Fields = (names: Names) => Readonly<Record<string, PslType>>;

/** The operation must be one of the object's, where both are constant. */
const permissionFaults = (
  object: PolicyObject,
  argument: Expression,
): readonly ConfigurationFault[] => {
  if (formOf(object).form === 'types') return [];
  const [on, operation] = [entryOf(argument, 'object'), entryOf(argument, 'operation')];
  if (on?.kind !== 'text' || operation?.kind !== 'text') return [];
  const { permissionNumbers, operations } = rbacTablesOf(object);
  const known = permissionNumbers.get(on.value);
  // An operation that no object has is told of by its type.
  const isStrange = !operations.includes(operation.value);
  return known === undefined || isStrange || known.has(operation.value)
    ? []
    : [fault(operation.at, `"${on.value}" has no operation "${operation.value}"`)];
};

/** What a method takes in each form; absent in the form that has it not. */
interface Forms {
  readonly sessions?: Fields;
  readonly types?: Fields;
}

const method = (
  name: string,
  forms: Forms,
  yields?: (names: Names) => PslType,
): readonly [string, MethodSignature] => {
  const fieldsOf = (object: PolicyObject): Fields | undefined => forms[formOf(object).form];
  const signature: MethodSignature = {
    argument: (object) => {
      const fields = fieldsOf(object);
      return fields === undefined ? unknownType : dictionary(fields(namesOf(object)));
    },
    yields: yields === undefined ? 'rule' : (object) => yields(namesOf(object)),
    checkArgument: (object, argument) => {
      if (fieldsOf(object) !== undefined) {
        return name === 'check' ? permissionFaults(object, argument) : [];
      }
      const other = formOf(object).form === 'types' ? 'of version 0.0' : 'with sessions';
      return [fault(argument.at, `an Rbac whose config is in the form ${other} has no "${name}"`)];
    },
  };
  return [name, signature];
};

const ofUser: Forms = { sessions: ({ role }) => ({ user: sidType, role }) };
const ofSession: Forms = { sessions: ({ role }) => ({ sid: sidType, role }) };
const bySid: Forms = { sessions: () => ({ sid: sidType }) };
const parties = { source: sidType, target: sidType };
const ofType: Forms = { types: ({ type }) => ({ ...parties, type }) };

const methods: ReadonlyMap<string, MethodSignature> = new Map([
  method('assign', ofUser),
  method('deassign', ofUser),
  method('open', {
    sessions: ({ role }) => ({ sid: sidType, user: sidType, roles: listOf(role) }),
  }),
  method('close', bySid),
  method('activate', ofSession),
  method('drop', ofSession),
  method('check', {
    sessions: ({ operation, object }) => ({ sid: sidType, operation, object }),
    types: ({ action }) => ({ ...parties, action }),
  }),
  method('has_role', ofUser, () => booleanType),
  method('is_active', ofSession, () => booleanType),
  method('user_of', bySid, () => sidType),
  method('create_subject', {
    types: ({ image }) => ({ source: either(sidType, unitType), target: sidType, image }),
  }),
  method('create_object', ofType),
  method('retype_object', ofType),
  method('add_roles', { types: ({ role }) => ({ ...parties, roles: listOf(role) }) }),
  method('query_type', { types: () => ({ sid: sidType }) }, ({ type }) => type),
]);

const check = (object: PolicyObject): readonly ConfigurationFault[] => {
  if (formOf(object).form === 'types') return readOldRbac(object).faults;
  const read = readRbac(object);
  return read.faults.length > 0 ? read.faults : constraintFaults(rbacTablesOf(object), read);
};

const ruleOf: SecurityModel<AnyRbacState>['rule'] = (
  object,
  state,
  name,
  argument,
): Ruled<AnyRbacState> =>
  state.kind === 'types'
    ? ruleOfTypes(oldTablesOf(object), state, name, argument)
    : ruleOfSessions(rbacTablesOf(object), state, name, argument);

/**
 * Rbac: role-based access control, with sessions and separation of duty; or in the form of version
 * 0.0, with types.
 *
 * Source: ANSI INCITS 359-2004; spec/models/rbac.md, spec/decisions/0006-rbac-0.0.md.
 */
export const rbac: SecurityModel<AnyRbacState> = {
  name: 'Rbac',
  package: 'nk.rbac',
  implicitObject: undefined,
  methods,
  check,
  audit: [],
  initial: (object) => (formOf(object).form === 'types' ? noMarks : noSessions),
  rule: ruleOf,
  expression: (object, state, name, argument) => {
    if (state.kind === 'sessions') {
      return yieldOfSessions(rbacTablesOf(object), state, name, argument);
    }
    return name === 'query_type'
      ? queryType(oldTablesOf(object), state, argument)
      : failed(`there is no expression "${name}"`);
  },
  release: (state, sid: Sid) =>
    state.kind === 'types' ? withoutMark(state, sid) : withoutSid(state, sid),
  encode: (state, writer) => {
    if (state.kind === 'types') encodeTypes(state, writer);
    else encodeRbac(state, writer);
  },
  describe: (state, object) =>
    state.kind === 'types'
      ? describeTypes(state, oldTablesOf(object))
      : describeRbac(state, rbacTablesOf(object)),
};
