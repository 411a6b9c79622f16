/** What a parser can say. Codes are permanent; each has an example in spec/diagnostics.md. */
export const syntaxCodes = {
  'SYN-001': 'A character that no token begins with.',
  'SYN-002': 'A comment that does not end.',
  'SYN-003': 'A text that does not end, or an unknown escape in it.',
  'SYN-004': 'A number that is none.',
  'SYN-005': 'Something else was expected here.',
  'SYN-006': 'Nesting deeper than the limit.',
  'SYN-007': 'A source, or a line of it, longer than the limit.',
  'SYN-008': 'A part that may stand once stands twice.',
  'SYN-009': 'A form that no version of the languages documents; it is read all the same.',
} as const satisfies Record<`${string}-${number}`, string>;

export type SyntaxCode = keyof typeof syntaxCodes;
