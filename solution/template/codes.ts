/** What expanding a template can say. Codes are permanent. */
export const templateCodes = {
  'TPL-001': 'A tag, comment or condition of a template does not end.',
  'TPL-002': 'A tag or a condition of a template that is not understood.',
  'TPL-003': 'An `elif`, `else` or `endif` without its `if`, or behind the `else`.',
} as const satisfies Record<`${string}-${number}`, string>;

export type TemplateCode = keyof typeof templateCodes;
