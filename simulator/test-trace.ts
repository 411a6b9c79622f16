import { solutionWith } from '../kss/test-solution.ts';
import type { Solution } from '../solution/solution.ts';
import type { RunOptions } from './run.ts';
import { runSolution } from './run.ts';
import { traceLines } from './trace-document.ts';

/** Programs of the tests' solution: its client asks without end. */
export const askingPrograms = `programs:
- process: client
  initial: asking
  states:
    asking:
      do:
      - "call server : impl.ping.Ping { value : 7 }"
      - "call server : impl.ping.Note {}"
`;

/** A policy that grants all that the programs do. */
export const openPolicy =
  'execute { grant () } request { grant () } response { grant () } error { grant () }';

export const askingSolution = (policy = openPolicy): Solution =>
  solutionWith(policy, { 'programs.yaml': askingPrograms });

/** What the traces of the tests are of. */
export const sampleOf = { name: 'test', sha256: 'ab'.repeat(32), version: '1' } as const;

/** The trace of a run as text. */
export const traceOfRun = (solution: Solution, options: RunOptions): string =>
  traceLines(sampleOf, options, runSolution(solution, options))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
