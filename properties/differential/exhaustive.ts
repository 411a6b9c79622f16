import type { SecurityEvent, SecurityModule } from '../../model/security.ts';
import { record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import { makeKeyWriter } from '../../model/writer.ts';
import type { Solution } from '../../solution/solution.ts';
import { eventBetween, eventSpaceOf } from '../policies/events/sequence.ts';
import type { EventSpace, Happening } from '../policies/events/sequence.ts';
import type { Known, Slot } from '../policies/events/slots.ts';
import { asText, findDifferent } from './difference.ts';
import type { Difference } from './compare.ts';

/** What an exhaustive comparison came to. */
export interface Exhaustive {
  readonly slots: number;
  readonly events: number;
  readonly granted: number;
  /** Slots of which not every combination of values was tried: there are more than the cap. */
  readonly cut: number;
  readonly difference: (Difference & { readonly event: SecurityEvent }) | undefined;
}

/** Every combination of the values of the parameters, up to a number of them. */
export const combinations = (
  parameters: readonly (readonly [name: string, values: readonly Value[]])[],
  most: number,
): { readonly messages: readonly RecordValue[]; readonly all: number } => {
  const all = parameters.reduce((count, [, values]) => count * values.length, 1);
  const isWhole = all <= most;
  const count = isWhole ? all : most;
  // Where they are too many they are spread: each parameter still takes all of its first values.
  const messages = Array.from({ length: count }, (_, index) => {
    let rest = index;
    const fields = parameters.map(([name, values]): readonly [string, Value] => {
      const position = isWhole ? rest % values.length : index % values.length;
      rest = Math.floor(rest / values.length);
      return [name, values[position] ?? null];
    });
    return record(fields);
  });
  return { messages, all };
};

/** One party of each class, but all of the class that serves. */
const clientsOf = (space: EventSpace): readonly Known[] => [
  ...new Map(space.parties.map((party) => [party.className, party])).values(),
];

const eventsOfSlot = (
  space: EventSpace,
  slot: Slot,
  most: number,
): { readonly events: readonly SecurityEvent[]; readonly isCut: boolean } => {
  const { messages, all } = combinations(space.boundaries(slot), most);
  const servers = space.parties.filter(({ className }) => className === slot.server);
  const clients = slot.kind === 'security' ? clientsOf(space).slice(0, 1) : clientsOf(space);
  const events = servers.flatMap((server) =>
    clients.flatMap((client) =>
      messages.map((message) => eventBetween(slot, client, server, { kind: 'value', message })),
    ),
  );
  return { events, isCut: all > most };
};

/** Contexts, each with where it comes from: before any event, and after the starts of all processes. */
const afterStarts = <Context extends object>(
  module: SecurityModule<Context>,
  starts: readonly Happening[],
): Context =>
  starts.reduce(
    (context, happening) =>
      happening.kind === 'event'
        ? (module.decide(context, happening.event).next ?? context)
        : context,
    module.initial,
  );

/**
 * Compares two engines on every slot of a solution, with every combination of boundary values up to
 * `most` of each, in the context before any event and in the one after all processes have started.
 */
export const compareExhaustively = <Left extends object, Right extends object>(
  solution: Solution,
  left: SecurityModule<Left>,
  right: SecurityModule<Right>,
  most: number,
): Exhaustive => {
  const space = eventSpaceOf(solution);
  const writer = makeKeyWriter();
  const bytes = <Context extends object>(module: SecurityModule<Context>, context: Context) => {
    module.encode(context, writer);
    return writer.take();
  };
  let [events, granted, cut] = [0, 0, 0];
  const differenceAt = (
    [one, other]: readonly [Left, Right],
    event: SecurityEvent,
  ): Difference | undefined => {
    const [mine, its] = [left.decide(one, event), right.decide(other, event)];
    const at = events;
    events += 1;
    if (mine.verdict.kind === 'granted') granted += 1;
    const different = findDifferent(mine, its);
    if (different !== undefined) {
      return { at, in: different, left: asText(mine.verdict), right: asText(its.verdict) };
    }
    if (mine.next === undefined && its.next === undefined) return undefined;
    const [moved, movedToo] = [mine.next ?? one, its.next ?? other];
    return bytes(left, moved) === bytes(right, movedToo)
      ? undefined
      : {
          at,
          in: 'context',
          left: asText(left.describe(moved)),
          right: asText(right.describe(movedToo)),
        };
  };
  const starts = startsOf(space);
  const contexts: readonly (readonly [Left, Right])[] = [
    [left.initial, right.initial],
    [afterStarts(left, starts), afterStarts(right, starts)],
  ];
  const counts = () => ({ slots: space.slots.length, events, granted, cut });
  for (const slot of space.slots) {
    const { events: all, isCut } = eventsOfSlot(space, slot, most);
    if (isCut) cut += 1;
    for (const pair of contexts) {
      for (const event of all) {
        const difference = differenceAt(pair, event);
        if (difference !== undefined) return { ...counts(), difference: { ...difference, event } };
      }
    }
  }
  return { ...counts(), difference: undefined };
};

/** Each party is started by itself, in their order. */
const startsOf = (space: EventSpace): readonly Happening[] =>
  space.parties.flatMap((party) => {
    const slot = space.slots.find(
      ({ kind, server }) => kind === 'execute' && server === party.className,
    );
    const [source = party] = space.parties;
    if (slot === undefined) return [];
    const content = { kind: 'value', message: record([]) } as const;
    return [{ kind: 'event', event: eventBetween(slot, source, party, content) } as const];
  });
