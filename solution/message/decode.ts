import type { MessageFault } from '../../model/security.ts';
import type { RecordValue } from '../../model/value.ts';
import type { MessageType } from '../data-type.ts';
import { completed, faulty } from './complete.ts';
import type { Completed } from './complete.ts';
import { defaultLimits, readHeader } from './header.ts';
import type { Direction, MessageHeader, MessageLimits } from './header.ts';
import { layOut } from './lay-out.ts';
import type { StructLayout } from './layout.ts';
import { viewOf } from './octets.ts';
import { findMisplaced } from './placement.ts';
import { readFields } from './read-wire.ts';
import type { Reading } from './take-chunk.ts';

/** What bytes are a message of; `header` is absent where not even that could be read. */
export type Decoded =
  | { readonly kind: 'decoded'; readonly header: MessageHeader; readonly message: RecordValue }
  | { readonly kind: 'unknownMethod'; readonly header: MessageHeader }
  | {
      readonly kind: 'malformed';
      readonly header: MessageHeader | undefined;
      readonly fault: MessageFault;
    };

/** The parts of decoding that look at all the chunks; tests replace them to see that they matter. */
export interface DecodeParts {
  readonly readFields: typeof readFields;
  readonly findMisplaced: typeof findMisplaced;
}

export const decodeParts: DecodeParts = { readFields, findMisplaced };

const readParameters = (layout: StructLayout, bytes: Uint8Array, parts: DecodeParts): Completed => {
  const { length } = bytes;
  const { size } = layout;
  if (length < size) return faulty('', `has ${String(length)} bytes, fewer than its constant part`);
  const reading: Reading = {
    bytes,
    view: viewOf(bytes),
    arena: size,
    chunks: [],
    left: length - size,
  };
  const message = completed(parts.readFields(reading, 0, '', layout));
  if (message.kind === 'faulty') return message;
  return parts.findMisplaced(reading.chunks, bytes.subarray(size)) ?? message;
};

const readMessage = (type: MessageType, bytes: Uint8Array, parts: DecodeParts): Completed => {
  const laidOut = layOut(type);
  return laidOut.kind === 'faulty' ? laidOut : readParameters(laidOut.layout, bytes, parts);
};

/**
 * Reads a message that goes one way; `find` gives what its header says that it carries. Total:
 * whatever the bytes.
 *
 * Result:  complete, with numbers of its sender's table for handles; the handle of nothing has SID 0.
 * Refuses: bytes that `encodeMessage` could not have written but for the order of the chunks, and
 *          for an empty text that is a zero byte.
 * Units:   time n log n in the bytes, and linear in the declaration of the type.
 * Source:  spec/formats/message.md.
 */
export const decodeMessage = (
  find: (header: MessageHeader) => MessageType | undefined,
  direction: Direction,
  bytes: Uint8Array,
  limits: MessageLimits = defaultLimits,
  parts: DecodeParts = decodeParts,
): Decoded => {
  const malformed = (fault: MessageFault, header?: MessageHeader): Decoded => ({
    kind: 'malformed',
    header,
    fault,
  });
  if (bytes.length > limits.bytes) {
    const sizes = `${String(bytes.length)} bytes, at most ${String(limits.bytes)}`;
    return malformed({ path: '', why: `has ${sizes} fit` });
  }
  const headed = readHeader(viewOf(bytes), direction);
  if (headed.kind === 'faulty') return malformed(headed.fault);
  const { header } = headed;
  const type = find(header);
  if (type === undefined) return { kind: 'unknownMethod', header };
  const read = readMessage(type, bytes, parts);
  return read.kind === 'faulty'
    ? malformed(read.fault, header)
    : { kind: 'decoded', header, message: read.message };
};
