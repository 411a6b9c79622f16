import type { MessageType } from '../data-type.ts';
import { messageTypeOf } from '../link/reach.ts';
import type { Endpoint, Method, ProcessClass } from '../solution.ts';
import { decodeMessage } from './decode.ts';
import type { Decoded } from './decode.ts';
import type { Direction, MessageHeader, MessageLimits } from './header.ts';

/** The method of a class that a header numbers. */
export interface Numbered {
  readonly endpoint: Endpoint;
  readonly method: Method;
}

/** The endpoint and method of a class that numbers stand for. */
export const findNumbered = (
  { endpoints }: ProcessClass,
  { riid, mid }: Pick<MessageHeader, 'riid' | 'mid'>,
): Numbered | undefined => {
  const endpoint = endpoints[riid];
  const method = endpoint?.interface.methods[mid];
  return endpoint === undefined || method === undefined ? undefined : { endpoint, method };
};

/** The numbers of a method of an endpoint, by their names. */
export const findNumbers = (
  { endpoints }: ProcessClass,
  endpoint: string,
  method: string,
): Pick<MessageHeader, 'riid' | 'mid'> | undefined => {
  const riid = endpoints.findIndex(({ name }) => name === endpoint);
  const mid = endpoints[riid]?.interface.methods.findIndex(({ name }) => name === method) ?? -1;
  return mid < 0 ? undefined : { riid, mid };
};

/** What a message of a class carries, by its header. */
export const findMessageType = (
  server: ProcessClass,
  header: MessageHeader,
): MessageType | undefined => {
  const numbered = findNumbered(server, header);
  return numbered === undefined ? undefined : messageTypeOf(numbered.method, header.as);
};

/** Reads a request to a class, or its answer. Total: whatever the bytes. */
export const decodeForClass = (
  server: ProcessClass,
  direction: Direction,
  bytes: Uint8Array,
  limits?: MessageLimits,
): Decoded => decodeMessage((header) => findMessageType(server, header), direction, bytes, limits);
