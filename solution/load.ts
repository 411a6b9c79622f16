import { hasErrors } from '../model/diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ModelCatalogue } from './catalogue.ts';
import { discover, solutionsIn } from './files/discover.ts';
import type { Chosen } from './files/discover.ts';
import { rootPolicies } from './files/policies.ts';
import type { RootPolicy } from './files/policies.ts';
import { makeFiles } from './files/solution-files.ts';
import type { SolutionFile, SolutionFiles } from './files/solution-files.ts';
import { checkAssertions } from './link/check-pal.ts';
import { checkStart } from './link/check-start.ts';
import { include } from './link/include.ts';
import { makeLibrary, makeShelves } from './link/library.ts';
import type { Shelves } from './link/library.ts';
import { linkPolicy } from './link/policy.ts';
import { linkProcesses } from './link/processes.ts';
import { makeReport } from './link/report.ts';
import type { Report } from './link/report.ts';
import { sdkFiles } from './sdk/embedded.ts';
import { sdkDirectory } from './sdk/is-sdk-file.ts';
import type { Solution } from './solution.ts';
import { startOf } from './source.ts';
import type { Source } from './source.ts';
import { tellable } from './tellable.ts';
import { readInit } from './yaml/init.ts';
import { linkObjectives } from './yaml/link-objectives.ts';
import { linkPrograms } from './yaml/link-programs.ts';
import { readObjectives } from './yaml/objectives.ts';
import { readPrograms } from './yaml/programs.ts';

/** A directory that `-I` names: a real SDK, most often. */
export interface IncludeRoot {
  /** As people read it, before the paths of its files. */
  readonly directory: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The texts of a solution by path, relative and with `/`, and what the user chose. */
export interface SolutionInput {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly policy?: string;
  readonly init?: string;
  readonly include?: readonly IncludeRoot[];
  /** `-D NAME=VALUE`: what templates put for a name. */
  readonly definitions?: ReadonlyMap<string, string>;
  /** The warnings of lenient readings are errors (C-47). */
  readonly strict?: boolean;
}

/** Every text that a load rests on, by path; definitions stand under `-D`. */
export const inputTexts = ({
  files,
  include = [],
  definitions = noDefinitions,
}: SolutionInput): ReadonlyMap<string, string> =>
  new Map([
    ...include.flatMap(({ directory, files: texts }) =>
      [...texts].map(([path, text]) => [`${directory}/${path}`, text] as const),
    ),
    ...files,
    ...[...definitions].map(([name, value]) => [`-D ${name}`, value] as const),
  ]);

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
  readonly name: string;
  readonly solution: Solution | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly discovered: Discovered;
}

/** The files that loads share, read once. */
interface Workspace {
  readonly input: SolutionInput;
  readonly files: SolutionFiles;
  readonly roots: readonly RootPolicy[];
  readonly own: Shelves;
  readonly given: readonly { readonly files: SolutionFiles; readonly shelves: Shelves }[];
}

const noDefinitions: ReadonlyMap<string, string> = new Map();

const sdk = makeFiles(sdkFiles, noDefinitions, sdkDirectory);
const sdkShelves = makeShelves(sdk);

const workspaceOf = (input: SolutionInput): Workspace => {
  const definitions = input.definitions ?? noDefinitions;
  const files = makeFiles(input.files, definitions);
  const given = (input.include ?? []).map((root) => {
    const made = makeFiles(root.files, definitions, `${root.directory}/`);
    return { files: made, shelves: makeShelves(made) };
  });
  return { input, files, roots: rootPolicies(files), own: makeShelves(files), given };
};

/** A file that was found is read, through its templates. */
const readIf = <Read>(
  file: SolutionFile | undefined,
  report: Report,
  read: (source: Source) => Read,
): Read | undefined => {
  if (file === undefined) return undefined;
  report.keep(file.diagnostics());
  return read(file.source());
};

