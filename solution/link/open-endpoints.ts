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
  const known = new Set(one.methods.map(({ name }) => name));
  const added = more.filter(({ name }) => !known.has(name));
  return { ...one, methods: [...one.methods, ...added], open: true };
};

/** A class with endpoints, and methods of endpoints, that it does not have yet. */
export const withEndpoints = (linked: ProcessClass, more: readonly Endpoint[]): ProcessClass => {
  const byName = new Map(linked.endpoints.map((endpoint) => [endpoint.name, endpoint]));
  for (const endpoint of more) {
    const known = byName.get(endpoint.name);
    byName.set(
      endpoint.name,
      known === undefined
        ? endpoint
        : { ...known, interface: withMethods(known.interface, endpoint.interface.methods) },
    );
  }
  return { ...linked, endpoints: [...byName.values()] };
};
