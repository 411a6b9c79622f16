import type { RecordValue } from '../model/value.ts';
import { messageTypeOf } from '../solution/link/reach.ts';
import { completeMessage } from '../solution/message/complete.ts';
import type { Endpoint, Method, Solution } from '../solution/solution.ts';

const endpointsOf = (solution: Solution, className: string): readonly Endpoint[] =>
  solution.classes.get(className)?.endpoints ?? [];

const findMethod = (
  solution: Solution,
  className: string,
  endpoint: string,
  method: string,
): Method | undefined =>
  endpointsOf(solution, className)
    .find(({ name }) => name === endpoint)
    ?.interface.methods.find(({ name }) => name === method);

/** The name of an endpoint by its number in the class, as a callable handle is bound to it. */
export const findEndpointName = (
  solution: Solution,
  className: string,
  riid: number,
): string | undefined => endpointsOf(solution, className)[riid]?.name;

/** The message with every parameter of its direction; absent if it is not of the declared type. */
export const readMessage = (
  solution: Solution,
  className: string,
  kind: 'request' | 'response' | 'error',
  { endpoint, method }: { readonly endpoint: string; readonly method: string },
  message: RecordValue,
): RecordValue | undefined => {
  const declared = findMethod(solution, className, endpoint, method);
  if (declared === undefined) return undefined;
  const completed = completeMessage(messageTypeOf(declared, kind), message);
  return completed.kind === 'complete' ? completed.message : undefined;
};
