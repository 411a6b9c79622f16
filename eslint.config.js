import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

/** Rooms that are pure: no file, clock, randomness, environment; no Node module. */
const pureRooms = JSON.parse(readFileSync(new URL('tools/rooms.json', import.meta.url), 'utf8'))
  .filter((room) => room !== 'cli')
  .concat('examples')
  .map((room) => `${room}/**/*.ts`);

const effects = [
  'process',
  'console',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'crypto',
  'Buffer',
  'globalThis',
].map((name) => ({ name, message: 'Rooms but cli and tla/tlc are pure.' }));

const tests = ['**/*.test.ts', '**/*.prop.ts', '**/*.slow.ts', 'vitest.config.ts'];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'build/**',
      'coverage/**',
      'node_modules/**',
      'solution/sdk/embedded.ts',
      'examples/embedded.ts',
      'tla/embedded.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        // One program with every file: three would each load most of them again.
        project: './tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/method-signature-style': ['error', 'property'],
      '@typescript-eslint/no-use-before-define': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of texts.' },
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: 'TSAsExpression[typeAnnotation.type="TSAnyKeyword"]', message: 'No any.' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: pureRooms,
    ignores: ['tla/tlc/**', ...tests],
    rules: {
      'no-restricted-globals': ['error', ...effects],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness has a seed: simulator/random.ts.',
        },
      ],
    },
  },
  {
    // Generated: a line for each service.
    files: ['kernel/micro/services/outcomes.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: tests,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
);
