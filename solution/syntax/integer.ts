import type { Cursor } from './cursor.ts';

/** The value of an integer token: decimal, `0x…` or `0o…`; leading zeros are decimal. */
export const integerOf = (text: string): bigint => BigInt(text);

/** Takes an integer, with a minus sign where one stands. */
export const takeInteger = (cursor: Cursor, what: string): bigint => {
  const negative = cursor.skip('-');
  const { token } = cursor;
  if (token.kind !== 'integer') {
    cursor.expected(what);
    return 0n;
  }
  cursor.take();
  return negative ? -integerOf(token.text) : integerOf(token.text);
};
