import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStepResult, writeStepResult } from '../reports/result.ts';
import type { StepResult } from '../reports/result.ts';
import { isTwinStep } from './twin-steps.ts';
import { makeDirectory } from './write-file.ts';

const fileOf = ({ step }: StepResult): string => `${step.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}.json`;

/** Writes result files anew; those of an earlier run go. */
export const writeResults = (directory: string, results: readonly StepResult[]): void => {
  rmSync(directory, { recursive: true, force: true });
  makeDirectory(directory);
  for (const result of results) {
    writeFileSync(join(directory, fileOf(result)), writeStepResult(result));
  }
};

/** The texts of result files, by their names in a report. */
export const readResults = (directory: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [])
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map(({ name }) => name)
      .sort()
      .map((name) => [`results/${name}`, readFileSync(join(directory, name), 'utf8')]),
  );

/** The results of twins among those that stand in the result files. */
export const twinResults = (directory: string): readonly StepResult[] =>
  [...readResults(directory)].flatMap(([file, text]) => {
    const { result } = readStepResult(file, text);
    return result !== undefined && isTwinStep(result.step) ? [result] : [];
  });
