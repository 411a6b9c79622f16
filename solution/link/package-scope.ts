import type { Report } from './report.ts';
import type { Library } from './library.ts';
import { near } from '../nearest.ts';
import { isSdkDeclaration } from '../sdk/names.ts';
import { declaredHere, reportTwice } from '../twice.ts';
import type { IdlDeclaration, IdlFile } from '../syntax/tree/idl.ts';
import type { Name } from '../syntax/tree/name.ts';

/** A declaration and the package that it stands in. */
export interface Declared {
  readonly package: PackageScope;
  readonly declaration: IdlDeclaration;
}

/**
 * What the names of a package mean: its own declarations, then those that it imports.
 *
 * Shape: `open` where an imported package is not there (C-45): names may be unknown without fault.
 */
export interface PackageScope {
  readonly file: IdlFile;
  readonly origin: 'given' | 'stub';
  readonly names: ReadonlyMap<string, Declared>;
  readonly open: boolean;
}

/** Makes the scope of a package at its first use. */
export interface PackageScopes {
  readonly scopeOf: (file: IdlFile, origin: 'given' | 'stub') => PackageScope;
}

/** How deep packages may import one another. */
const deepest = 200;

/** Two packages may declare one name if they say the same in the same words. */
const isSame = (left: IdlDeclaration, right: IdlDeclaration): boolean =>
  JSON.stringify(withoutPlaces(left)) === JSON.stringify(withoutPlaces(right));

const withoutPlaces = (part: unknown): unknown => {
  if (typeof part === 'bigint') return String(part);
  if (Array.isArray(part)) return part.map(withoutPlaces);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) =>
      key === 'at' ? [] : [[key, withoutPlaces(value)]],
    ),
  );
};

class Maker implements PackageScopes {
  readonly #library: Library;
  readonly #report: Report;
  readonly #scopes = new Map<string, PackageScope | 'open'>();
  readonly #stubs: Set<string>;
  #depth = 0;

  constructor(library: Library, report: Report, stubs: Set<string>) {
    this.#library = library;
    this.#report = report;
    this.#stubs = stubs;
  }

  scopeOf = (file: IdlFile, origin: 'given' | 'stub'): PackageScope => {
    const known = this.#scopes.get(file.file);
    if (known !== undefined && known !== 'open') return known;
    this.#scopes.set(file.file, 'open');
    this.#depth += 1;
    const names = new Map<string, Declared>();
    let open = false;
    for (const name of file.imports) {
      const imported = this.#import(name);
      if (imported === 'missing') open = true;
      else if (imported !== undefined) {
        open ||= imported.open;
        this.#take(names, imported, name);
      }
    }
    const scope: PackageScope = { file, origin, names, open };
    this.#declareOwn(names, scope);
    this.#depth -= 1;
    this.#scopes.set(file.file, scope);
    return scope;
  };

  #import(name: Name): PackageScope | 'missing' | undefined {
    const found = this.#library.findInterface(name.text);
    if (found === undefined) {
      this.#stubs.add(name.text);
      if (isSdkDeclaration(name.text)) return 'missing';
      const hint = near(name.text, this.#library.names('idl'));
      const message = `there is no package "${name.text}": its types are not modelled`;
      this.#report.warning('IDL-005', name.at, message, hint);
      return 'missing';
    }
    if (found.tree === undefined) return 'missing';
    const isOpen = this.#scopes.get(found.tree.file) === 'open';
    if (isOpen || this.#depth >= deepest) {
      const why = isOpen
        ? `"${name.text}" imports itself: ${this.#circle(found.tree)}`
        : `packages import one another deeper than ${String(deepest)} levels`;
      this.#report.error('IDL-006', name.at, why);
      return undefined;
    }
    return this.scopeOf(found.tree, found.origin);
  }

  #circle(file: IdlFile): string {
    const open = [...this.#scopes].flatMap(([path, scope]) => (scope === 'open' ? [path] : []));
    return [...open.slice(open.indexOf(file.file)), file.file].join(' → ');
  }

  /** Names that are imported: two packages must not mean different things by one. */
  #take(names: Map<string, Declared>, imported: PackageScope, at: Name): void {
    for (const [name, declared] of imported.names) {
      const before = names.get(name);
      if (before === undefined) names.set(name, declared);
      else this.#clash(before, declared, at);
    }
  }

  #clash(before: Declared, declared: Declared, at: Name): void {
    if (before.package === declared.package) return;
    if (isSame(before.declaration, declared.declaration)) return;
    if (before.package.origin === 'stub' || declared.package.origin === 'stub') return;
    const { text } = declared.declaration.name;
    const [one, other] = [before, declared].map((each) => each.package.file.package.text);
    const message = `"${text}" means one thing in ${one ?? ''} and another in ${other ?? ''}`;
    this.#report.error('IDL-009', at.at, message, {
      related: [before, declared].map(({ declaration }) => declaredHere(declaration.name.at)),
    });
  }

  /** A package's own names hide those of the SDK's stubs, and no others. */
  #declareOwn(names: Map<string, Declared>, scope: PackageScope): void {
    const { declarations } = scope.file;
    reportTwice(
      declarations.map(({ name }) => name),
      (name, first) => {
        this.#report.error('IDL-002', name.at, `"${name.text}" is declared twice`, first);
      },
    );
    const own = new Set<string>();
    for (const declaration of declarations) {
      const { name } = declaration;
      if (own.has(name.text)) continue;
      own.add(name.text);
      const before = names.get(name.text);
      const declared = { package: scope, declaration };
      if (before !== undefined) this.#clash(before, declared, name);
      names.set(name.text, declared);
    }
  }
}

/** Names for which nothing stands are added to `stubs`. */
export const makePackageScopes = (
  library: Library,
  report: Report,
  stubs: Set<string>,
): PackageScopes => new Maker(library, report, stubs);
