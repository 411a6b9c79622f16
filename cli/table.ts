const isNumber = (cell: string): boolean => /^\d*$/.test(cell);

/** Rows as lines of aligned columns; columns of numbers are aligned to the right. */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const isRight = heads.map((_, column) => rows.every((row) => isNumber(row[column] ?? '')));
  return [heads, ...rows].map((row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return isRight[column] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
};
