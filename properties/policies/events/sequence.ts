import { sidOf } from '../../../model/ids.ts';
import type { Sid } from '../../../model/ids.ts';
import type { Content, EventKind, SecurityEvent, Subject } from '../../../model/security.ts';
import { record } from '../../../model/value.ts';
import type { Value } from '../../../model/value.ts';
import { einitClass, kernelClass } from '../../../solution/solution.ts';
import type { Solution } from '../../../solution/solution.ts';
import { chance, pick } from '../draw.ts';
import type { Draw } from '../draw.ts';
import { boundaryParameters } from './boundary-values.ts';
import type { ValueSpace } from './boundary-values.ts';
import { constantsByPath } from './constants.ts';
import { coveredPaths, partiesOf, serverOf, slotsOf, withParametersRead } from './slots.ts';
import type { CoveredPath, Known, Slot } from './slots.ts';
import { malformed } from './malformed.ts';

/** What happens to an engine: an event to decide, or an object that is gone. */
export type Happening =
  | { readonly kind: 'event'; readonly event: SecurityEvent }
  | { readonly kind: 'gone'; readonly sid: Sid };

/** All that sequences of a solution are drawn from. */
export interface EventSpace {
  readonly parties: readonly Known[];
  readonly slots: readonly Slot[];
  readonly paths: readonly CoveredPath[];
  readonly sids: readonly number[];
  readonly boundaries: (slot: Slot) => ReturnType<typeof boundaryParameters>;
}

/** SIDs of objects that no subject has; the last cannot be any (C-21). */
const objectSids = [20, 21, 65535, 0, 70_000];

export const eventSpaceOf = (solution: Solution): EventSpace => {
  const parties = partiesOf(solution);
  const slots = slotsOf(solution).map((slot) => withParametersRead(solution, slot));
  const sids = [...parties.map(({ sid }) => Number(sid)), ...objectSids];
  const space: ValueSpace = { constants: constantsByPath(solution), sids };
  const known = new Map<Slot, ReturnType<typeof boundaryParameters>>();
  return {
    parties,
    slots,
    paths: coveredPaths(solution, slots),
    sids,
    boundaries: (slot) => {
      const found = known.get(slot) ?? boundaryParameters(slot.parameters, space);
      known.set(slot, found);
      return found;
    },
  };
};

const isOrdinary = ({ className }: Known): boolean =>
  className !== kernelClass && className !== einitClass;

/** A party of a class; of any, and then the kernel and Einit less often, where none is named. */
const partyOfClass = (
  draw: Draw,
  { parties }: EventSpace,
  className: string | undefined,
): Known => {
  const fitting =
    className === undefined
      ? parties.filter((party) => isOrdinary(party) || chance(draw, 10))
      : parties.filter((party) => party.className === className);
  return pick(draw, fitting.length === 0 ? parties : fitting);
};

/** Parameters with a value each; some are left out, and take their defaults. */
const contentOf = (draw: Draw, space: EventSpace, slot: Slot): Content => {
  const given = space
    .boundaries(slot)
    .flatMap(([name, values]): (readonly [string, Value])[] =>
      values.length === 0 || chance(draw, 10) ? [] : [[name, pick(draw, values)]],
    );
  return { kind: 'value', message: record(given) };
};

const isAnswer = (kind: EventKind): boolean => kind === 'response' || kind === 'error';

/** An event of a slot between two parties, all its names given as kernels give them. */
export const eventBetween = (
  { kind, endpoint, method }: Slot,
  client: Subject,
  server: Known,
  content: Content,
): SecurityEvent => {
  const common = { kind, endpoint, interface: undefined, method, content };
  if (kind === 'security') return { ...common, source: server, destination: undefined };
  return isAnswer(kind)
    ? { ...common, source: server, destination: client }
    : { ...common, source: client, destination: server };
};

/** The same with a message; now and then the interface is named too, or alone. */
const eventAt = (
  draw: Draw,
  space: EventSpace,
  slot: Slot,
  client: Subject,
  server: Known,
): SecurityEvent => {
  const event = eventBetween(slot, client, server, contentOf(draw, space, slot));
  if (!chance(draw, 20)) return event;
  const named = { ...event, interface: slot.interface };
  return slot.endpoint !== undefined && chance(draw, 25)
    ? { ...named, endpoint: undefined }
    : named;
};

const coveredEvent = (draw: Draw, space: EventSpace): SecurityEvent => {
  const messages = space.paths.filter(({ kind }) => kind !== 'execute');
  const isStart = messages.length === 0 || chance(draw, 6);
  const { kind, where, slots } = pick(draw, isStart ? space.paths : messages);
  const slot = pick(draw, slots);
  const server = partyOfClass(draw, space, slot.server);
  const client = partyOfClass(draw, space, serverOf(kind) === 'src' ? where.dst : where.src);
  return eventAt(draw, space, slot, client, server);
};

const anyEvent = (draw: Draw, space: EventSpace): SecurityEvent => {
  const server = pick(draw, space.parties);
  const own = space.slots.filter((slot) => slot.server === server.className);
  return eventAt(draw, space, pick(draw, own), pick(draw, space.parties), server);
};

/** An event: most often one that some rule is asked about; now and then any other, or a wrong one. */
const drawEvent = (draw: Draw, space: EventSpace): SecurityEvent => {
  const event =
    space.paths.length > 0 && !chance(draw, 15) ? coveredEvent(draw, space) : anyEvent(draw, space);
  return chance(draw, 6) ? malformed(draw, event) : event;
};

const startOf = (draw: Draw, space: EventSpace, started: Known): SecurityEvent => {
  const slot = space.slots.find(
    ({ kind, server }) => kind === 'execute' && server === started.className,
  );
  const source = pick(draw, [...space.parties.filter((party) => !isOrdinary(party)), started]);
  return slot === undefined ? drawEvent(draw, space) : eventAt(draw, space, slot, source, started);
};

/**
 * Events and ends of objects, in order: most sequences begin with the start of the processes, so that
 * the objects of the policy hold something.
 */
export const drawSequence = (
  draw: Draw,
  space: EventSpace,
  length: number,
): readonly Happening[] => {
  const happening = (event: SecurityEvent): Happening => ({ kind: 'event', event });
  const starts = chance(draw, 80)
    ? space.parties.map((party) => happening(startOf(draw, space, party)))
    : [];
  const rest = Array.from({ length }, (): Happening =>
    chance(draw, 5)
      ? { kind: 'gone', sid: sidOf(pick(draw, space.sids)) }
      : happening(drawEvent(draw, space)),
  );
  return [...starts, ...rest];
};
