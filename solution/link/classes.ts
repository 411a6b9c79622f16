import type { Span } from '../../model/span.ts';
import { hintNearest } from '../nearest.ts';
import type { Endpoint, Interface, Method, ProcessClass } from '../solution.ts';
import type { ComponentFile, Member } from '../syntax/tree/component.ts';
import type { IdlFile, MethodTree, ParameterTree } from '../syntax/tree/idl.ts';
import type { Name } from '../syntax/tree/name.ts';
import { reportTwice } from '../yaml/init.ts';
import type { Library } from './library.ts';
import { makePackages } from './packages.ts';
import type { Report } from './report.ts';

/** Makes process classes out of EDL, CDL and IDL files. */
export interface Classes {
  /** The class that an EDL file declares, under a name of the policy's choice; a stub if there is none. */
  readonly link: (name: string, link: Name) => ProcessClass;
  /** The interface of that name; a stub if there is none (C-45). */
  readonly interfaceOf: (name: Name) => Interface;
  /** Names for which stubs stand, in order of their use. */
  readonly stubs: () => readonly string[];
}

/** How deep components may nest. */
const deepest = 32;

const directions = ['in', 'out', 'error'] as const;

interface Unfolding {
  readonly endpoints: Endpoint[];
  readonly security: Interface[];
}

class Linker {
  readonly #library: Library;
  readonly #report: Report;
  readonly #packages;
  readonly #interfaces = new Map<string, Interface>();
  readonly #stubs = new Set<string>();

  constructor(library: Library, report: Report) {
    this.#library = library;
    this.#report = report;
    this.#packages = makePackages(library, report);
  }

  stubs(): readonly string[] {
    return [...this.#stubs];
  }

  interfaceOf(name: Name): Interface {
    const known = this.#interfaces.get(name.text);
    if (known !== undefined) return known;
    const file = this.#library.findInterface(name.text);
    const linked = file === undefined ? this.#stub(name) : this.#interface(file);
    this.#interfaces.set(name.text, linked);
    return linked;
  }

  #stub(name: Name): Interface {
    this.#stubs.add(name.text);
    const hint = hintNearest(name.text, this.#library.names('idl'));
    this.#report.warning('CDL-001', name.at, `there is no interface "${name.text}"`, hint);
    return { name: name.text, methods: [] };
  }

  #interface(file: IdlFile): Interface {
    const methods = file.interface?.methods ?? [];
    this.#packages.check(file);
    reportTwice(
      methods.map(({ name }) => name),
      (name) => {
        this.#report.error('IDL-007', name.at, `the method "${name.text}" is declared twice`);
      },
    );
    return { name: file.package.text, methods: methods.map((tree) => this.#method(file, tree)) };
  }

  #method(file: IdlFile, { name, parameters }: MethodTree): Method {
    const { text, at } = name;
    if (text.includes('_')) {
      this.#report.error('IDL-007', at, `the method "${text}" has an underscore in its name`);
    }
    reportTwice(
      parameters.map((parameter) => parameter.name),
      (parameter) => {
        this.#report.error('IDL-002', parameter.at, `"${parameter.text}" is declared twice`);
      },
    );
    this.#checkOrder(parameters);
    const of = (direction: ParameterTree['direction']): Method['in'] =>
      parameters
        .filter((parameter) => parameter.direction === direction)
        .map((parameter) => ({
          name: parameter.name.text,
          type: this.#packages.typeOf(file, parameter.type),
        }));
    return { name: text, in: of('in'), out: of('out'), error: of('error'), open: false };
  }

  #checkOrder(parameters: readonly ParameterTree[]): void {
    let last = 0;
    for (const { direction, name } of parameters) {
      const rank = directions.indexOf(direction);
      if (rank < last) {
        const message = `"${name.text}" (${direction}) stands behind parameters of another direction`;
        this.#report.warning('IDL-008', name.at, message);
      }
      last = Math.max(last, rank);
    }
  }

  link(name: string, link: Name): ProcessClass {
    const file = this.#library.findClass(link.text);
    if (file === undefined) {
      this.#stubs.add(link.text);
      const hint = hintNearest(link.text, this.#library.names('edl'));
      const message = `there is no EDL file of "${link.text}": nothing is known of its endpoints`;
      this.#report.warning('EDL-001', link.at, message, hint);
      return { name, endpoints: [], security: [], stub: true };
    }
    const unfolded: Unfolding = { endpoints: [], security: [] };
    this.#unfold(file, '', undefined, [], unfolded);
    return { name, endpoints: unfolded.endpoints, security: unfolded.security, stub: false };
  }

  #unfold(
    file: ComponentFile,
    prefix: string,
    component: string | undefined,
    path: readonly string[],
    into: Unfolding,
  ): void {
    this.#checkMembers(file.endpoints);
    this.#checkMembers(file.components);
    if (file.security !== undefined) this.#security(file.security, into);
    for (const { name, type } of file.endpoints) {
      const linked = this.interfaceOf(type);
      into.endpoints.push({ name: `${prefix}${name.text}`, interface: linked, component });
    }
    for (const { name, type } of file.components) {
      this.#component(type, `${prefix}${name.text}.`, path, into);
    }
  }

  #component(type: Name, prefix: string, path: readonly string[], into: Unfolding): void {
    if (path.includes(type.text) || path.length > deepest) {
      this.#report.error('CDL-003', type.at, `the component "${type.text}" contains itself`);
      return;
    }
    const file = this.#library.findComponent(type.text);
    if (file === undefined) {
      this.#stubs.add(type.text);
      const hint = hintNearest(type.text, this.#library.names('cdl'));
      this.#report.warning('CDL-002', type.at, `there is no component "${type.text}"`, hint);
      return;
    }
    this.#unfold(file, prefix, type.text, [...path, type.text], into);
  }

  #security(name: Name, into: Unfolding): void {
    const linked = this.interfaceOf(name);
    const method = linked.methods.find(({ out, error }) => out.length + error.length > 0);
    if (method !== undefined) {
      const message = `the security interface method "${method.name}" has out or error parameters`;
      this.#report.error('CDL-005', name.at, message);
    }
    into.security.push(linked);
  }

  #checkMembers(members: readonly Member[]): void {
    const names = members.map(({ name }) => name);
    reportTwice(names, ({ text, at }) => {
      this.#report.error('CDL-004', at, `"${text}" stands here twice`);
    });
    for (const { text, at } of names) this.#checkName(text, at);
  }

  #checkName(text: string, at: Span): void {
    if (text.includes('_')) {
      this.#report.error('CDL-004', at, `the name "${text}" has an underscore`);
    }
  }
}

export const makeClasses = (library: Library, report: Report): Classes => {
  const linker = new Linker(library, report);
  return {
    link: (name, link) => linker.link(name, link),
    interfaceOf: (name) => linker.interfaceOf(name),
    stubs: () => linker.stubs(),
  };
};
