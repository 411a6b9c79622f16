import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import type { BridgeStore } from './bridge-store.ts';
import type { FlowStore } from './flow-store.ts';
import type { HashSetStore } from './hashset-store.ts';
import { outcomes } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { sureParts } from './parts.ts';
import type { Scope } from './scope.ts';
import { sidCode } from './sid.ts';

/** Code of a rule; what does not grant leaves its reason in the frame. */
export type RuleCode = () => Outcome;

/** `grant`, and conditions; what is not plainly granted is left to the model to answer. */
const baseCode = (scope: Scope, store: BridgeStore, call: Call): RuleCode | undefined => {
  const method = call.method.text;
  const { code, constant } = scope.compile(call.argument);
  if (method === 'grant' && constant !== undefined) return () => outcomes.granted;
  if (method !== 'assert' && method !== 'deny') return undefined;
  const granting = method === 'assert';
  return () => {
    const value = code();
    if (value === granting) return outcomes.granted;
    return value === undefined ? outcomes.failed : store.rule(method, value);
  };
};

const flowCode = (scope: Scope, store: FlowStore, call: Call): RuleCode | undefined => {
  const method = call.method.text;
  if (method === 'init' || method === 'fini') {
    const parts = sureParts(scope, call.argument, ['sid']);
    if (parts === undefined) return undefined;
    const sid = sidCode(scope, parts.sid);
    return method === 'init' ? () => store.init(sid()) : () => store.fini(sid());
  }
  if (method === 'enter') {
    const parts = sureParts(scope, call.argument, ['sid', 'state']);
    if (parts === undefined) return undefined;
    const sid = sidCode(scope, parts.sid);
    const { code, constant } = scope.compile(parts.state);
    const target = store.numberOf(constant);
    return constant === undefined
      ? () => store.enter(sid(), store.numberOf(code()))
      : () => store.enter(sid(), target);
  }
  const parts = sureParts(scope, call.argument, ['sid', 'states']);
  if (parts === undefined) return undefined;
  const sid = sidCode(scope, parts.sid);
  const states = scope.compile(parts.states).code;
  return () => store.allow(sid(), states());
};

const hashSetCode = (scope: Scope, store: HashSetStore, call: Call): RuleCode | undefined => {
  const method = call.method.text;
  if (method === 'init' || method === 'fini') {
    const parts = sureParts(scope, call.argument, ['sid']);
    if (parts === undefined) return undefined;
    const sid = sidCode(scope, parts.sid);
    return method === 'init' ? () => store.init(sid()) : () => store.fini(sid());
  }
  const parts = sureParts(scope, call.argument, ['sid', 'entry']);
  if (parts === undefined) return undefined;
  const sid = sidCode(scope, parts.sid);
  const entry = scope.compile(parts.entry).code;
  return method === 'add' ? () => store.add(sid(), entry()) : () => store.remove(sid(), entry());
};

/** Code of a rule that builds no argument; absent where the call is not plain enough. */
export const nativeRule = (scope: Scope, call: Call): RuleCode | undefined => {
  const store = scope.stores.get(objectOf(call));
  switch (store?.kind) {
    case 'base':
      return baseCode(scope, store, call);
    case 'flow':
      return flowCode(scope, store, call);
    case 'hashset':
      return hashSetCode(scope, store, call);
    default:
      return undefined;
  }
};
