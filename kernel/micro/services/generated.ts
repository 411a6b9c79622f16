// Generated from the SDK's IDL by `npm run generate`; a test says whether it is current.
import type { HandleId } from '../../../model/ids.ts';
import type { RecordValue, Value } from '../../../model/value.ts';
import { readHandle, readNumber, writeHandle } from './reading.ts';

/** The request of each kernel service, by `endpoint.Method`. */
export interface Requests {
  readonly 'handle.Handle.Copy': {
    readonly inHandle: HandleId | undefined;
    readonly newRightsMask: number;
    readonly copyBadge: HandleId | undefined;
  };
  readonly 'handle.Handle.Close': { readonly handle: HandleId | undefined };
}

/** What each kernel service answers, its retcode aside. */
export interface Responses {
  readonly 'handle.Handle.Copy': { readonly outHandle: HandleId };
  readonly 'handle.Handle.Close': Readonly<Record<string, never>>;
}

export const readRequest: {
  readonly [Name in keyof Requests]: (message: RecordValue) => Requests[Name];
} = {
  'handle.Handle.Copy': (message) => ({
    inHandle: readHandle(message, 'inHandle'),
    newRightsMask: readNumber(message, 'newRightsMask'),
    copyBadge: readHandle(message, 'copyBadge'),
  }),
  'handle.Handle.Close': (message) => ({ handle: readHandle(message, 'handle') }),
};

export const writeResponse: {
  readonly [Name in keyof Responses]: (
    outputs: Responses[Name],
  ) => readonly (readonly [string, Value])[];
} = {
  'handle.Handle.Copy': (outputs) => [['outHandle', writeHandle(outputs.outHandle)]],
  'handle.Handle.Close': () => [],
};
