import type { Coverage } from '../assurance/coverage.ts';
import { counted } from '../model/counted.ts';
import { groupedBy } from '../solution/grouped-by.ts';

/** `handle.Handle.Copy: done` as its two parts. */
const partsOf = (end: string): readonly [string, string] => {
  const colon = end.indexOf(': ');
  return [end.slice(0, colon), end.slice(colon + 2)];
};

const waysOf = (ends: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...groupedBy(ends, (end) => partsOf(end)[0])].map(([service, all]) => [
      service,
      all.map((end) => partsOf(end)[1]),
    ]),
  );

/** Services by how they ended, and, in a search over all services, how they never did; those of which every call was denied in one line. */
const serviceLines = ({ services, servicesUnreached }: Coverage): readonly string[] => {
  if (services.length === 0) return [];
  const [reached, never] = [waysOf(services), waysOf(servicesUnreached)];
  const isDenied = (service: string): boolean =>
    reached.get(service)?.every((way) => way === 'denied request') === true;
  const all = [...new Set([...reached.keys(), ...never.keys()])];
  const denied = all.filter(isDenied);
  const uncalled = all.filter((service) => !reached.has(service));
  const others = all.filter((service) => reached.has(service) && !isDenied(service));
  const count =
    servicesUnreached.length === 0 ? '' : `; ${String(servicesUnreached.length)} were not reached`;
  return [
    `services of the kernel ended in ${counted(services.length, 'way')}${count}`,
    ...others.flatMap((service) => [
      `  ${service}: ${reached.get(service)?.join(', ') ?? ''}`,
      ...(never.has(service) ? [`    never ${never.get(service)?.join(', ') ?? ''}`] : []),
    ]),
    ...(uncalled.length === 0 ? [] : [`  never called: ${uncalled.join(', ')}`]),
    ...(denied.length === 0 ? [] : [`  every call denied: ${denied.join(', ')}`]),
  ];
};

/** What a search came to of methods and services, and what it did not reach, line by line. */
export const coverageLines = (coverage: Coverage): readonly string[] => {
  const { methods, methodsUnreached } = coverage;
  const reached = methods.length - methodsUnreached.length;
  return [
    `methods called, granted and answered: ${String(reached)} of ${String(methods.length)}`,
    ...methodsUnreached.map((one) => `  ${one}`),
    ...serviceLines(coverage),
  ];
};
