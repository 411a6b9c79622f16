import type { Sid } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import type { AuditCondition, ModelCall, RunningObject, Yielded } from '../security-model.ts';
import type { Outcome } from './outcome.ts';

/**
 * What a policy object keeps, changed in place.
 *
 * Shape: every change is noted in the session's undo log. `snapshot` is the object as the reference
 *        interpreter has it, and the very same one as long as nothing changed; `restore` takes what
 *        `snapshot` of the same store gave. All answers are those of the object's model; a rule that
 *        does not grant and an expression without a value leave the reason in the frame.
 */
export interface Store {
  readonly rule: (method: string, argument: Value) => Outcome;
  readonly expression: (method: string, argument: Value) => Value | undefined;
  readonly fitsCase: (method: string, value: Value, when: Value) => Yielded;
  readonly omits: (call: ModelCall, condition: AuditCondition) => boolean;
  readonly release: (sid: Sid) => void;
  readonly snapshot: () => RunningObject;
  readonly restore: (snapshot: RunningObject) => void;
}
