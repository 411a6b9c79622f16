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

/** Endpoints of one name as one, with the methods of all. */
const merged = (endpoints: readonly Endpoint[]): ReadonlyMap<string, readonly Endpoint[]> => {
  const byName = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const others = byName.get(endpoint.name);
    if (others === undefined) byName.set(endpoint.name, [endpoint]);
    else others.push(endpoint);
  }
  return byName;
};

/** A class with endpoints, and methods of endpoints, that it does not have yet. */
export const withEndpoints = (linked: ProcessClass, more: readonly Endpoint[]): ProcessClass => {
  const endpoints = [...merged([...linked.endpoints, ...more]).values()].flatMap((named) => {
    const [first, ...others] = named;
    if (first === undefined || others.length === 0) return named;
    const methods = others.flatMap((other) => other.interface.methods);
    return [{ ...first, interface: withMethods(first.interface, methods) }];
  });
  return { ...linked, endpoints };
};
