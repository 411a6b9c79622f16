/** What the reader of a document of `walk` can say. Codes are permanent. */
export const walkCodes = {
  'WLK-001': 'The input is not a JSON document.',
  'WLK-002': 'The input is nested deeper than the limit, or has more faults than are told.',
  'WLK-003': 'A field is missing, or is of another kind.',
  'WLK-004': 'A number is none, or has more bits than what it is for.',
  'WLK-005': 'The document is of another architecture than the command.',
  'WLK-006': 'A control bit that the architecture does not have, or a value that it cannot take.',
  'WLK-007': 'A word of memory is not aligned, or two are given for one address.',
} as const satisfies Record<`${string}-${number}`, string>;

export type WalkCode = keyof typeof walkCodes;
