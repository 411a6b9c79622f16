import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinkCode } from '../link/codes.ts';
import { startOf } from '../source.ts';

/** The files that make a solution, chosen from all that are there. */
export interface Chosen {
  readonly policy: string | undefined;
  readonly init: string | undefined;
  readonly objectives: string | undefined;
  readonly programs: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** All files by path, and what the user named. */
export interface DiscoverInput {
  readonly files: ReadonlyMap<string, string>;
  readonly policy?: string;
  readonly init?: string;
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const fault = (code: LinkCode, file: string, message: string, hint?: string): Diagnostic => ({
  code,
  severity: 'error',
  at: startOf(file),
  message,
  ...(hint === undefined ? {} : { hint }),
});

/** Words that name a package in a `use` line; comments may name more, which does no harm here. */
const usedPackages = (texts: Iterable<string>): ReadonlySet<string> => {
  const used = new Set<string>();
  for (const text of texts) {
    for (const [, name] of text.matchAll(/\buse\s+([A-Za-z0-9_.]+)\._/g)) used.add(name ?? '');
  }
  return used;
};

const isUsed = (path: string, used: ReadonlySet<string>): boolean => {
  const dotted = path.slice(0, -'.psl'.length).replaceAll('/', '.');
  return [...used].some((name) => dotted === name || dotted.endsWith(`.${name}`));
};

/** Root policies, best first: by name, then with `execute:`, then those that nothing includes. */
const policiesOf = (files: ReadonlyMap<string, string>): readonly string[] => {
  const paths = [...files.keys()].filter((path) => path.endsWith('.psl')).sort();
  const named = ['security.psl', 'policy.psl']
    .map((name) => paths.filter((path) => baseOf(path) === name))
    .find((found) => found.length > 0);
  if (named !== undefined) return named;
  const starting = paths.filter((path) => /^\s*execute\s*:/m.test(files.get(path) ?? ''));
  if (starting.length > 0) return starting;
  const used = usedPackages(paths.map((path) => files.get(path) ?? ''));
  return paths.filter((path) => !isUsed(path, used));
};

const templateHint = (files: ReadonlyMap<string, string>): string | undefined => {
  const template = [...files.keys()].find((path) => path.endsWith('.psl.in'));
  return template === undefined
    ? undefined
    : `${template} is a template: expand it first, templates are not read`;
};

const choosePolicy = ({ files, policy }: DiscoverInput): string | Diagnostic => {
  if (policy !== undefined) {
    if (files.has(policy)) return policy;
    return fault('SOL-004', policy, `there is no file "${policy}"`);
  }
  const [first, ...rest] = policiesOf(files);
  if (first === undefined) {
    const hint = templateHint(files) ?? 'a solution has a security.psl; --policy names another';
    return fault('SOL-001', '.', 'no policy was found here', hint);
  }
  if (rest.length === 0) return first;
  const list = [first, ...rest].join(', ');
  return fault('SOL-002', '.', `several policies were found: ${list}`, '--policy chooses one');
};

const shared = (left: string, right: string): number => {
  const [from, to] = [directoryOf(left).split('/'), directoryOf(right).split('/')];
  const differs = from.findIndex((part, index) => part !== to[index]);
  return differs < 0 ? from.length : differs;
};

/** The init description nearest to the policy. */
const findInit = (files: ReadonlyMap<string, string>, policy: string): string | undefined =>
  [...files.keys()]
    .filter((path) => baseOf(path) === 'init.yaml')
    .sort(
      (left, right) =>
        shared(policy, right) - shared(policy, left) ||
        left.length - right.length ||
        Number(left > right) - Number(left < right),
    )[0];

/** A file beside the init description, else beside the policy. */
const beside = (
  files: ReadonlyMap<string, string>,
  name: string,
  places: readonly (string | undefined)[],
): string | undefined =>
  places
    .filter((place) => place !== undefined)
    .map((place) => (directoryOf(place) === '' ? name : `${directoryOf(place)}/${name}`))
    .find((path) => files.has(path));

/** Chooses the root policy and what belongs to it; several candidates are a fault that lists them. */
export const discover = (input: DiscoverInput): Chosen => {
  const { files } = input;
  const policy = choosePolicy(input);
  const none = { policy: undefined, init: undefined, objectives: undefined, programs: undefined };
  if (typeof policy !== 'string') return { ...none, diagnostics: [policy] };
  if (input.init !== undefined && !files.has(input.init)) {
    const missing = fault('SOL-004', input.init, `there is no file "${input.init}"`);
    return { ...none, policy, diagnostics: [missing] };
  }
  const init = input.init ?? findInit(files, policy);
  return {
    policy,
    init,
    objectives: beside(files, 'objectives.yaml', [init, policy]),
    programs: beside(files, 'programs.yaml', [init, policy]),
    diagnostics: [],
  };
};
