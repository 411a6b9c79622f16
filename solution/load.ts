import { hasErrors, sortDiagnostics } from '../model/diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ModelCatalogue } from './catalogue.ts';
import { discover } from './discover/discover.ts';
import type { Chosen } from './discover/discover.ts';
import type { LinkCode } from './link/codes.ts';
import { include } from './link/include.ts';
import { makeLibrary } from './link/library.ts';
import { linkPolicy } from './link/policy.ts';
import { linkProcesses } from './link/processes.ts';
import { checkAssertions } from './link/check-pal.ts';
import { makeReport } from './link/report.ts';
import type { Report } from './link/report.ts';
import { sdkFiles } from './sdk/embedded.ts';
import type { Solution } from './solution.ts';
import { startOf } from './source.ts';
import type { YamlCode } from './yaml/codes.ts';
import { readInit } from './yaml/init.ts';
import { linkObjectives } from './yaml/link-objectives.ts';
import { linkPrograms } from './yaml/link-programs.ts';
import { readObjectives } from './yaml/objectives.ts';
import { readPrograms } from './yaml/programs.ts';

/** The texts of a solution by path, relative and with `/`, and what the user chose. */
export interface SolutionInput {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly policy?: string;
  readonly init?: string;
  readonly includeRoots?: readonly string[];
  /** The warnings of lenient readings are errors (C-47). */
  readonly strict?: boolean;
}

/** Which files were found to be what. */
export interface Discovered {
  readonly policy: string | undefined;
  readonly init: string | undefined;
  readonly includeRoots: readonly string[];
  /** Classes, components and interfaces for which stubs stand (C-45). */
  readonly stubs: readonly string[];
}

/** What a load came to: no solution where there is an error. */
export interface Loaded {
  readonly solution: Solution | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly discovered: Discovered;
}

/** A file that was found is read; one that is not there has no content. */
const readIf = <Read>(
  files: ReadonlyMap<string, string>,
  file: string | undefined,
  read: (source: { readonly file: string; readonly text: string }) => Read,
): Read | undefined =>
  file === undefined ? undefined : read({ file, text: files.get(file) ?? '' });

const linkAll = (
  { name, files, includeRoots = [] }: SolutionInput,
  chosen: Chosen & { readonly policy: string },
  catalogue: ModelCatalogue,
  report: Report,
): { readonly solution: Solution; readonly discovered: Discovered } => {
  const { policy: root, init } = chosen;
  const library = makeLibrary({ files, sdk: sdkFiles, policy: root, report });
  const included = include({ root, files, includeRoots, catalogue, report });
  const linked = linkPolicy({ root, included, library, catalogue, report });
  const { classes, policy, scope, stubs } = linked;
  const entries = readIf(files, init, readInit);
  if (entries === undefined) {
    const message = 'no init.yaml was found: the solution has no processes';
    report.warning('SOL-005', startOf(root), message);
  }
  report.keep(entries?.diagnostics ?? []);
  const { processes, channels } = linkProcesses(entries?.entries ?? [], classes, report.keep);
  checkAssertions(scope, processes, linked.assertions);
  const objectives = readIf(files, chosen.objectives, readObjectives);
  const programs = readIf(files, chosen.programs, readPrograms);
  report.keep([...(objectives?.diagnostics ?? []), ...(programs?.diagnostics ?? [])]);
  const known = { processes, classes };
  return {
    solution: {
      name,
      classes,
      processes,
      channels,
      policy,
      assertions: linked.assertions,
      objectives: linkObjectives(objectives?.objectives ?? [], known, report.keep),
      automata: linkPrograms(programs?.programs ?? [], known, channels, report.keep),
    },
    discovered: { policy: root, init, includeRoots: library.includeRoots(), stubs: stubs() },
  };
};

/** Warnings that a strict load turns into errors: C-02, C-23, C-40 … C-45. */
const lenient: ReadonlySet<string> = new Set<LinkCode | YamlCode>([
  'INIT-003',
  'INIT-004',
  'PSL-003',
  'PSL-010',
  'PSL-021',
  'SOL-003',
  'EDL-001',
  'CDL-001',
  'CDL-002',
]);

const isSyntax = ({ code }: Diagnostic): boolean => code.startsWith('SYN-');

/**
 * What is told, in the order of places. Of a file that could not be read whole only that is told:
 * what follows from it would mislead.
 */
const tellable = (
  found: readonly Diagnostic[],
  { strict = false }: SolutionInput,
): readonly Diagnostic[] => {
  const unread = new Set(found.filter(isSyntax).map(({ at }) => at.file));
  const told = found.filter((one) => isSyntax(one) || !unread.has(one.at.file));
  return sortDiagnostics(
    told.map((one) => (strict && lenient.has(one.code) ? { ...one, severity: 'error' } : one)),
  );
};

/**
 * Loads a solution: discovers its files, reads them, links and checks all of it (CFG-1).
 *
 * Result: diagnostics in the order of their places, whatever the input; a solution only if none of
 *         them is an error (S12).
 */
export const load = (input: SolutionInput, catalogue: ModelCatalogue): Loaded => {
  const chosen = discover(input);
  const { policy } = chosen;
  if (policy === undefined || hasErrors(chosen.diagnostics)) {
    return {
      solution: undefined,
      diagnostics: chosen.diagnostics,
      discovered: { policy, init: chosen.init, includeRoots: [], stubs: [] },
    };
  }
  const report = makeReport();
  const { solution, discovered } = linkAll(input, { ...chosen, policy }, catalogue, report);
  const diagnostics = tellable(report.diagnostics(), input);
  return { solution: hasErrors(diagnostics) ? undefined : solution, diagnostics, discovered };
};
