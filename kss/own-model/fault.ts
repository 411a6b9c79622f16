/** What a model of a user's own did wrong, in words that name it. */
export const modelFault = (model: string, what: string): string => `the model ${model} ${what}`;

/** What was thrown, in words. */
export const thrownText = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : 'no Error';
