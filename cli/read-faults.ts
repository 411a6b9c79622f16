import { existsSync } from 'node:fs';
import { hasErrors } from '../model/diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { randomFaults } from '../simulator/random-faults.ts';
import { readFaults as readFaultsFile } from '../solution/yaml/faults.ts';
import type { Fault } from '../solution/yaml/faults.ts';
import { yamlLimits } from '../solution/yaml/document.ts';
import { readText } from './read-text.ts';
import type { ReadText } from './read-text.ts';
import { unreadable } from '../library/node/unreadable.ts';
import type { Unreadable } from '../library/node/unreadable.ts';
import type { Given } from './with-solution.ts';

/** The faults of a run, or what is wrong with them and with which text. */
export type ReadFaults =
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'faulty';
      readonly diagnostics: readonly Diagnostic[];
      readonly texts: ReadonlyMap<string, string>;
    };

/** Most random faults of a run. */
const mostRandom = 10_000;

/** A file that is there, else one of the solution's own. */
const textOf = ({ input }: Given, file: string): ReadText | Unreadable => {
  const own = input.files.get(file);
  return own === undefined || existsSync(file)
    ? readText(file, yamlLimits.units * 4)
    : { kind: 'text', text: own };
};

/** Reads what `--faults` names: so many random faults, or a file with a schedule of them. */
export const readFaults = (
  given: Given,
  faults: string | undefined,
  run: { readonly seed: number; readonly steps: number },
): ReadFaults => {
  if (faults === undefined) return { kind: 'faults', faults: [] };
  const isCount = /^\d+$/.test(faults);
  if (isCount && Number(faults) <= mostRandom) {
    return { kind: 'faults', faults: randomFaults(given.solution, Number(faults), run) };
  }
  const read = isCount
    ? unreadable(faults, `at most ${String(mostRandom)} random faults come in a run`)
    : textOf(given, faults);
  if (read.kind === 'unreadable') {
    return { kind: 'faulty', diagnostics: read.diagnostics, texts: new Map() };
  }
  const found = readFaultsFile({ file: faults, text: read.text }, given.solution.processes);
  return hasErrors(found.diagnostics)
    ? { kind: 'faulty', diagnostics: found.diagnostics, texts: new Map([[faults, read.text]]) }
    : { kind: 'faults', faults: found.faults };
};
