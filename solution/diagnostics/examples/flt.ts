import type { Example, Files } from '../example.ts';

const faults = (...items: readonly string[]): Files => ({
  'faults.yaml': `faults:\n${items.map((item) => `- {${item}}`).join('\n')}\n`,
});

/** Examples of faults files. */
export const fltExamples: readonly Example[] = [
  {
    code: 'FLT-001',
    files: faults('at: 20, process: pannel, fault: trap'),
    cure: 'Name a process as init.yaml does: faults come to processes, not to classes.',
    cured: faults('at: 20, process: panel, fault: trap'),
  },
  {
    code: 'FLT-002',
    files: faults('at: 20, process: panel, fault: explode'),
    cure: 'Choose one of the faults that [faults files](formats/faults.md) have.',
    cured: faults('at: 20, process: panel, fault: hang'),
  },
  {
    code: 'FLT-003',
    about: 'No step',
    files: faults('at: soon, process: panel, fault: kill'),
    cure: 'Count steps from 1, as `refmon run` numbers them.',
    cured: faults('at: 2, process: panel, fault: kill'),
  },
  {
    code: 'FLT-003',
    about: 'A start that is denied after boot',
    files: faults('at: 7, process: panel, fault: deny-start'),
    cure: 'Leave "at" out: a process of init.yaml starts at boot.',
    cured: faults('process: panel, fault: deny-start'),
  },
];
