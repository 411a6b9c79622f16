import { hasErrors } from '../../model/diagnostic.ts';
import { byNearness } from '../files/path.ts';
import type { SolutionFiles } from '../files/solution-files.ts';
import { startOf } from '../source.ts';
import { parseComponent } from '../syntax/component.ts';
import { parseIdl } from '../syntax/idl.ts';
import type { ComponentFile } from '../syntax/tree/component.ts';
import type { IdlFile } from '../syntax/tree/idl.ts';
import type { Report } from './report.ts';
import { findRoot, makeShelf } from './shelf.ts';
import type { Candidate, Language, Shelf } from './shelf.ts';

/** A declaration that was found; `origin` tells the author's own files from the SDK's stubs. */
export interface Found<Tree> {
  /** Absent where the file could not be read; what is wrong has been told. */
  readonly tree: Tree | undefined;
  readonly origin: 'given' | 'stub';
}

/** The declarations that a solution may use, found by their names (C-40). */
export interface Library {
  readonly findInterface: (name: string) => Found<IdlFile> | undefined;
  readonly findComponent: (name: string) => Found<ComponentFile> | undefined;
  readonly findClass: (name: string) => Found<ComponentFile> | undefined;
  readonly names: (language: Language) => readonly string[];
  /** Directories from which the dotted names of the files used equal their paths. */
  readonly includeRoots: () => readonly string[];
}

/** The declarations of one set of files, by language. */
export interface Shelves {
  readonly idl: Shelf<IdlFile>;
  readonly cdl: Shelf<ComponentFile>;
  readonly edl: Shelf<ComponentFile>;
}

export const makeShelves = (files: SolutionFiles): Shelves => {
  const nameOf = ({ name }: ComponentFile): string => name.text;
  return {
    idl: makeShelf({
      files,
      language: 'idl',
      parse: parseIdl,
      nameOf: (tree) => tree.package.text,
    }),
    cdl: makeShelf({
      files,
      language: 'cdl',
      parse: (source) => parseComponent(source, 'cdl'),
      nameOf,
    }),
    edl: makeShelf({
      files,
      language: 'edl',
      parse: (source) => parseComponent(source, 'edl'),
      nameOf,
    }),
  };
};

/** Where declarations are looked for, in the order of their precedence. */
export interface LibraryInput {
  /** What `-I` names: a file at its dotted path there comes before all others. */
  readonly given: readonly Shelves[];
  readonly own: Shelves;
  /** The SDK's stubs: they come last. */
  readonly sdk: Shelves;
  /** The path of the root policy: the nearest file counts. */
  readonly policy: string;
  readonly isForeign: (path: string) => boolean;
  readonly report: Report;
}

class Finder<Tree> {
  readonly #language: Language;
  readonly #input: LibraryInput;
  readonly #shelfOf: (shelves: Shelves) => Shelf<Tree>;
  readonly #roots: Set<string>;
  readonly #found = new Map<string, Found<Tree> | undefined>();

  constructor(
    language: Language,
    input: LibraryInput,
    shelfOf: (shelves: Shelves) => Shelf<Tree>,
    roots: Set<string>,
  ) {
    this.#language = language;
    this.#input = input;
    this.#shelfOf = shelfOf;
    this.#roots = roots;
  }

  find(name: string): Found<Tree> | undefined {
    if (!this.#found.has(name)) this.#found.set(name, this.#choose(name));
    return this.#found.get(name);
  }

  names(): readonly string[] {
    const { given, own, sdk } = this.#input;
    return [own, ...given, sdk].flatMap((shelves) => this.#shelfOf(shelves).names());
  }

  #choose(name: string): Found<Tree> | undefined {
    const { given, own, sdk, report } = this.#input;
    const shelves = given.map(this.#shelfOf);
    const first =
      shelves.map((shelf) => shelf.findAtPath(name)).find((one) => one !== undefined) ??
      this.#nearest(name, this.#shelfOf(own)) ??
      shelves.flatMap((shelf) => shelf.candidates(name))[0];
    const stub = this.#shelfOf(sdk).candidates(name)[0];
    const chosen = first ?? stub;
    if (chosen === undefined) return this.#byPath(name);
    report.keep([...chosen.file.diagnostics(), ...chosen.parsed.diagnostics]);
    return { tree: chosen.parsed.tree, origin: first === undefined ? 'stub' : 'given' };
  }

  /**
   * A file at the dotted path that declares another name: the one that it is asked for by counts. Of
   * an EDL that is how it is documented; of the others it is told. One that cannot be read has told so.
   */
  #byPath(name: string): Found<Tree> | undefined {
    const { given, own, report, isForeign, policy } = this.#input;
    const near = byNearness(policy);
    const ofOwn = this.#shelfOf(own)
      .atPath(name)
      .filter(({ file }) => !isForeign(file.path))
      .sort((left, right) => near(left.file.path, right.file.path));
    const found = given.flatMap((shelves) => this.#shelfOf(shelves).atPath(name))[0] ?? ofOwn[0];
    if (found === undefined) return undefined;
    report.keep([...found.file.diagnostics(), ...found.parsed.diagnostics]);
    const { tree, diagnostics } = found.parsed;
    if (hasErrors(diagnostics)) return { tree: undefined, origin: 'given' };
    if (this.#language !== 'edl') {
      const message = `the path says "${name}", and the file declares another name: the path counts`;
      report.warning('SOL-009', startOf(found.file.file), message);
    }
    return { tree, origin: 'given' };
  }

  /** At its dotted path before elsewhere, the nearest to the policy first; others are told of. */
  #nearest(name: string, shelf: Shelf<Tree>): Candidate<Tree> | undefined {
    const { policy, isForeign, report } = this.#input;
    const all = shelf.candidates(name);
    const home = all.filter(({ file }) => !isForeign(file.path));
    const near = byNearness(policy);
    const isAway = ({ file }: Candidate<Tree>): number =>
      Number(findRoot(file.path, name, this.#language) === undefined);
    const ranked = [...(home.length > 0 ? home : all)].sort(
      (left, right) => isAway(left) - isAway(right) || near(left.file.path, right.file.path),
    );
    const [first] = ranked;
    if (first === undefined) return undefined;
    const other = ranked.find(({ file }) => file.text !== first.file.text);
    if (other !== undefined) {
      const message = `"${name}" is declared here and, otherwise, in ${other.file.file}: this file counts`;
      report.warning('SOL-003', startOf(first.file.file), message, {
        related: [{ at: startOf(other.file.file), message: 'this one does not count' }],
      });
    }
    const root = findRoot(first.file.path, name, this.#language);
    if (root !== undefined) this.#roots.add(root);
    return first;
  }
}

export const makeLibrary = (input: LibraryInput): Library => {
  const roots = new Set<string>();
  const interfaces = new Finder('idl', input, ({ idl }) => idl, roots);
  const components = new Finder('cdl', input, ({ cdl }) => cdl, roots);
  const classes = new Finder('edl', input, ({ edl }) => edl, roots);
  const finders = { idl: interfaces, cdl: components, edl: classes } as const;
  return {
    findInterface: (name) => interfaces.find(name),
    findComponent: (name) => components.find(name),
    findClass: (name) => classes.find(name),
    names: (language) => finders[language].names(),
    includeRoots: () => [...roots].sort(),
  };
};
