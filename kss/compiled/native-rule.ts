import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import type { BridgeStore } from './bridge-store.ts';
import type { FlowStore } from './flow-store.ts';
import type { HashSetStore } from './hashset-store.ts';
import { outcomes } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { sureParts } from './parts.ts';
import type { RbacStore } from './rbac-store.ts';
import type { Scope } from './scope.ts';
import { sidCode } from './sid.ts';
import type { TeStore } from './te-store.ts';

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

/** A rule of which the argument is an SID and nothing else. */
const bySidCode = (
  scope: Scope,
  apply: (sid: number) => Outcome,
  call: Call,
): RuleCode | undefined => {
  const parts = sureParts(scope, call.argument, ['sid']);
  if (parts === undefined) return undefined;
  const sid = sidCode(scope, parts.sid);
  return () => apply(sid());
};

const flowCode = (scope: Scope, store: FlowStore, call: Call): RuleCode | undefined => {
  const method = call.method.text;
  if (method === 'init' || method === 'fini') return bySidCode(scope, store[method], call);
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
  if (method === 'init' || method === 'fini') return bySidCode(scope, store[method], call);
  const parts = sureParts(scope, call.argument, ['sid', 'entry']);
  if (parts === undefined) return undefined;
  const sid = sidCode(scope, parts.sid);
  const entry = scope.compile(parts.entry).code;
  return method === 'add' ? () => store.add(sid(), entry()) : () => store.remove(sid(), entry());
};

/** The rule as the model answers it, for what a store does not answer by itself. */
const ruleOf = (scope: Scope, store: TeStore | RbacStore, call: Call): RuleCode => {
  const { code } = scope.compile(call.argument);
  return () => {
    const argument = code();
    return argument === undefined ? outcomes.failed : store.rule(call.method.text, argument);
  };
};

const teCode = (scope: Scope, store: TeStore, call: Call): RuleCode | undefined => {
  if (call.method.text !== 'check') return undefined;
  const parts = sureParts(scope, call.argument, ['source', 'target', 'class', 'permission']);
  if (parts === undefined) return undefined;
  const ofClass = scope.compile(parts.class).constant;
  const name = scope.compile(parts.permission).constant;
  if (typeof ofClass !== 'string' || typeof name !== 'string') return undefined;
  const permission = store.findPermission(ofClass, name);
  if (permission === undefined) return undefined;
  const source = sidCode(scope, parts.source);
  const target = sidCode(scope, parts.target);
  const { check } = store;
  const otherwise = ruleOf(scope, store, call);
  return () => check(source(), target(), permission) ?? otherwise();
};

const rbacCode = (scope: Scope, store: RbacStore, call: Call): RuleCode | undefined => {
  if (call.method.text !== 'check') return undefined;
  const parts = sureParts(scope, call.argument, ['sid', 'operation', 'object']);
  if (parts === undefined) return undefined;
  const sid = sidCode(scope, parts.sid);
  const operation = scope.compile(parts.operation);
  const on = scope.compile(parts.object);
  const constant =
    on.constant === undefined || operation.constant === undefined
      ? undefined
      : store.findPermission(on.constant, operation.constant);
  const { check } = store;
  const otherwise = ruleOf(scope, store, call);
  if (constant !== undefined) {
    return () => check(sid(), constant) ?? otherwise();
  }
  return () => {
    const permission = store.findPermission(on.code() ?? null, operation.code() ?? null);
    const outcome = permission === undefined ? undefined : check(sid(), permission);
    return outcome ?? otherwise();
  };
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
    case 'te':
      return teCode(scope, store, call);
    case 'rbac':
      return rbacCode(scope, store, call);
    default:
      return undefined;
  }
};
