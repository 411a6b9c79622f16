/** The order of texts by their UTF-16 units, whatever the language. */
export const byText = (left: string, right: string): number =>
  Number(left > right) - Number(left < right);
