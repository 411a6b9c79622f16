import { near } from '../nearest.ts';
import { isSdkClass, isSdkDeclaration, kernelEndpoints, publishedMethods } from '../sdk/names.ts';
import { kernelClass } from '../solution.ts';
import type { Endpoint, Interface, ProcessClass } from '../solution.ts';
import type { ComponentFile, Member } from '../syntax/tree/component.ts';
import type { Name } from '../syntax/tree/name.ts';
import { reportTwice } from '../twice.ts';
import { makeInterfaces } from './interfaces.ts';
import type { Interfaces } from './interfaces.ts';
import type { Library } from './library.ts';
import { openMethod, withEndpoints } from './open-endpoints.ts';
import type { Report } from './report.ts';

/** Makes process classes out of EDL, CDL and IDL files. */
export interface Classes {
  /** The class that an EDL file declares, under a name of the policy's choice; a stub if there is none. */
  readonly link: (name: string, link: Name) => ProcessClass;
  /** Names for which stubs stand, in the order of their use. */
  readonly stubs: () => readonly string[];
}

/** How deep components may nest. */
const deepest = 32;

/** Most endpoints of one class, those of nested components counted. */
const mostEndpoints = 10_000;

interface Unfolding {
  readonly name: string;
  readonly endpoints: Endpoint[];
  readonly security: Interface[];
  open: boolean;
  /** That there are too many endpoints. */
  isTold: boolean;
}

/** The kernel's interface as policies may use it: most of its methods have parameters that are not published (C-06). */
const withUnpublished = ({ name, interface: one }: Endpoint): Interface => ({
  ...one,
  methods: one.methods.map((method) =>
    publishedMethods.has(`${name}.${method.name}`) ? method : { ...method, open: true },
  ),
});

class Linker implements Classes {
  readonly #library: Library;
  readonly #report: Report;
  readonly #interfaces: Interfaces;
  readonly #checked = new Set<ComponentFile>();
  readonly #stubs = new Set<string>();

  constructor(library: Library, report: Report) {
    this.#library = library;
    this.#report = report;
    this.#interfaces = makeInterfaces(library, report, this.#stubs);
  }

  stubs = (): readonly string[] => [...this.#stubs];

  link = (name: string, link: Name): ProcessClass => {
    const found = this.#library.findClass(link.text);
    const file = found?.tree;
    if (found === undefined) this.#missingClass(link);
    const open = file === undefined;
    const unfolded: Unfolding = { name, endpoints: [], security: [], open, isTold: false };
    if (file !== undefined) this.#unfold(file, '', undefined, [], unfolded);
    const { endpoints, security } = unfolded;
    const linked: ProcessClass = { name, endpoints, security, open: unfolded.open };
    return link.text === kernelClass && found?.origin === 'stub' ? this.#kernel(linked) : linked;
  };

  /** The stub of the kernel's class has the endpoints that the SDK's declarations lack. */
  #kernel(linked: ProcessClass): ProcessClass {
    const more = kernelEndpoints.map(({ endpoint, interface: name, methods }) => ({
      name: endpoint,
      interface: { name, methods: methods.map(openMethod), open: true },
      component: undefined,
    }));
    const endpoints = linked.endpoints.map((endpoint) => ({
      ...endpoint,
      interface: withUnpublished(endpoint),
    }));
    return withEndpoints({ ...linked, endpoints, open: true }, more);
  }

  #missingClass(link: Name): void {
    this.#stubs.add(link.text);
    if (isSdkClass(link.text)) return;
    const hint = near(link.text, this.#library.names('edl'));
    const message = `there is no EDL file of "${link.text}": an empty class stands for it`;
    this.#report.warning('EDL-001', link.at, message, hint);
  }

  #unfold(
    file: ComponentFile,
    prefix: string,
    component: string | undefined,
    path: readonly string[],
    into: Unfolding,
  ): void {
    this.#checkOnce(file);
    if (file.security !== undefined) this.#security(file.security, into);
    for (const { name, type } of file.endpoints) {
      const linked = this.#interfaces.interfaceOf(type);
      into.endpoints.push({ name: `${prefix}${name.text}`, interface: linked, component });
    }
    for (const { name, type } of file.components) {
      this.#component(type, `${prefix}${name.text}.`, path, into);
    }
  }

  #component(type: Name, prefix: string, path: readonly string[], into: Unfolding): void {
    if (path.includes(type.text) || path.length > deepest) {
      const circle = [...path.slice(path.indexOf(type.text)), type.text].join(' → ');
      const why = path.includes(type.text)
        ? `the component "${type.text}" contains itself: ${circle}`
        : `components nest deeper than ${String(deepest)} levels`;
      this.#report.error('CDL-003', type.at, why);
      return;
    }
    if (into.endpoints.length > mostEndpoints) {
      if (into.isTold) return;
      into.isTold = true;
      const message = `the class ${into.name} has more than ${String(mostEndpoints)} endpoints`;
      this.#report.error('CDL-006', type.at, message);
      return;
    }
    const found = this.#library.findComponent(type.text);
    if (found === undefined) this.#missingComponent(type);
    const file = found?.tree;
    if (file === undefined) into.open = true;
    else this.#unfold(file, prefix, type.text, [...path, type.text], into);
  }

  #missingComponent(type: Name): void {
    this.#stubs.add(type.text);
    if (isSdkDeclaration(type.text)) return;
    const hint = near(type.text, this.#library.names('cdl'));
    const message = `there is no component "${type.text}": an empty one stands for it`;
    this.#report.warning('CDL-002', type.at, message, hint);
  }

  #security(name: Name, into: Unfolding): void {
    const linked = this.#interfaces.interfaceOf(name);
    const method = linked.methods.find(({ out, error }) => out.length + error.length > 0);
    if (method !== undefined) {
      const which = [...method.out, ...method.error].map((one) => `"${one.name}"`).join(', ');
      const message = `"${method.name}" of a security interface has out or error parameters: ${which}`;
      this.#report.error('CDL-005', name.at, message);
    }
    into.security.push(linked);
  }

  #checkOnce(file: ComponentFile): void {
    if (this.#checked.has(file)) return;
    this.#checked.add(file);
    this.#checkMembers(file.endpoints);
    this.#checkMembers(file.components);
  }

  #checkMembers(members: readonly Member[]): void {
    const names = members.map(({ name }) => name);
    reportTwice(names, ({ text, at }, first) => {
      this.#report.error('CDL-004', at, `"${text}" stands here twice`, first);
    });
    for (const { text, at } of names) {
      if (text.includes('_')) {
        this.#report.error('CDL-004', at, `the name "${text}" has an underscore`);
      }
    }
  }
}

export const makeClasses = (library: Library, report: Report): Classes =>
  new Linker(library, report);
