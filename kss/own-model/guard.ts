import { makeKeyWriter } from '../../model/writer.ts';
import type { Sid } from '../../model/ids.ts';
import type { AuditCondition, MethodSignature } from '../../solution/catalogue.ts';
import type { PslType } from '../../solution/psl-type.ts';
import { unknownType } from '../../solution/link/types.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { failed } from '../security-model.ts';
import type { Ruled, SecurityModel, Yielded } from '../security-model.ts';
import { checkOf, guardChecks } from './guard-checks.ts';
import { modelFault, thrownText } from './fault.ts';
import { areTexts, isRuled, isType, isYielded } from './answers.ts';

/** The state of an object of a guarded model; broken for good where the model broke with it. */
export type Guarded =
  | { readonly kind: 'whole'; readonly state: unknown }
  | { readonly kind: 'broken'; readonly why: string };

const broken = (why: string): Guarded => ({ kind: 'broken', why });

type Model = SecurityModel<unknown>;

/** A state counts only if the model can encode it: contexts are told apart by that. */
const settle = (model: Model, reach: () => unknown): Guarded => {
  try {
    const state = reach();
    model.encode(state, makeKeyWriter());
    return { kind: 'whole', state };
  } catch (thrown) {
    return broken(modelFault(model.name, `threw: ${thrownText(thrown)}`));
  }
};

/** An answer of the model, or the failure that stands for it. */
const answerOf = <Answer>(
  model: Model,
  ask: () => unknown,
  isAnswer: (answer: unknown) => answer is Answer,
): Answer | ReturnType<typeof failed> => {
  try {
    const answer = ask();
    return isAnswer(answer) ? answer : failed(modelFault(model.name, 'gave no answer'));
  } catch (thrown) {
    return failed(modelFault(model.name, `threw: ${thrownText(thrown)}`));
  }
};

const ruleOf =
  (model: Model): SecurityModel<Guarded>['rule'] =>
  (object, guarded, method, argument): Ruled<Guarded> => {
    if (guarded.kind === 'broken') return failed(guarded.why);
    const { state } = guarded;
    const answer = answerOf(model, () => model.rule(object, state, method, argument), isRuled);
    if (answer.kind !== 'granted') return answer;
    const { next } = answer;
    if (next === undefined || next === state) return { kind: 'granted' };
    const settled = settle(model, () => next);
    return settled.kind === 'broken' ? failed(settled.why) : { kind: 'granted', next: settled };
  };

const expressionOf =
  (model: Model): SecurityModel<Guarded>['expression'] =>
  (object, guarded, method, argument): Yielded =>
    guarded.kind === 'broken'
      ? failed(guarded.why)
      : answerOf(model, () => model.expression(object, guarded.state, method, argument), isYielded);

/** What cannot be asked leaves nothing out of the audit. */
const omitsOf =
  (model: Model): NonNullable<SecurityModel<Guarded>['omits']> =>
  (object, guarded, call, condition) => {
    if (guarded.kind === 'broken') return false;
    try {
      return model.omits?.(object, guarded.state, call, condition) === true;
    } catch {
      return false;
    }
  };

const releaseOf =
  (model: Model) =>
  (guarded: Guarded, sid: Sid): Guarded => {
    if (guarded.kind === 'broken') return guarded;
    const { state } = guarded;
    const next = settle(model, () => model.release(state, sid));
    return next.kind === 'whole' && next.state === state ? guarded : next;
  };

const describeOf =
  (model: Model) =>
  (guarded: Guarded, object: PolicyObject): unknown => {
    if (guarded.kind === 'broken') return guarded.why;
    try {
      const view = model.describe(guarded.state, object) ?? null;
      // What JSON cannot hold, a circle, is to be found here and not where it is written.
      JSON.stringify(view, (_key, part: unknown) => (typeof part === 'bigint' ? '' : part));
      return view;
    } catch (thrown) {
      return modelFault(model.name, `threw: ${thrownText(thrown)}`);
    }
  };

/** A type that cannot be told is not known: `check` of the guarded model has said so. */
const typeSafely =
  (typeOf: (object: PolicyObject) => PslType): MethodSignature['argument'] =>
  (object) => {
    try {
      const type: unknown = typeOf(object);
      return isType(type) ? type : unknownType;
    } catch {
      return unknownType;
    }
  };

const guardMethod = (method: MethodSignature): MethodSignature => {
  const { yields, argument } = method;
  return {
    ...method,
    argument: typeSafely(argument),
    yields: yields === 'rule' ? yields : typeSafely(yields),
  };
};

const guardCondition = (condition: AuditCondition): AuditCondition => ({
  ...condition,
  values: (object) => {
    try {
      const values: unknown = condition.values(object);
      return areTexts(values) ? values : [];
    } catch {
      return [];
    }
  },
});

/**
 * A model of a user's own behind a guard: where it throws, or gives no answer, the call has failed
 * with the model's name. What never ends is not guarded against.
 */
export const guard = (model: Model): SecurityModel<Guarded> => ({
  name: model.name,
  package: model.package,
  implicitObject: model.implicitObject,
  methods: new Map(
    [...model.methods].map(([name, method]) => [name, guardChecks(model, guardMethod(method))]),
  ),
  check: checkOf(model),
  audit: model.audit?.map(guardCondition),
  initial: (object) => settle(model, () => model.initial(object)),
  rule: ruleOf(model),
  expression: expressionOf(model),
  ...(model.fitsCase === undefined
    ? {}
    : {
        fitsCase: (object, method, value, when) =>
          answerOf(model, () => model.fitsCase?.(object, method, value, when), isYielded),
      }),
  omits: omitsOf(model),
  release: releaseOf(model),
  encode: (guarded, writer) => {
    writer.word(guarded.kind === 'whole' ? 1 : 0);
    if (guarded.kind === 'whole') model.encode(guarded.state, writer);
    else writer.text(guarded.why);
  },
  describe: describeOf(model),
});
