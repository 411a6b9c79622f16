import { Defect } from '../../../../model/defect.ts';
import { readCode } from './read-code.ts';
import type { Code, Files } from './read-code.ts';
import { readDocstring } from './read-docstring.ts';
import type { Docstring } from './read-docstring.ts';
import { readIdl } from './read-idl.ts';
import type { IdlInterface, IdlMethod } from './read-idl.ts';

/** All that is said of a service: by the IDL, by its docstring, and by its code. */
export interface ServiceEntry {
  /** `endpoint.Method`. */
  readonly name: string;
  readonly idl: IdlMethod;
  readonly doc: Docstring | undefined;
  readonly code: Code;
  readonly path: string;
  readonly testPath: string;
}

/** An endpoint of the kernel, and its services in the order of the IDL. */
export interface EndpointEntry {
  readonly name: string;
  readonly idl: IdlInterface;
  readonly services: readonly ServiceEntry[];
}

/** `GetSidByHandle` lies in get-sid-by-handle. */
const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter, at) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);

/** The folder and the page of an endpoint: `handle` of `handle.Handle`. */
export const shortOf = (endpoint: string): string => endpoint.slice(0, endpoint.indexOf('.'));

const idlPath = (endpoint: string): string =>
  `solution/sdk/kl/core/${endpoint.slice(endpoint.indexOf('.') + 1)}.idl`;

const folder = 'kernel/micro/services';

const serviceOf = (files: Files, endpoint: string, idl: IdlMethod): ServiceEntry => {
  const name = `${endpoint}.${idl.name}`;
  const stem = `${folder}/${shortOf(endpoint)}/${kebab(idl.name)}`;
  const path = `${stem}.ts`;
  const text = files.get(path) ?? '';
  const [, exported = ''] =
    new RegExp(`^export const (\\w+): KernelService<'${name}'>`, 'mu').exec(text) ?? [];
  return {
    name,
    idl,
    doc: readDocstring(text, exported),
    code: readCode(files, path),
    path,
    testPath: `${stem}.test.ts`,
  };
};

const endpointOf = (name: string): string => name.slice(0, name.lastIndexOf('.'));

/**
 * Reads what is said of services, endpoint by endpoint.
 *
 * Throws: `Defect`, for an endpoint without a text of its interface.
 */
export const readServices = (files: Files, names: readonly string[]): readonly EndpointEntry[] =>
  [...new Set(names.map(endpointOf))].map((endpoint) => {
    const text = files.get(idlPath(endpoint));
    if (text === undefined) throw new Defect(`no interface of ${endpoint}`);
    const idl = readIdl(text);
    const services = idl.methods.map((method) => serviceOf(files, endpoint, method));
    return { name: endpoint, idl, services };
  });
