/**
 * Bytes of a text in UTF-8; absent for a text that has none (a lone surrogate).
 */
export const findUtf8Length = (text: string): number | undefined => {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) return undefined;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** Why a text is none of `string<limit>`; absent if it is one. */
export const textFault = (text: string, limit: number): string | undefined => {
  const bytes = findUtf8Length(text);
  if (bytes === undefined) return 'is not valid Unicode';
  if (text.includes('\0')) return 'contains a zero byte';
  return bytes > limit ? `has ${String(bytes)} bytes, at most ${String(limit)} fit` : undefined;
};

/** Why digits are none of `bytes<limit>`; absent if they are. */
export const bytesFault = (hex: string, limit: number): string | undefined => {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) return 'is not an even number of lower-case hex digits';
  const bytes = hex.length / 2;
  return bytes > limit ? `has ${String(bytes)} bytes, at most ${String(limit)} fit` : undefined;
};

/** Why an integer is none of the width; absent if it is one. */
export const integerFault = (
  value: bigint,
  { bits, signed }: { readonly bits: number; readonly signed: boolean },
): string | undefined => {
  const fits = signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  if (fits === value) return undefined;
  return `${String(value)} is out of the range of ${signed ? 'SInt' : 'UInt'}${String(bits)}`;
};
