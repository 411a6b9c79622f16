/** A text as TLA+ writes it. */
export const quoted = (text: string): string => `"${text}"`;

/** A set as a TLA+ expression, of the expressions of its elements. */
export const setOf = (elements: readonly string[]): string => `{${elements.join(', ')}}`;

/** A set of texts. */
export const namesOf = (names: readonly string[]): string => setOf(names.map(quoted));

/** Channels, as pairs of names. */
export const channelsOf = (channels: readonly (readonly [string, string])[]): string =>
  setOf(channels.map(([client, server]) => `<<${quoted(client)}, ${quoted(server)}>>`));

/** A function from names to numbers. */
export const countsOf = (counts: Readonly<Record<string, number>>): string =>
  `[${Object.entries(counts)
    .map(([name, count]) => `${name} |-> ${String(count)}`)
    .join(', ')}]`;
