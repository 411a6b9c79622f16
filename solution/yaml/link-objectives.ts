import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ProcessId } from '../../model/ids.ts';
import { checkSelectors } from '../link/check-selectors.ts';
import { makeReport } from '../link/report.ts';
import { hintNearest } from '../nearest.ts';
import type { Objective, Process, ProcessClass } from '../solution.ts';
import type { YamlCode } from './codes.ts';
import type { ObjectiveText } from './objectives.ts';

/** What names in YAML files are looked up in. */
export interface Known {
  readonly processes: readonly Process[];
  readonly classes: ReadonlyMap<string, ProcessClass>;
  readonly executeInterface: string;
}

/** Faults of selectors are told under the objective's own code, and all as errors. */
const asObjective = (found: Diagnostic): Diagnostic => {
  const code: YamlCode = 'OBJ-003';
  return { ...found, code, severity: 'error' };
};

/** Looks up what objectives name. */
export const linkObjectives = (
  texts: readonly ObjectiveText[],
  { processes, classes, executeInterface }: Known,
  keep: (diagnostics: readonly Diagnostic[]) => void,
): readonly Objective[] =>
  texts.map(({ name, text, untrusted, never, at }) => {
    const report = makeReport();
    checkSelectors(
      { classes, kind: never.event, executeInterface, report },
      new Map(),
      never.where,
    );
    keep(report.diagnostics().map(asObjective));
    const ids = untrusted.flatMap((process): readonly ProcessId[] => {
      const found = processes.find((one) => one.name === process.text);
      if (found !== undefined) return [found.id];
      const names = processes.map((one) => one.name);
      const code: YamlCode = 'OBJ-002';
      const message = `there is no process "${process.text}"`;
      keep([
        { code, severity: 'error', at: process.at, message, ...hintNearest(process.text, names) },
      ]);
      return [];
    });
    return { name: name.text, text, untrusted: ids, never, at };
  });
