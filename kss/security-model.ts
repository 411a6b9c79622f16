import type { Sid } from '../model/ids.ts';
import type { Value } from '../model/value.ts';
import type { Writer } from '../model/writer.ts';
import type { ModelSignature } from '../solution/catalogue.ts';
import type { PolicyObject } from '../solution/syntax/tree/psl.ts';

/** What a rule answers; the state that it leaves is absent where it leaves it as it was. */
export type Ruled<State> =
  | { readonly kind: 'granted'; readonly next?: State }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** What an expression method answers. */
export type Yielded =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'failed'; readonly why: string };

/** A call of a method; the argument is absent if its evaluation failed. */
export interface ModelCall {
  readonly method: string;
  readonly argument: Value | undefined;
}

/** A condition of the model's own in an audit profile: `omit : ["a"]`. */
export interface AuditCondition {
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * A security model: what its objects keep for each SID, and how its methods answer.
 *
 * Shape: `rule` and `expression` are asked only for methods that the signature has as such, with an
 *        argument that its evaluation did not fail for; values may still be of a wrong kind.
 *        `encode` is canonical. `fitsCase` says whether the value of a method before the cases of a
 *        `choice` fits a case; without it they must be equal. `omits` says whether an audit condition
 *        leaves out a call made in a state; without it none is.
 */
export interface SecurityModel<State> extends ModelSignature {
  readonly initial: (object: PolicyObject) => State;
  readonly rule: (
    object: PolicyObject,
    state: State,
    method: string,
    argument: Value,
  ) => Ruled<State>;
  readonly expression: (
    object: PolicyObject,
    state: State,
    method: string,
    argument: Value,
  ) => Yielded;
  readonly fitsCase?: (object: PolicyObject, method: string, value: Value, when: Value) => Yielded;
  readonly omits?: (
    object: PolicyObject,
    state: State,
    call: ModelCall,
    condition: AuditCondition,
  ) => boolean;
  readonly release: (state: State, sid: Sid) => State;
  readonly encode: (state: State, writer: Writer) => void;
  readonly describe: (state: State, object: PolicyObject) => unknown;
}

/** An object at some point of a run, its state hidden: what a context holds. */
export interface RunningObject {
  /** The name of its model. */
  readonly model: string;
  readonly rule: (
    method: string,
    argument: Value,
  ) => { readonly result: Ruled<unknown>; readonly next: RunningObject };
  readonly expression: (method: string, argument: Value) => Yielded;
  /** Yields a Boolean. */
  readonly fitsCase: (method: string, value: Value, when: Value) => Yielded;
  readonly omits: (call: ModelCall, condition: AuditCondition) => boolean;
  readonly release: (sid: Sid) => RunningObject;
  readonly encode: (writer: Writer) => void;
  readonly describe: () => unknown;
}

/** A model with its state's type hidden. */
export interface AnyModel extends ModelSignature {
  readonly start: (object: PolicyObject) => RunningObject;
}

/** An object of a model in a state. */
export const running = <State>(
  model: SecurityModel<State>,
  object: PolicyObject,
  state: State,
): RunningObject => {
  const self: RunningObject = {
    model: model.name,
    rule: (method, argument) => {
      const result = model.rule(object, state, method, argument);
      const moved = result.kind === 'granted' && result.next !== undefined && result.next !== state;
      return { result, next: moved ? running(model, object, result.next) : self };
    },
    expression: (method, argument) => model.expression(object, state, method, argument),
    fitsCase: (method, value, when) =>
      model.fitsCase?.(object, method, value, when) ?? yielded(value === when),
    omits: (call, condition) => model.omits?.(object, state, call, condition) ?? false,
    release: (sid) => {
      const next = model.release(state, sid);
      return next === state ? self : running(model, object, next);
    },
    encode: (writer) => {
      model.encode(state, writer);
    },
    describe: () => model.describe(state, object),
  };
  return self;
};

export const anyModel = <State>(model: SecurityModel<State>): AnyModel => ({
  name: model.name,
  package: model.package,
  implicitObject: model.implicitObject,
  methods: model.methods,
  check: model.check,
  audit: model.audit,
  start: (object) => running(model, object, model.initial(object)),
});

export const granted = { kind: 'granted' } as const;
export const denied = (why: string) => ({ kind: 'denied', why }) as const;
export const failed = (why: string) => ({ kind: 'failed', why }) as const;
export const yielded = (value: Value): Yielded => ({ kind: 'value', value });
