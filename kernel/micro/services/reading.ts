import type { HandleId } from '../../../model/ids.ts';
import type { BytesValue, LocalHandle, RecordValue } from '../../../model/value.ts';
import { isTagged } from '../../../model/value.ts';

/**
 * Readings of the parameters of a service request, for the generated table.
 * The request was granted, so each parameter that is present has its declared type; an omitted one
 * takes its type's default (C-10).
 */

/** An integer of at most 32 bits. */
export const readNumber = (message: RecordValue, name: string): number => {
  const value = message.fields.get(name);
  return typeof value === 'bigint' ? Number(value) : 0;
};

/** An integer of 64 bits. */
export const readBigInt = (message: RecordValue, name: string): bigint => {
  const value = message.fields.get(name);
  return typeof value === 'bigint' ? value : 0n;
};

export const readText = (message: RecordValue, name: string): string => {
  const value = message.fields.get(name);
  return typeof value === 'string' ? value : '';
};

/** Hexadecimal digits. */
export const readBytes = (message: RecordValue, name: string): string => {
  const value = message.fields.get(name) ?? null;
  return isTagged(value) && value.kind === 'bytes' ? value.hex : '';
};

export const writeBytes = (hex: string): BytesValue => ({ kind: 'bytes', hex });

/** A handle's number in the caller's table; absent for the null handle. */
export const readHandle = (message: RecordValue, name: string): HandleId | undefined => {
  const value = message.fields.get(name) ?? null;
  return isTagged(value) && value.kind === 'localHandle' ? value.number : undefined;
};

/** A handle of the caller's own table as an answer gives it. */
export const writeHandle = (number: HandleId): LocalHandle => ({
  kind: 'localHandle',
  number,
  rights: 0xffff_ffff,
});