const linkAll = (
  { input, files, own, given }: Workspace,
  chosen: Chosen,
  catalogue: ModelCatalogue,
  report: Report,
): { readonly solution: Solution; readonly discovered: Discovered } => {
  const { policy: root, isForeign } = chosen;
  const library = makeLibrary({
    given: given.map(({ shelves }) => shelves),
    own,
    sdk: sdkShelves,
    policy: root.path,
    isForeign,
    report,
  });
  const places = { given: given.map((one) => one.files), own: files, root, isForeign };
  const included = include({ ...places, sdk, catalogue, report });
  const linked = linkPolicy({ root: root.file, included, library, catalogue, report });
  const { classes, policy, scope, stubs } = linked;
  const entries = readIf(chosen.init, report, readInit);
  if (entries === undefined) {
    const message = 'no init.yaml was found: the solution has no processes';
    report.warning('SOL-005', startOf(root.file), message);
  }
  report.keep(entries?.diagnostics ?? []);
  const { processes, channels } = linkProcesses(entries?.entries ?? [], classes, report);
  checkStart({
    policy: root.file,
    executeInterface: policy.executeInterface,
    paths: linked.paths,
    classes,
    processes,
    channels,
    report,
  });
  checkAssertions(scope, processes, linked.assertions);
  const objectives = readIf(chosen.objectives, report, readObjectives);
  const programs = readIf(chosen.programs, report, readPrograms);
  report.keep([...(objectives?.diagnostics ?? []), ...(programs?.diagnostics ?? [])]);
  const known = { processes, classes, executeInterface: policy.executeInterface };
  return {
    solution: {
      name: input.name,
      classes,
      processes,
      channels,
      policy,
      assertions: linked.assertions,
      objectives: linkObjectives(objectives?.objectives ?? [], known, report.keep),
      automata: linkPrograms('program', programs?.programs ?? [], known, channels, report.keep),
      contracts: linkPrograms('contract', programs?.contracts ?? [], known, channels, report.keep),
    },
    discovered: {
      policy: root.file,
      init: chosen.init?.file,
      includeRoots: [
        ...(input.include ?? []).map(({ directory }) => directory),
        ...library.includeRoots(),
      ],
      stubs: stubs(),
    },
  };
};

const notLoaded = (name: string, diagnostics: readonly Diagnostic[]): Loaded => ({
  name,
  solution: undefined,
  diagnostics,
  discovered: { policy: undefined, init: undefined, includeRoots: [], stubs: [] },
});

const loadOne = (workspace: Workspace, catalogue: ModelCatalogue): Loaded => {
  const { input, files, roots } = workspace;
  const chosen = discover(files, roots, input);
  if (chosen.kind === 'notChosen') return notLoaded(input.name, chosen.diagnostics);
  const report = makeReport();
  report.keep(chosen.diagnostics);
  const { solution, discovered } = linkAll(workspace, chosen, catalogue, report);
  const diagnostics = tellable(report.diagnostics(), input.strict === true ? 'strict' : 'lenient');
  return {
    name: input.name,
    solution: hasErrors(diagnostics) ? undefined : solution,
    diagnostics,
    discovered,
  };
};

/**
 * Loads a solution: discovers its files, reads them, links and checks all of it (CFG-1).
 *
 * Result: diagnostics in the order of their places, whatever the input; a solution only if none of
 *         them is an error (S12).
 */
export const load = (input: SolutionInput, catalogue: ModelCatalogue): Loaded =>
  loadOne(workspaceOf(input), catalogue);

/**
 * Loads every solution of a directory: one for each root policy that is alone in its directory.
 *
 * Result: one entry for a directory of one solution, or where the input chooses a policy.
 */
export const loadAll = (input: SolutionInput, catalogue: ModelCatalogue): readonly Loaded[] => {
  const workspace = workspaceOf(input);
  const members = input.policy === undefined ? solutionsIn(workspace.roots) : [];
  if (members.length <= 1) return [loadOne(workspace, catalogue)];
  return members.map((member) => {
    const { name } = member;
    if (member.kind === 'rivals') return notLoaded(name, member.diagnostics);
    const one = { ...workspace, input: { ...input, name, policy: member.policy } };
    return loadOne(one, catalogue);
  });
};
