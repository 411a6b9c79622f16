import { meaningOf, ownMeanings } from './meanings.ts';
import { needs } from './needs.ts';
import type { Docstring, TlaName } from './read-docstring.ts';
import { readDocstring } from './read-docstring.ts';
import type { Files, Helper } from './read-code.ts';
import type { EndpointEntry, ServiceEntry } from './read-services.ts';

const missingIn = (
  one: Iterable<string>,
  other: ReadonlySet<string>,
  tell: (name: string) => string,
): readonly string[] => [...new Set(one)].filter((name) => !other.has(name)).map(tell);

const refusalFaults = (
  doc: Docstring,
  code: ReadonlySet<string>,
  who: string,
): readonly string[] => {
  const said = new Set(doc.refuses.map(({ name }) => name));
  return [
    ...missingIn(code, said, (name) => `${who} refuses ${name}, and its docstring does not say so`),
    ...missingIn(said, code, (name) => `${who} does not refuse ${name}, and its docstring says so`),
  ];
};

const isDefined = (text: string, operator: string): boolean => {
  const rest = operator.endsWith('…') ? `${operator.slice(0, -1)}\\w*` : operator;
  return new RegExp(`^\\s*${rest}\\s*(?:\\([^)]*\\))?\\s*==`, 'mu').test(text);
};

const twinFaults = (files: Files, who: string, twins: readonly TlaName[]): readonly string[] =>
  twins.flatMap(({ operator, file }) => {
    const text = files.get(file);
    return text === undefined || isDefined(text, operator)
      ? []
      : [`${who} names ${operator}, which ${file} does not define`];
  });

const docFaults = (files: Files, { name, doc, code }: ServiceEntry): readonly string[] => {
  if (doc === undefined) return [`${name} has no docstring`];
  return [
    ...(doc.says === '' ? [`the docstring of ${name} says no purpose`] : []),
    ...(doc.source === undefined ? [`the docstring of ${name} names no source`] : []),
    ...((doc.blocks !== undefined) === code.waits
      ? []
      : [`${name} ${code.waits ? 'blocks' : 'does not block'}, and its docstring says otherwise`]),
    ...refusalFaults(doc, code.refusals, name),
    ...twinFaults(files, name, doc.twins),
  ];
};

const helperFaults = (files: Files, { path, name, refusals }: Helper): readonly string[] => {
  const doc = readDocstring(files.get(path) ?? '', name);
  return doc === undefined || doc.refuses.length === 0 ? [] : refusalFaults(doc, refusals, name);
};

const parameterFaults = ({ name, idl, code }: ServiceEntry): readonly string[] => {
  const handles = idl.parameters.filter((one) => one.direction === 'in' && one.type === 'Handle');
  const asked = needs[name] ?? {};
  const rights = new Set(Object.values(asked).filter((right) => right !== 'none'));
  const names = new Set(idl.parameters.map((one) => one.name));
  const inHandles = new Set(handles.map((one) => one.name));
  return [
    ...idl.parameters
      .filter((one) => meaningOf(name, one.name) === undefined)
      .map((one) => `nothing says what ${one.name} of ${name} is`),
    ...missingIn(ownMeanings(name), names, (one) => `${name} has no parameter ${one}`),
    ...missingIn(Object.keys(asked), inHandles, (one) => `${name} takes no handle ${one}`),
    ...missingIn(inHandles, new Set(Object.keys(asked)), (one) => `no right for ${one} of ${name}`),
    ...missingIn(code.rights, rights, (one) => `${name} asks for the right ${one}, untold`),
    ...missingIn(rights, code.rights, (one) => `${name} does not ask for the right ${one}`),
  ];
};

const servicesOf = (endpoints: readonly EndpointEntry[]): readonly ServiceEntry[] =>
  endpoints.flatMap(({ services }) => services);

/** Where docstrings, IDL, tables of these pages and code do not agree. */
export const faultsOf = (files: Files, endpoints: readonly EndpointEntry[]): readonly string[] => {
  const services = servicesOf(endpoints);
  const helpers = new Map(services.flatMap(({ code }) => [...code.helpers]));
  return [
    ...services.flatMap((one) => [...docFaults(files, one), ...parameterFaults(one)]),
    ...[...helpers.values()].flatMap((one) => helperFaults(files, one)),
  ];
};

/** Services without a test beside them. */
export const untested = (files: Files, endpoints: readonly EndpointEntry[]): readonly string[] =>
  servicesOf(endpoints)
    .filter(({ testPath }) => !files.has(testPath))
    .map(({ name, testPath }) => `${name} has no test ${testPath}`);
