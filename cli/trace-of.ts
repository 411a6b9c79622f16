import { digestFiles } from '../simulator/digest.ts';
import type { TraceOf } from '../simulator/trace-document.ts';
import { inputTexts } from '../solution/load.ts';
import { version } from './version.ts';
import type { Given } from './with-solution.ts';

/** What traces of a solution say that they are of. */
export const traceOf = ({ input }: Given): TraceOf => ({
  name: input.name,
  sha256: digestFiles(inputTexts(input)),
  version,
});

/** A trace as text: JSON Lines. */
export const traceText = (lines: readonly object[]): string =>
  `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
