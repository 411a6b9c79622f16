import { Defect } from '../../model/defect.ts';
import type { MessageFault } from '../../model/security.ts';
import { isTagged, record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { DataType, MessageType } from '../../solution/data-type.ts';
import { checkValue, completeMessage } from '../../solution/message/complete.ts';
import { defaultOf } from '../../solution/message/default.ts';
import { textFault } from '../../solution/message/text.ts';
import type { Frame } from './frame.ts';

/** Checks a message and puts its parameters into the frame's registers; else what is wrong with it. */
export type FillRegisters = (frame: Frame, given: RecordValue) => MessageFault | undefined;

/** A value of a type, what was omitted within it filled in; absent if it is not of the type. */
type Take = (value: Value) => Value | undefined;

const greatestRights = 0xffff_ffff;

const takeInteger = (bits: number, sign: 'signed' | 'unsigned'): Take => {
  const least = sign === 'signed' ? -(1n << BigInt(bits - 1)) : 0n;
  const greatest = least + (1n << BigInt(bits)) - 1n;
  return (value) =>
    typeof value === 'bigint' && value >= least && value <= greatest ? value : undefined;
};

const takeHandle: Take = (value) =>
  isTagged(value) && value.kind === 'handle' && value.rights >= 0 && value.rights <= greatestRights
    ? value
    : undefined;

const takeOf = (type: DataType): Take => {
  switch (type.kind) {
    case 'integer':
      return takeInteger(type.bits, type.signed ? 'signed' : 'unsigned');
    case 'string':
      return (value) =>
        typeof value === 'string' && textFault(value, type.limit) === undefined ? value : undefined;
    case 'handle':
      return takeHandle;
    default:
      return (value) => {
        const one = checkValue(type, value, '');
        return one.kind === 'value' ? one.value : undefined;
      };
  }
};

/** The fault of a message that the registers refused, in the words of the interpreter. */
const faultOf = (type: MessageType, given: RecordValue): MessageFault => {
  const completed = completeMessage(type, given);
  if (completed.kind === 'faulty') return completed.fault;
  throw new Defect('the registers refuse a message that fits its type');
};

/** A message whose parameters are not all known (C-06) stands in the frame as a whole, too. */
const fillOpen =
  (type: MessageType): FillRegisters =>
  (frame, given) => {
    const completed = completeMessage(type, given);
    if (completed.kind === 'faulty') return completed.fault;
    frame.message = completed.message;
    for (const [index, { name }] of type.parameters.entries()) {
      frame.parameters[index] = completed.message.fields.get(name) ?? null;
    }
    return undefined;
  };

/** How messages of a type are read into the registers (TYPE-1). */
export const fillRegistersOf = (type: MessageType): FillRegisters => {
  if (type.open) return fillOpen(type);
  const names = type.parameters.map(({ name }) => name);
  const takes = type.parameters.map((parameter) => takeOf(parameter.type));
  const defaults = type.parameters.map((parameter) => defaultOf(parameter.type));
  return (frame, given) => {
    const { fields } = given;
    const { parameters } = frame;
    let found = 0;
    for (let index = 0; index < names.length; index += 1) {
      const value = fields.size === 0 ? undefined : fields.get(names[index] ?? '');
      if (value === undefined) {
        parameters[index] = defaults[index] ?? null;
        continue;
      }
      const taken = takes[index]?.(value);
      if (taken === undefined) return faultOf(type, given);
      parameters[index] = taken;
      found += 1;
    }
    return found === fields.size ? undefined : faultOf(type, given);
  };
};

/** The message as a whole, of what is in the registers. */
export const wholeMessage = (frame: Frame, { parameters, open }: MessageType): RecordValue =>
  open
    ? frame.message
    : record(parameters.map(({ name }, index) => [name, frame.parameters[index] ?? null] as const));
