import type { Choice } from '../choice.ts';

/** C-40 … C-51: loading a solution, and its expectations. */
export const loadingChoices: readonly Choice[] = [
  {
    id: 'C-40',
    about: 'where a declaration is found',
    reading:
      'By its dotted path under an include root, else by the name that it declares; of several the nearest to the policy, with a warning.',
    at: [
      'solution/files/policies.ts',
      'solution/link/find-package.ts',
      'solution/link/library.ts',
      'solution/link/shelf.ts',
    ],
  },
  {
    id: 'C-41',
    about: 'placeholders in templates',
    reading: 'On a line of its own a placeholder vanishes; within a line it becomes its bare name.',
    at: ['solution/template/expand.ts', 'solution/template/placeholders.ts'],
  },
  {
    id: 'C-42',
    about: 'undefined names in templates',
    reading: 'An undefined name is false, and so is any comparison with it.',
    at: ['solution/template/condition.ts', 'solution/template/expand.ts'],
  },
  {
    id: 'C-43',
    about: 'connections and selectors that lead nowhere',
    reading:
      'A connection to a process that is not there is a warning, and no channel. A selector that names a class not included is a warning, and never fits.',
    at: ['solution/link/codes.ts', 'solution/yaml/codes.ts'],
  },
  {
    id: 'C-44',
    about: 'a policy without execute',
    reading: 'The execute interface is kl.core.Execute, with a warning.',
    at: ['solution/link/codes.ts'],
  },
  {
    id: 'C-45',
    about: 'missing files',
    reading:
      'A missing EDL, CDL or IDL file is an empty stub, with a warning; a missing PSL package that no SDK has is an error.',
    at: [
      'solution/link/constants.ts',
      'solution/link/include.ts',
      'solution/link/interfaces.ts',
      'solution/link/package-scope.ts',
      'solution/sdk/names.ts',
      'solution/solution.ts',
    ],
  },
  {
    id: 'C-46',
    about: 'older words',
    reading: 'interfaces is accepted for endpoints; kl.core.Types has the public aliases.',
    at: ['solution/syntax/component.ts'],
  },
  {
    id: 'C-47',
    about: 'strict loading',
    reading: 'The warnings of C-02, C-23 and C-40 … C-45 become errors.',
    at: ['solution/load.ts'],
  },
  {
    id: 'C-50',
    about: 'execute in an expectation',
    reading:
      'With a variable it makes a new process of the class, without one the default process; a source left out is the kernel.',
    at: ['kss/pal.ts'],
  },
  {
    id: 'C-51',
    about: 'expectations through the whole system',
    reading:
      'Each sequence starts from the kernel and Einit; channels that it needs are opened and listed; a verdict that differs from the engine’s fails.',
    at: ['simulator/system-test/test-system.ts'],
  },
];
