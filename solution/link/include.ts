import type { ModelCatalogue } from '../catalogue.ts';
import type { SolutionFile, SolutionFiles } from '../files/solution-files.ts';
import { near } from '../nearest.ts';
import { isSdkPackage, misnamedPackages, sdkPackageNames } from '../sdk/names.ts';
import { parsePsl } from '../syntax/psl.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { PslDeclaration } from '../syntax/tree/psl.ts';
import { findPackage } from './find-package.ts';
import type { PackagePlaces } from './find-package.ts';
import type { Report } from './report.ts';

/** A policy with its includes in place: what is declared, and which SDK packages are used. */
export interface Included {
  readonly declarations: readonly PslDeclaration[];
  readonly packages: ReadonlySet<string>;
}

export interface IncludeInput extends PackagePlaces {
  /** Policy packages that the SDK's stubs hold. */
  readonly sdk: SolutionFiles;
  readonly catalogue: ModelCatalogue;
  readonly report: Report;
}

/** Packages of the SDK that declare no model, or whose models need no declaration. */
const builtIn = new Set(['nk.base', 'nk.basic']);

/** How deep packages may include one another. */
const deepest = 200;

class Includer {
  readonly #input: IncludeInput;
  readonly #models: ReadonlySet<string>;
  readonly #declarations: PslDeclaration[] = [];
  readonly #packages = new Set<string>();
  readonly #done = new Set<SolutionFile>();
  readonly #open: SolutionFile[] = [];

  constructor(input: IncludeInput) {
    this.#input = input;
    const ofModels = [...input.catalogue.values()].map((model) => model.package);
    this.#models = new Set([...ofModels, ...builtIn]);
  }

  /** Reads a file at its first use; its declarations stand where it was used (C-20). */
  read(file: SolutionFile): void {
    if (this.#done.has(file)) return;
    this.#done.add(file);
    this.#open.push(file);
    const { tree, diagnostics } = parsePsl(file.source());
    this.#input.report.keep([...file.diagnostics(), ...diagnostics]);
    for (const declaration of tree?.declarations ?? []) {
      if (declaration.kind === 'usePolicy') this.#use(declaration.name);
      else this.#declarations.push(declaration);
    }
    this.#open.pop();
  }

  /** Models are built in, whatever files there are; then come files; then the SDK's stubs (C-45). */
  #use(name: Name): void {
    if (this.#models.has(name.text)) {
      this.#packages.add(name.text);
      return;
    }
    const found = findPackage(this.#input, name.text);
    if (found !== undefined) this.#useFile(name, found.file, found.byTail);
    else this.#useStub(name);
  }

  #useFile(name: Name, file: SolutionFile, byTail: boolean): void {
    const { report } = this.#input;
    if (byTail) {
      const message = `"${name.text}" is read from ${file.file}: only the end of its name fits the path`;
      report.warning('SOL-007', name.at, message);
    }
    if (this.#open.includes(file)) {
      report.error('PSL-002', name.at, `"${name.text}" includes itself: ${this.#circle(file)}`);
    } else if (this.#open.length >= deepest) {
      const message = `packages include one another deeper than ${String(deepest)} levels`;
      report.error('PSL-002', name.at, message);
    } else this.read(file);
  }

  #useStub(name: Name): void {
    const { sdk, report } = this.#input;
    const stub = sdk.find(`${name.text.replaceAll('.', '/')}.psl`);
    const meant = misnamedPackages.get(name.text);
    if (stub !== undefined) this.read(stub);
    else if (isSdkPackage(name.text)) {
      this.#declarations.push({ kind: 'useClass', name, at: name.at });
    } else if (meant !== undefined) {
      this.#packages.add(meant);
      const message = `no SDK documents a package "${name.text}": "${meant}" is read for it`;
      report.warning('PSL-025', name.at, message);
    } else this.#missing(name);
  }

  #missing(name: Name): void {
    const { own, report } = this.#input;
    const files = own.all.filter(({ path }) => path.endsWith('.psl'));
    const names = files.map(({ path }) => path.slice(0, -'.psl'.length).replaceAll('/', '.'));
    const hint = near(name.text, [...this.#models, ...names, ...sdkPackageNames]);
    report.error('PSL-001', name.at, `there is no policy package "${name.text}"`, hint);
  }

  #circle(file: SolutionFile): string {
    const round = [...this.#open.slice(this.#open.indexOf(file)), file];
    return round.map((one) => one.file).join(' → ');
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
