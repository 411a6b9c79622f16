import { groupedBy } from '../grouped-by.ts';
import type { Endpoint, Interface, Method, ProcessClass } from '../solution.ts';

/** A method of which only the name is known (C-06). */
export const openMethod = (name: string): Method => ({
  name,
  in: [],
  out: [],
  error: [],
  open: true,
});

/** An interface with methods that it does not have yet. */
const withMethods = (one: Interface, more: readonly Method[]): Interface => {
  const byName = new Map(one.methods.map((method) => [method.name, method]));
  for (const method of more) {
    if (!byName.has(method.name)) byName.set(method.name, method);
  }
  return { ...one, methods: [...byName.values()], open: true };
};

/** A class with endpoints, and methods of endpoints, that it does not have yet. */
export const withEndpoints = (linked: ProcessClass, more: readonly Endpoint[]): ProcessClass => {
  const endpoints = [
    ...groupedBy([...linked.endpoints, ...more], ({ name }) => name).values(),
  ].flatMap((named) => {
    const [first, ...others] = named;
    if (first === undefined || others.length === 0) return named;
    const methods = others.flatMap((other) => other.interface.methods);
    return [{ ...first, interface: withMethods(first.interface, methods) }];
  });
  return { ...linked, endpoints };
};
