import type { Diagnostic } from '../../model/diagnostic.ts';
import { findNearest } from '../nearest.ts';
import { startOf } from '../source.ts';
import type { FileCode } from './codes.ts';
import { baseOf, byNearness, compareNearness, directoryOf } from './path.ts';
import { isForeign } from './policies.ts';
import type { RootPolicy } from './policies.ts';
import type { SolutionFile, SolutionFiles } from './solution-files.ts';

/** What the user named, by path. */
export interface Choice {
  readonly policy?: string;
  readonly init?: string;
}

/** The files that make a solution, chosen from all that are there. */
export interface Chosen {
  readonly kind: 'chosen';
  readonly policy: SolutionFile;
  readonly init: SolutionFile | undefined;
  readonly objectives: SolutionFile | undefined;
  readonly programs: SolutionFile | undefined;
  /** Does a file belong to another solution? */
  readonly isForeign: (path: string) => boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** No choice could be made; the diagnostics say why, the last names what there is. */
export interface NotChosen {
  readonly kind: 'notChosen';
  readonly diagnostics: readonly Diagnostic[];
}

const told = (
  code: FileCode,
  severity: Diagnostic['severity'],
  file: string,
  message: string,
  hint?: string,
): Diagnostic => ({
  code,
  severity,
  at: startOf(file),
  message,
  ...(hint === undefined ? {} : { hint }),
});

const refused = (code: FileCode, file: string, message: string, hint?: string): NotChosen => ({
  kind: 'notChosen',
  diagnostics: [told(code, 'error', file, message, hint)],
});

/** How many candidates a message lists. */
const mostListed = 40;

const listed = (files: readonly SolutionFile[]): string => {
  const names = files.slice(0, mostListed).map(({ file }) => file);
  const more = files.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

const ambiguous = (policies: readonly SolutionFile[]): NotChosen =>
  refused(
    'SOL-002',
    '.',
    `several policies were found: ${listed(policies)}`,
    '--policy chooses one; "refmon check" takes a directory of many',
  );

const notThere = ({ all }: SolutionFiles, path: string): NotChosen => {
  const nearest = findNearest(
    path,
    all.map(({ file }) => file),
  );
  const hint = nearest === undefined ? undefined : `did you mean "${nearest}"?`;
  return refused('SOL-004', path, `there is no file "${path}"`, hint);
};

const choosePolicy = (
  files: SolutionFiles,
  roots: readonly RootPolicy[],
  { policy }: Choice,
): SolutionFile | NotChosen => {
  if (policy !== undefined) {
    return files.find(policy) ?? notThere(files, policy);
  }
  const [first, ...rest] = roots;
  if (first === undefined) {
    const hint = 'a solution has a security.psl; --policy names another';
    return refused('SOL-001', '.', 'no policy was found here', hint);
  }
  return rest.length === 0 ? first.policy : ambiguous(roots.map((root) => root.policy));
};

/** Files named so, else those that hold a list of processes all the same. */
const inits = (
  { all }: SolutionFiles,
  foreign: (path: string) => boolean,
): readonly SolutionFile[] => {
  const yaml = all.filter(({ path }) => /\.ya?ml$/.test(path) && !foreign(path));
  const named = yaml.filter(({ path }) => /^init\.ya?ml$/.test(baseOf(path)));
  return named.length > 0 ? named : yaml.filter(({ text }) => /^entities[ \t]*:/m.test(text));
};

interface FoundInit {
  readonly init: SolutionFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The init description nearest to the policy that is at home in no other solution. */
const findInit = (
  files: SolutionFiles,
  policy: SolutionFile,
  foreign: (path: string) => boolean,
): FoundInit => {
  const near = byNearness(policy.path);
  const [init, ...rest] = [...inits(files, foreign)].sort((left, right) =>
    near(left.path, right.path),
  );
  if (init === undefined) return { init, diagnostics: [] };
  const equal = rest.filter(({ path }) => compareNearness(policy.path, init.path, path) === 0);
  if (equal.length === 0) return { init, diagnostics: [] };
  const message = `${listed(equal)} is as near to the policy; this file counts`;
  return {
    init,
    diagnostics: [told('SOL-008', 'warning', init.file, message, '--init chooses another')],
  };
};

/** A file beside the init description, else beside the policy. */
const beside = (
  files: SolutionFiles,
  name: string,
  places: readonly (SolutionFile | undefined)[],
): SolutionFile | undefined => {
  for (const place of places) {
    if (place === undefined) continue;
    const directory = directoryOf(place.path);
    const found = files.find(directory === '' ? name : `${directory}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Says of each file that counts that its template does not. */
const shadowTold = (
  { shadowed }: SolutionFiles,
  used: readonly (SolutionFile | undefined)[],
): readonly Diagnostic[] =>
  [...shadowed].flatMap(([template, made]) => {
    if (!used.includes(made)) return [];
    const message = `this file counts, and not the template ${template.file} beside it`;
    const hint = `remove it, or name the template with --policy or --init`;
    return [told('SOL-006', 'info', made.file, message, hint)];
  });

/** Chooses the root policy and what belongs to it; several candidates are a fault that lists them. */
export const discover = (
  files: SolutionFiles,
  roots: readonly RootPolicy[],
  choice: Choice,
): Chosen | NotChosen => {
  const policy = choosePolicy(files, roots, choice);
  if ('kind' in policy) return policy;
  if (choice.init !== undefined && files.find(choice.init) === undefined) {
    return notThere(files, choice.init);
  }
  const foreign = isForeign(policy, roots);
  const { init, diagnostics } =
    choice.init === undefined
      ? findInit(files, policy, foreign)
      : { init: files.find(choice.init), diagnostics: [] };
  return {
    kind: 'chosen',
    policy,
    init,
    objectives: beside(files, 'objectives.yaml', [init, policy]),
    programs: beside(files, 'programs.yaml', [init, policy]),
    isForeign: foreign,
    diagnostics: [...diagnostics, ...shadowTold(files, [policy, init])],
  };
};

/** One thing to load of a directory of many: a policy, or what hinders the choice of one. */
export type Member =
  | { readonly kind: 'solution'; readonly name: string; readonly policy: string }
  | { readonly kind: 'rivals'; readonly name: string; readonly diagnostics: readonly Diagnostic[] };

/**
 * The solutions of a directory: one for each root policy that is alone in its own directory. Root
 * policies side by side are variants of one solution, and one must be chosen.
 */
export const solutionsIn = (roots: readonly RootPolicy[]): readonly Member[] => {
  const seen = new Set<string>();
  return roots.flatMap(({ policy, home, rivals }): readonly Member[] => {
    const name = home === '' ? '.' : home;
    if (rivals.length === 0) return [{ kind: 'solution', name, policy: policy.file }];
    if (seen.has(home)) return [];
    seen.add(home);
    const { diagnostics } = ambiguous([policy, ...rivals]);
    return [{ kind: 'rivals', name, diagnostics }];
  });
};
