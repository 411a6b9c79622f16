/** What the check of a memory budget can say. Codes are permanent. */
export const budgetCodes = {
  'BGT-001': 'The budget exceeds the memory of the board.',
  'BGT-002': 'The board has less memory than is recommended, 128 MB.',
  'BGT-003': 'The budget exceeds the memory that is recommended, 128 MB.',
} as const satisfies Record<`${string}-${number}`, string>;

export type BudgetCode = keyof typeof budgetCodes;
