import { near } from '../nearest.ts';
import { interfaceMethods, isSdkDeclaration } from '../sdk/names.ts';
import type { Interface, Method } from '../solution.ts';
import type { IdlFile, MethodTree, ParameterTree } from '../syntax/tree/idl.ts';
import type { Name } from '../syntax/tree/name.ts';
import { declaredHere, reportTwice } from '../twice.ts';
import type { Library } from './library.ts';
import { openMethod } from './open-endpoints.ts';
import { makePackageScopes } from './package-scope.ts';
import type { PackageScope, PackageScopes } from './package-scope.ts';
import { makePackages } from './packages.ts';
import type { Packages } from './packages.ts';
import type { Report } from './report.ts';

/** Makes interfaces out of IDL files. */
export interface Interfaces {
  /** The interface of that name; a stub if there is none (C-45). */
  readonly interfaceOf: (name: Name) => Interface;
}

const directions = ['in', 'out', 'error'] as const;

class Linker implements Interfaces {
  readonly #library: Library;
  readonly #report: Report;
  readonly #stubs: Set<string>;
  readonly #scopes: PackageScopes;
  readonly #packages: Packages;
  readonly #known = new Map<string, Interface>();

  constructor(library: Library, report: Report, stubs: Set<string>) {
    this.#library = library;
    this.#report = report;
    this.#stubs = stubs;
    this.#scopes = makePackageScopes(library, report, stubs);
    this.#packages = makePackages(report, (name) => {
      if (this.#library.findInterface(name.text) === undefined) this.#missing(name);
    });
  }

  interfaceOf = (name: Name): Interface => {
    const known = this.#known.get(name.text);
    if (known !== undefined) return known;
    const linked = this.#link(name);
    this.#known.set(name.text, linked);
    return linked;
  };

  #link(name: Name): Interface {
    const found = this.#library.findInterface(name.text);
    if (found === undefined) this.#missing(name);
    if (found?.tree === undefined) {
      const methods = (interfaceMethods.get(name.text) ?? []).map(openMethod);
      return { name: name.text, methods, open: true };
    }
    const scope = this.#scopes.scopeOf(found.tree, found.origin);
    const linked = { ...this.#interface(scope), name: name.text };
    if (found.tree.interface !== undefined) return linked;
    const related = [declaredHere(found.tree.package.at)];
    const message = `"${name.text}" declares no interface: an empty one stands for it`;
    this.#report.warning('CDL-001', name.at, message, { related });
    return { ...linked, open: true };
  }

  #missing(name: Name): void {
    this.#stubs.add(name.text);
    if (isSdkDeclaration(name.text)) return;
    const hint = near(name.text, this.#library.names('idl'));
    const message = `there is no interface "${name.text}": an empty one stands for it`;
    this.#report.warning('CDL-001', name.at, message, hint);
  }

  #interface(scope: PackageScope): Interface {
    const { file } = scope;
    const methods = file.interface?.methods ?? [];
    this.#packages.check(scope);
    this.#checkName(file);
    reportTwice(
      methods.map(({ name }) => name),
      (name, first) => {
        this.#report.error(
          'IDL-007',
          name.at,
          `the method "${name.text}" is declared twice`,
          first,
        );
      },
    );
    return {
      name: file.package.text,
      methods: methods.map((tree) => this.#method(scope, tree)),
      open: false,
    };
  }

  /** The last part of an interface's name begins with a capital and has no underscore. */
  #checkName({ package: { text, at }, interface: one }: IdlFile): void {
    const last = text.slice(text.lastIndexOf('.') + 1);
    if (one === undefined || /^[A-Z][A-Za-z0-9]*$/.test(last)) return;
    const message = `"${last}" is no name of an interface: it begins with a capital letter and has no underscore`;
    this.#report.warning('IDL-010', at, message);
  }

  #method(scope: PackageScope, { name, parameters }: MethodTree): Method {
    const { text, at } = name;
    if (text.includes('_')) {
      this.#report.error('IDL-007', at, `the method "${text}" has an underscore in its name`);
    }
    reportTwice(
      parameters.map((parameter) => parameter.name),
      (parameter, first) => {
        const message = `"${parameter.text}" is declared twice`;
        this.#report.error('IDL-002', parameter.at, message, first);
      },
    );
    this.#checkOrder(parameters);
    const of = (direction: ParameterTree['direction']): Method['in'] =>
      parameters
        .filter((parameter) => parameter.direction === direction)
        .map((parameter) => ({
          name: parameter.name.text,
          type: this.#packages.typeOf(scope, parameter.type),
        }));
    return { name: text, in: of('in'), out: of('out'), error: of('error'), open: false };
  }

  #checkOrder(parameters: readonly ParameterTree[]): void {
    let last = 0;
    for (const { direction, name } of parameters) {
      const rank = directions.indexOf(direction);
      if (rank < last) {
        const message = `"${name.text}" is an ${direction} parameter and stands behind ${directions[last] ?? ''} parameters`;
        this.#report.warning('IDL-008', name.at, message);
      }
      last = Math.max(last, rank);
    }
  }
}

/** Names for which stubs stand are added to `stubs`. */
export const makeInterfaces = (library: Library, report: Report, stubs: Set<string>): Interfaces =>
  new Linker(library, report, stubs);
