/** A pattern, and texts that it fits: events are given them. */
export interface PatternExample {
  readonly pattern: string;
  readonly fits: readonly string[];
}

/** Patterns with every operator (C-30), each with texts that it fits. */
export const patterns: readonly PatternExample[] = [
  { pattern: 'ab', fits: ['ab'] },
  { pattern: '[a-c]*', fits: ['', 'ab', 'cab'] },
  { pattern: 'a+|b?', fits: ['aa', 'b', ''] },
  { pattern: '[0-9]{1,3}', fits: ['7', '123'] },
  { pattern: '\\d{2}', fits: ['42'] },
  { pattern: '.*&!(.*x.*)', fits: ['ab', '42'] },
  { pattern: '!(ab)', fits: ['', 'x', '42'] },
  { pattern: 'x\\.y', fits: ['x.y'] },
  { pattern: '^\\w+$', fits: ['ab', 'x'] },
  { pattern: '.', fits: ['x', 'b', '7'] },
];

/** Texts that policies name, and that events carry: some fit patterns, some have wide characters. */
export const texts: readonly string[] = [
  ...new Set([
    'ab',
    '',
    ...patterns.flatMap(({ fits }) => fits),
    'é',
    '日本',
    'far too long a text',
  ]),
];
