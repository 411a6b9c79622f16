import type { MessageFault } from '../../model/security.ts';
import type { RecordValue } from '../../model/value.ts';
import type { MessageType } from '../data-type.ts';
import { completeMessage, completed, faulty } from './complete.ts';
import type { Completed } from './complete.ts';
import { defaultLimits, headerFault, writeHeader } from './header.ts';
import type { MessageHeader, MessageLimits } from './header.ts';
import { layOut } from './lay-out.ts';
import type { StructLayout } from './layout.ts';
import { viewOf } from './octets.ts';
import { standIn } from './stand-in.ts';
import { writeFields } from './write-wire.ts';
import type { ArenaWriter } from './write-wire.ts';

/** The bytes of a message, or why it has none. */
export type Encoded =
  | { readonly kind: 'encoded'; readonly bytes: Uint8Array }
  | { readonly kind: 'faulty'; readonly fault: MessageFault };

const sizeFault = (size: number, { bytes }: MessageLimits): MessageFault | undefined =>
  size <= bytes
    ? undefined
    : { path: '', why: `has ${String(size)} bytes, at most ${String(bytes)} fit` };

/** The message that is going to be written, stand-ins in the place of its handles. */
const prepare = (
  type: MessageType,
  layout: StructLayout,
  given: RecordValue,
  { bytes: limit }: MessageLimits,
): Completed => {
  const prepared = completed(standIn(layout, given, '', { bytes: layout.size, limit }));
  return prepared.kind === 'faulty' ? prepared : completeMessage(type, prepared.message);
};

const write = (
  header: MessageHeader,
  layout: StructLayout,
  message: RecordValue,
  limits: MessageLimits,
): Encoded => {
  const constant = new Uint8Array(layout.size);
  const arena: ArenaWriter = { segments: [], end: 0 };
  writeHeader(viewOf(constant), header);
  writeFields(layout, message, { view: viewOf(constant), at: 0 }, arena);
  const size = layout.size + arena.end;
  const fault = sizeFault(size, limits);
  if (fault !== undefined) return { kind: 'faulty', fault };
  const bytes = new Uint8Array(size);
  bytes.set(constant);
  for (const segment of arena.segments) bytes.set(segment.bytes, layout.size + segment.offset);
  return { kind: 'encoded', bytes };
};

/**
 * Writes a message as its sender lays it out: what is omitted takes its default, and handles are
 * numbers of the sender's own table. Total: whatever the values.
 *
 * Result:  canonical: chunks in the order of the values, depth first, with no byte to spare.
 * Refuses: what `completeMessage` does; a type that is not known; a handle that carries an SID; more
 *          bytes than the limit.
 * Source:  spec/formats/message.md.
 */
export const encodeMessage = (
  type: MessageType,
  header: MessageHeader,
  given: RecordValue,
  limits: MessageLimits = defaultLimits,
): Encoded => {
  const fault = headerFault(header);
  if (fault !== undefined) return { kind: 'faulty', fault };
  const laidOut = layOut(type);
  if (laidOut.kind === 'faulty') return laidOut;
  const { layout } = laidOut;
  const tooLarge = sizeFault(layout.size, limits);
  if (tooLarge !== undefined) return faulty('', `its constant part ${tooLarge.why}`);
  const prepared = prepare(type, layout, given, limits);
  return prepared.kind === 'faulty' ? prepared : write(header, layout, prepared.message, limits);
};
