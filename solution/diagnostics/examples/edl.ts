import { rules } from '../example.ts';
import type { Example } from '../example.ts';

/** Examples of process classes. */
export const edlExamples: readonly Example[] = [
  {
    code: 'EDL-001',
    about: 'A load that is lenient',
    files: rules('use EDL home.Pannel'),
    cure: 'Correct the name, or add the EDL file of the class. For a class of an SDK name its directory with `-I`.',
    cured: rules('use EDL home.Panel'),
  },
  {
    code: 'EDL-001',
    about: 'A load that is strict',
    files: rules('use EDL home.Fan'),
    input: { strict: true },
    cure: 'Add the file, or load without `--strict`: then an empty class stands for it.',
    cured: rules(''),
  },
];
