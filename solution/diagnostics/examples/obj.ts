import type { Example, Files } from '../example.ts';

const objectives = (...items: readonly string[]): Files => ({
  'objectives.yaml': `objectives:\n${items.join('\n')}\n`,
});
const objective = (name: string, untrusted: string, never: string): string =>
  [
    `- name: ${name}`,
    '  text: The lamp stays dark.',
    `  untrusted: [${untrusted}]`,
    `  never: ${never}`,
  ].join('\n');
const set = 'request dst=home.Lamp method=Set';

/** Examples of objectives. */
export const objExamples: readonly Example[] = [
  {
    code: 'OBJ-001',
    files: objectives(objective('dark', 'panel', set), objective('dark', 'panel', set)),
    cure: 'Rename one of them: results name an objective by its name.',
    cured: objectives(objective('dark', 'panel', set), objective('calm', 'panel', set)),
  },
  {
    code: 'OBJ-002',
    files: objectives(objective('dark', 'pannel', set)),
    cure: 'Name a process by its `task` in init.yaml, or by its `name` where it has none.',
    cured: objectives(objective('dark', 'panel', set)),
  },
  {
    code: 'OBJ-003',
    about: 'A method that no endpoint has',
    files: objectives(objective('dark', 'panel', 'request dst=home.Lamp method=Sett')),
    cure: 'Correct the name: an event that cannot occur makes an objective that always holds.',
    cured: objectives(objective('dark', 'panel', set)),
  },
  {
    code: 'OBJ-003',
    about: 'A class that the policy does not include',
    files: objectives(objective('dark', 'panel', 'request dst=home.Lmap')),
    cure: 'Name a class that the policy includes. Classes stand here and not processes, as in the selectors of a policy.',
    cured: objectives(objective('dark', 'panel', 'request dst=home.Lamp')),
  },
];
