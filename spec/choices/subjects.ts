import type { Choice } from '../choice.ts';

/** C-01 … C-12: subjects, events, messages. */
export const subjectChoices: readonly Choice[] = [
  {
    id: 'C-01',
    about: 'names of subjects',
    reading:
      'A name is a process of init.yaml, else a process class that the policy includes; kl.core.Core is always known. A class that lends its name to no process is a subject of its own, with its own SID.',
    at: ['solution/solution.ts', 'solution/subjects.ts'],
  },
  {
    id: 'C-02',
    about: 'a process of a class that the policy does not include',
    reading: 'It loads with a warning, is an unknown subject in every event, and is never started.',
    at: ['solution/yaml/codes.ts'],
  },
  {
    id: 'C-03',
    about: 'who is the source of an answer',
    reading:
      'In a response or error the server is the source, and the endpoint is looked up in its class. The interface of a security event stands in a security clause of the class or of a component within.',
    at: ['kss/interpreter.ts', 'kss/resolve.ts', 'solution/link/reach.ts'],
  },
  {
    id: 'C-04',
    about: 'what an execute event carries',
    reading: 'The execute interface and its method main, no endpoint; any parameter is malformed.',
    at: ['kss/resolve.ts', 'solution/solution.ts'],
  },
  {
    id: 'C-05',
    about: 'the selector component',
    reading:
      'It fits endpoints that lie directly in a component of that type, at any depth; the endpoints of the class itself lie in none.',
    at: ['solution/solution.ts'],
  },
  {
    id: 'C-06',
    about: 'kernel declarations that are not public',
    reading:
      'Parameters that a policy reads on such a method are taken to be scalars, and the answer is marked unmodelled. Endpoints and methods that a policy names on a stub class are added to it.',
    at: [
      'kss/unmodelled.ts',
      'solution/data-type.ts',
      'solution/link/environment.ts',
      'solution/link/named-endpoints.ts',
      'solution/link/open-endpoints.ts',
      'solution/link/selector-names.ts',
      'solution/message/complete.ts',
      'solution/message/lay-out.ts',
      'solution/psl-type.ts',
      'solution/solution.ts',
    ],
  },
  {
    id: 'C-07',
    about: 'several reasons to deny',
    reading:
      'The first that applies is told: unknown subject, unknown method, malformed, refused by a rule, failed, no rule.',
    at: ['kss/interpreter.ts', 'kss/resolve.ts', 'model/security.ts'],
  },
  {
    id: 'C-10',
    about: 'parameters left out, and what is malformed',
    reading:
      'A parameter or field that is left out takes its default. Null, Booleans, fractions, texts for small integers, unknown parameters and upper-case hexadecimal are malformed.',
    at: [
      'kernel/micro/services/reading.ts',
      'solution/link/primitives.ts',
      'solution/link/types.ts',
      'solution/message/complete.ts',
      'solution/message/default.ts',
      'solution/message/read-json.ts',
    ],
  },
  {
    id: 'C-11',
    about: 'a union left out',
    reading:
      'It takes its first member, with that one’s default; a union without a member is malformed.',
    at: ['solution/message/default.ts'],
  },
  {
    id: 'C-12',
    about: 'handles by name',
    reading:
      'The name is a subject, else an object with a SID of its own; a handle that is left out has SID 0.',
    at: [
      'kss/decide/names.ts',
      'kss/pal.ts',
      'solution/message/read-expression.ts',
      'solution/message/read-json.ts',
    ],
  },
];
