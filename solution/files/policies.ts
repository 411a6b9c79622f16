import { byText } from '../../model/by-text.ts';
import { baseOf, directoryOf, isBelow } from './path.ts';
import type { SolutionFile, SolutionFiles } from './solution-files.ts';

/**
 * A root policy, and the solution that lies around it.
 *
 * Shape: `home` is the largest directory around the policy that has no other root policy in it;
 *        `rivals` are other root policies in the very directory of this one.
 */
export interface RootPolicy {
  readonly policy: SolutionFile;
  readonly home: string;
  readonly rivals: readonly SolutionFile[];
}

const rootNames = new Set(['security.psl', 'policy.psl']);

/** Names of packages in `use` lines; comments may name more, which does no harm here. */
const usedPackages = (files: readonly SolutionFile[]): ReadonlySet<string> => {
  const used = new Set<string>();
  for (const { text } of files) {
    for (const [, name = ''] of text.matchAll(/\buse[ \t]+([A-Za-z0-9_.]+)\._/g)) used.add(name);
  }
  return used;
};

/** Every dotted name that could mean a path: `a/b/c.psl` is a.b.c, b.c and c. */
const isUsed = ({ path }: SolutionFile, used: ReadonlySet<string>): boolean => {
  const parts = path.slice(0, -'.psl'.length).split('/');
  return parts.some((_, index) => used.has(parts.slice(index).join('.')));
};

/** Kinds of candidates, surest first: by name, by `execute:`, and whatever no policy includes. */
const tiersOf = (files: SolutionFiles): readonly (readonly SolutionFile[])[] => {
  const policies = files.all.filter(({ path }) => path.endsWith('.psl'));
  const used = usedPackages(policies);
  const roots = policies.filter((file) => !isUsed(file, used));
  const isNamed = ({ path }: SolutionFile): boolean => rootNames.has(baseOf(path));
  const named = roots.filter(isNamed);
  const main = policies.filter(({ path }) => baseOf(path) === 'security.psl');
  const starting = roots.filter(({ text }) => /^[ \t]*execute[ \t]*:/m.test(text));
  // A variant may include the root policy itself: then the usual name says which is meant.
  return [[...named, ...main.filter((file) => !named.includes(file))], starting, roots];
};

const parentOf = (directory: string): string | undefined =>
  directory === '' ? undefined : directoryOf(directory);

/** The largest directory around a file in which no other of the files lies. */
const homeOf = (file: SolutionFile, others: readonly SolutionFile[]): string => {
  let home = directoryOf(file.path);
  for (let up = parentOf(home); up !== undefined; up = parentOf(up)) {
    const parent = up;
    if (others.some(({ path }) => isBelow(path, parent))) break;
    home = parent;
  }
  return home;
};

const withHomes = (policies: readonly SolutionFile[]): readonly RootPolicy[] =>
  policies.map((policy) => {
    const others = policies.filter((other) => other !== policy);
    const directory = directoryOf(policy.path);
    return {
      policy,
      home: homeOf(policy, others),
      rivals: others.filter(({ path }) => directoryOf(path) === directory),
    };
  });

/**
 * The root policies among files. A less sure candidate counts only where no surer one is at home.
 *
 * Source: C-40; spec/formats/solution.md.
 */
export const rootPolicies = (files: SolutionFiles): readonly RootPolicy[] => {
  let found: readonly RootPolicy[] = [];
  for (const tier of tiersOf(files)) {
    const homes = found.map(({ home }) => home);
    const more = tier.filter(({ path }) => !homes.some((home) => isBelow(path, home)));
    if (more.length > 0) found = withHomes([...found.map(({ policy }) => policy), ...more]);
  }
  return [...found].sort((left, right) => byText(left.policy.path, right.policy.path));
};

/** Is a file at home in another solution than the one of this policy? A home around ours is shared. */
export const isForeign = (
  policy: SolutionFile,
  roots: readonly RootPolicy[],
): ((path: string) => boolean) => {
  const own = roots.find((root) => root.policy === policy)?.home ?? directoryOf(policy.path);
  const others = roots
    .map(({ home }) => home)
    .filter((home) => home !== own && !isBelow(own, home));
  return (path) => others.some((home) => isBelow(path, home));
};
