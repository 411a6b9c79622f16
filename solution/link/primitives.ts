import type { DataType } from '../data-type.ts';

const integer = (bits: 8 | 16 | 32 | 64, signed: boolean): DataType => ({
  kind: 'integer',
  bits,
  signed,
});

/** The types that IDL has; UIntSize and UIntPtr are 64 bits wide (C-10). */
export const primitives: ReadonlyMap<string, DataType> = new Map([
  ['UInt8', integer(8, false)],
  ['UInt16', integer(16, false)],
  ['UInt32', integer(32, false)],
  ['UInt64', integer(64, false)],
  ['SInt8', integer(8, true)],
  ['SInt16', integer(16, true)],
  ['SInt32', integer(32, true)],
  ['SInt64', integer(64, true)],
  ['UIntSize', integer(64, false)],
  ['UIntPtr', integer(64, false)],
  ['Handle', { kind: 'handle', interface: undefined }],
]);
