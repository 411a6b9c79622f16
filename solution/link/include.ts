import type { ModelCatalogue } from '../catalogue.ts';
import { hintNearest } from '../nearest.ts';
import { parsePsl } from '../syntax/psl.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { PslDeclaration } from '../syntax/tree/psl.ts';
import type { Report } from './report.ts';

/** A policy with its includes in place: what is declared, and which SDK packages are used. */
export interface Included {
  readonly declarations: readonly PslDeclaration[];
  readonly packages: ReadonlySet<string>;
}

export interface IncludeInput {
  readonly root: string;
  readonly files: ReadonlyMap<string, string>;
  readonly includeRoots: readonly string[];
  readonly catalogue: ModelCatalogue;
  readonly report: Report;
}

/** SDK packages that bring nothing but the class of a program, or nothing at all. */
const emptyPackages = new Set(['nk.base', 'nk.basic']);

const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const joined = (directory: string, path: string): string =>
  directory === '' || directory === '.' ? path : `${directory}/${path}`;

/** The file of a package: below the root policy, below an include root, or at the end of a path. */
const findFile = (
  { root, files, includeRoots }: IncludeInput,
  name: string,
): string | undefined => {
  const path = `${name.replaceAll('.', '/')}.psl`;
  const exact = [directoryOf(root), ...includeRoots]
    .map((directory) => joined(directory, path))
    .find((candidate) => files.has(candidate));
  return exact ?? [...files.keys()].sort().find((candidate) => candidate.endsWith(`/${path}`));
};

class Includer {
  readonly #input: IncludeInput;
  readonly #sdk: ReadonlySet<string>;
  readonly #declarations: PslDeclaration[] = [];
  readonly #packages = new Set<string>();
  readonly #done = new Set<string>();
  readonly #open: string[] = [];

  constructor(input: IncludeInput) {
    this.#input = input;
    const ofModels = [...input.catalogue.values()].map((model) => model.package);
    this.#sdk = new Set([...ofModels, ...emptyPackages]);
  }

  /** Reads a file at its first use; its declarations stand where it was used (C-20). */
  read(file: string): void {
    if (this.#done.has(file)) return;
    this.#done.add(file);
    this.#open.push(file);
    const { tree, diagnostics } = parsePsl({ file, text: this.#input.files.get(file) ?? '' });
    this.#input.report.keep(diagnostics);
    for (const declaration of tree?.declarations ?? []) {
      if (declaration.kind === 'usePolicy') this.#use(declaration.name);
      else this.#declarations.push(declaration);
    }
    this.#open.pop();
  }

  #use(name: Name): void {
    const { files, report } = this.#input;
    const file = findFile(this.#input, name.text);
    if (file !== undefined && this.#open.includes(file)) {
      report.error('PSL-002', name.at, `"${name.text}" includes itself: ${this.#circle(file)}`);
    } else if (file !== undefined) {
      this.read(file);
    } else if (this.#sdk.has(name.text)) {
      this.#packages.add(name.text);
    } else {
      const own = [...files.keys()].filter((path) => path.endsWith('.psl'));
      const names = own.map((path) => path.slice(0, -'.psl'.length).replaceAll('/', '.'));
      const hint = hintNearest(name.text, [...this.#sdk, ...names]);
      report.error('PSL-001', name.at, `there is no policy package "${name.text}"`, hint);
    }
  }

  #circle(file: string): string {
    return [...this.#open.slice(this.#open.indexOf(file)), file].join(' → ');
  }

  result(): Included {
    return { declarations: this.#declarations, packages: this.#packages };
  }
}

/** Reads the root policy and all that it uses, in textual order. */
export const include = (input: IncludeInput): Included => {
  const includer = new Includer(input);
  includer.read(input.root);
  return includer.result();
};
