import { describe, expect, it } from 'vitest';
import { check } from '../cli/commands/check.ts';
import { exits } from '../cli/failure.ts';
import type { Output } from '../cli/output.ts';
import { readSolution } from '../cli/read-solution.ts';
import type { ReadSolution, SolutionChoice } from '../cli/read-solution.ts';
import { runAssertions } from '../kss/pal.ts';
import { loadSolution, loadSolutions } from '../library/load-solution.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Loaded } from '../solution/load.ts';
import { cases } from './cases.ts';

const corpus = new URL('.', import.meta.url).pathname;
const below = (path: string): string => `${corpus}${path}`;

const read = (choice: SolutionChoice): ReadSolution => {
  const found = readSolution(choice);
  if (found.kind === 'unreadable') throw new Error(JSON.stringify(found.diagnostics));
  return found;
};

const placeOf = ({ code, at }: Diagnostic): string =>
  `${code} ${at.file}:${String(at.line)}:${String(at.column)}`;
