import type { Sid } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import type { Writer } from '../../model/writer.ts';
import type { MethodSignature } from '../../solution/catalogue.ts';
import { sidType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { denied, failed, granted, yielded } from '../security-model.ts';
import type { Ruled, SecurityModel, Yielded } from '../security-model.ts';
import { fieldOf, findSid, isList } from '../values.ts';
import { checkFlow, initialOf, statesOf, targetsOf } from './flow-configuration.ts';
import { dictionary, listOf } from './stateless.ts';

/** The state of each SID's machine. */
export type FlowState = ReadonlyMap<number, string>;

/** Why a Flow refuses or fails, in words. */
export const flowReasons = {
  noSid: 'the SID is out of range',
  bound: (sid: number) => `SID ${String(sid)} has a state already`,
  unbound: (sid: number) => `SID ${String(sid)} has no state`,
  noState: 'the SID has no state',
  strangeTarget: 'the state to enter is none of the states',
  noEdge: (from: string, to: string) => `there is no transition from "${from}" to "${to}"`,
  noList: 'the states are not a list',
  strangeListed: 'one of the listed states is none of the states',
  notListed: (current: string) => `the state is "${current}"`,
} as const;

const stateType = (object: PolicyObject): PslType => ({
  kind: 'literals',
  values: statesOf(object),
});

const bySid: MethodSignature = { argument: () => dictionary({ sid: sidType }), yields: 'rule' };

const methods = new Map<string, MethodSignature>([
  ['init', bySid],
  ['fini', bySid],
  [
    'enter',
    {
      argument: (object) => dictionary({ sid: sidType, state: stateType(object) }),
      yields: 'rule',
    },
  ],
  [
    'allow',
    {
      argument: (object) => dictionary({ sid: sidType, states: listOf(stateType(object)) }),
      yields: 'rule',
    },
  ],
  ['query', { argument: () => dictionary({ sid: sidType }), yields: stateType }],
]);

const withState = (state: FlowState, sid: number, value: string | undefined): FlowState => {
  const next = new Map(state);
  if (value === undefined) next.delete(sid);
  else next.set(sid, value);
  return next;
};

const enter = (
  object: PolicyObject,
  state: FlowState,
  sid: number,
  current: string,
  target: Value | undefined,
): Ruled<FlowState> => {
  if (typeof target !== 'string' || !statesOf(object).includes(target)) {
    return failed(flowReasons.strangeTarget);
  }
  return targetsOf(object, current).includes(target)
    ? { kind: 'granted', next: withState(state, sid, target) }
    : denied(flowReasons.noEdge(current, target));
};

const allow = (
  object: PolicyObject,
  current: string,
  allowed: Value | undefined,
): Ruled<FlowState> => {
  if (allowed === undefined || !isList(allowed)) return failed(flowReasons.noList);
  const states = statesOf(object);
  if (allowed.some((one) => typeof one !== 'string' || !states.includes(one))) {
    return failed(flowReasons.strangeListed);
  }
  return allowed.includes(current) ? granted : denied(flowReasons.notListed(current));
};

/** A rule on an unbound SID, or one out of range, is refused (C-21). */
const ruleOf = (
  object: PolicyObject,
  state: FlowState,
  method: string,
  argument: Value,
): Ruled<FlowState> => {
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return denied(flowReasons.noSid);
  const current = state.get(sid);
  if (method === 'init') {
    return current === undefined
      ? { kind: 'granted', next: withState(state, sid, initialOf(object)) }
      : denied(flowReasons.bound(sid));
  }
  if (current === undefined) return denied(flowReasons.unbound(sid));
  if (method === 'fini') return { kind: 'granted', next: withState(state, sid, undefined) };
  return method === 'enter'
    ? enter(object, state, sid, current, fieldOf(argument, 'state'))
    : allow(object, current, fieldOf(argument, 'states'));
};

const query = (state: FlowState, argument: Value): Yielded => {
  const sid = findSid(fieldOf(argument, 'sid'));
  const current = sid === undefined ? undefined : state.get(sid);
  return current === undefined ? failed(flowReasons.noState) : yielded(current);
};

const encode = (state: FlowState, writer: Writer): void => {
  writer.word(state.size);
  for (const [sid, current] of [...state].sort(([left], [right]) => left - right)) {
    writer.word(sid);
    writer.text(current);
  }
};

/**
 * Flow: a finite state machine for each SID.
 *
 * Source: KasperskyOS Community Edition help, "Flow security model"; spec/models/flow.md.
 */
export const flow: SecurityModel<FlowState> = {
  name: 'Flow',
  package: 'nk.flow',
  implicitObject: undefined,
  methods,
  check: checkFlow,
  audit: [{ key: 'omit', presence: 'optional', values: statesOf }],
  omits: (_object, state, { argument }, { values }) => {
    const sid = argument === undefined ? undefined : findSid(fieldOf(argument, 'sid'));
    const current = sid === undefined ? undefined : state.get(sid);
    return current !== undefined && values.includes(current);
  },
  initial: () => new Map(),
  rule: ruleOf,
  expression: (_object, state, _method, argument) => query(state, argument),
  release: (state, sid: Sid) => (state.has(sid) ? withState(state, sid, undefined) : state),
  encode,
  describe: (state) => Object.fromEntries(state),
};
