/** What `check` can say of choices on which the verdicts of a policy depend. Codes are permanent. */
export const dependenceCodes = {
  'DEP-020':
    'Two calls of one event use an object, and one changes it: the verdict depends on their order (C-20).',
  'DEP-024':
    'An operand can fail where another could decide without it: the verdict depends on the reading of logical operators (C-24).',
  'DEP-026': 'A result can leave −2⁶³ … 2⁶⁴−1: the verdict depends on what becomes of it (C-26).',
} as const;

export type DependenceCode = keyof typeof dependenceCodes;
