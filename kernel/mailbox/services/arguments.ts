import type { HandleId } from '../../../model/ids.ts';
import { isTagged } from '../../../model/value.ts';
import type { LocalHandle, RecordValue } from '../../../model/value.ts';

/** Arguments of a granted request: each that is there has its declared type. */

export const bigIntIn = ({ fields }: RecordValue, name: string): bigint => {
  const value = fields.get(name);
  return typeof value === 'bigint' ? value : 0n;
};

/** An integer of at most 32 bits. */
export const numberIn = (message: RecordValue, name: string): number =>
  Number(bigIntIn(message, name));

export const textIn = ({ fields }: RecordValue, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
};

/** A handle's number in the caller's table; absent for the null handle. */
export const handleIn = ({ fields }: RecordValue, name: string): HandleId | undefined => {
  const value = fields.get(name) ?? null;
  return isTagged(value) && value.kind === 'localHandle' ? value.number : undefined;
};

/** A handle of the caller's own as an answer gives it. */
export const handleValue = (number: HandleId): LocalHandle => ({
  kind: 'localHandle',
  number,
  rights: 0xffff_ffff,
});
