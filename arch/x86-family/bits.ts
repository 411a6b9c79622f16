/** Bits that stand in one place in every entry that has them. Source: SDM 3A, tables 4-4 to 4-19. */
export const entryBits = {
  present: 0,
  writable: 1,
  user: 2,
  accessed: 5,
  dirty: 6,
  pageSize: 7,
  executeDisable: 63,
} as const;

/** Numbers of entries, as the manual names them. */
export type EntryName = 'P' | 'R/W' | 'U/S' | 'PWT' | 'PCD' | 'A' | 'D' | 'G' | 'PAT' | 'XD';
