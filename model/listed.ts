/** Names in one line: all, or of more than `most` the first and how many there are besides. */
export const listed = (names: readonly string[], most: number): string =>
  names.length <= most
    ? names.join(', ')
    : `${names.slice(0, most - 1).join(', ')} and ${String(names.length - most + 1)} more`;
