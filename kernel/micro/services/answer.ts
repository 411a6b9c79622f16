import type { HandleId } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import { record } from '../../../model/value.ts';
import type { RecordValue } from '../../../model/value.ts';
import type { Objects } from '../objects.ts';
import { retcodeNumber, retcodeOf } from '../../retcode.ts';
import { writeResponse } from './generated.ts';
import type { Responses } from './generated.ts';
import type { ServiceName } from './service-name.ts';

/** What a service answers, before its response is judged. */
export interface Answer {
  readonly message: RecordValue;
  /** Numbers of the handles that were made for it. */
  readonly made: readonly HandleId[];
  /** Why it was refused; absent if it was done. */
  readonly because: Refusal | undefined;
  /** What else is put right if the answer is withheld. */
  readonly withheld?: (objects: Objects) => Objects;
}

/** The answer of most services: done, and nothing to tell. */
const success = record([['rc', retcodeNumber.rcOk]]);

/** The outputs of a service that was done. */
export const doneAnswer = <Name extends ServiceName>(
  name: Name,
  outputs: Responses[Name],
  made: readonly HandleId[] = [],
): Answer => {
  const fields = writeResponse[name](outputs);
  const message = fields.length === 0 ? success : record([...fields, ['rc', retcodeNumber.rcOk]]);
  return { message, made, because: undefined };
};

/** Refused after the request was granted: the answer says why. */
export const refusedAnswer = (because: Refusal): Answer => ({
  message: record([['rc', retcodeNumber[retcodeOf[because]]]]),
  made: [],
  because,
});
