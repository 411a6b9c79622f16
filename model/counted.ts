/** `1 finding`, `2 findings`. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : more}`;
