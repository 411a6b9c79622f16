import { at } from '../model/defect.ts';
import { handleId } from '../model/ids.ts';
import type { Intent, Outcome } from '../model/step.ts';
import { emptyMessage } from '../model/value.ts';
import type { Solution } from '../solution/solution.ts';
import type { Fault, FaultKind } from '../solution/yaml/faults.ts';
import { hostileMessage } from './hostile-message.ts';
import type { RandomStream } from './random.ts';

/** Exceptions by which faults end a process. */
export const faultExceptions = { trap: 1, kill: 9 } as const;

/** Services that give the caller something of its own; each is called until it is refused or denied. */
const services = [
  ['handle.Handle', 'CreateBadge'],
  ['ipc.IPC', 'CreateSyncObject'],
  ['sync.Sync', 'Alloc'],
  ['notice.Notice', 'Create'],
] as const;

/** What a thread may do, and the fault that makes it. */
export interface Offer {
  readonly intent: Intent;
  readonly fault?: FaultKind;
}

/** A process under faults that have come: at most one of each kind plays at a time. */
interface Struck {
  readonly ends: 'trap' | 'kill' | undefined;
  readonly hangs: boolean;
  readonly hostile: number;
  /** The next service that it exhausts; absent if it does not. */
  readonly service: number | undefined;
}

const unharmed: Struck = { ends: undefined, hangs: false, hostile: 0, service: undefined };

const struckBy = (so: Struck, fault: FaultKind): Struck => {
  switch (fault) {
    case 'trap':
    case 'kill':
      return { ...so, ends: fault };
    case 'hang':
      return { ...so, hangs: true };
    case 'hostile':
      return { ...so, hostile: so.hostile + 1 };
    case 'exhaust':
      return { ...so, service: so.service ?? 0 };
    case 'deny-start':
      return so;
  }
};

/** The faults that have come, by process. */
export type Strikes = ReadonlyMap<string, Struck>;

export const noStrikes: Strikes = new Map();

export const withFaults = (strikes: Strikes, faults: readonly Fault[]): Strikes =>
  faults.reduce(
    (all, { process, fault }) =>
      new Map([...all, [process, struckBy(all.get(process) ?? unharmed, fault)]]),
    strikes,
  );

/** A process that a fault ends goes before all others, once a thread of it can act. */
export const endsNow = (strikes: Strikes, process: string): boolean =>
  strikes.get(process)?.ends !== undefined;

/** What a thread of a process offers, under the faults that have come. */
export const offersUnder = (
  strikes: Strikes,
  process: string,
  intents: readonly Intent[],
): readonly Offer[] => {
  const { ends, hangs, service } = strikes.get(process) ?? unharmed;
  if (ends !== undefined) {
    return [{ intent: { kind: 'trap', code: faultExceptions[ends] }, fault: ends }];
  }
  if (hangs) return [];
  if (service === undefined) return intents.map((intent) => ({ intent }));
  const [endpoint, method] = at(services, service);
  const call = {
    kind: 'call',
    handle: handleId(0),
    endpoint,
    method,
    message: emptyMessage,
  } as const;
  return [{ intent: call, fault: 'exhaust' }];
};

/** The parameters of a call's method, whoever has one of that name. */
const parametersOf = ({ classes }: Solution, intent: Intent): readonly string[] => {
  if (intent.kind !== 'call') return [];
  const methods = [...classes.values()].flatMap(({ endpoints }) =>
    endpoints
      .filter(({ name }) => name === intent.endpoint)
      .flatMap((endpoint) => endpoint.interface.methods),
  );
  const names = methods.find(({ name }) => name === intent.method)?.in ?? [];
  return names.map(({ name }) => name);
};

/** The offer as a hostile process makes it, if its next message is to be one. */
export const disguised = (
  strikes: Strikes,
  process: string,
  offer: Offer,
  solution: Solution,
  random: RandomStream,
): Offer => {
  const { intent } = offer;
  const isMeant = (strikes.get(process)?.hostile ?? 0) > 0 && offer.fault === undefined;
  if (!isMeant || !('message' in intent)) return offer;
  const names = new Set([...parametersOf(solution, intent), ...intent.message.fields.keys()]);
  return { intent: { ...intent, message: hostileMessage([...names], random) }, fault: 'hostile' };
};

const afterService = (so: Struck, outcome: Outcome): Struck => {
  if (so.service === undefined || outcome.kind === 'done' || outcome.kind === 'blocked') return so;
  const next = so.service + 1;
  return { ...so, service: next < services.length ? next : undefined };
};

/** What is left of the faults of a process once one of them has acted. */
export const afterFault = (
  strikes: Strikes,
  process: string,
  fault: FaultKind,
  outcome: Outcome,
): Strikes => {
  const so = strikes.get(process) ?? unharmed;
  const next: Struck =
    fault === 'exhaust'
      ? afterService(so, outcome)
      : fault === 'hostile'
        ? { ...so, hostile: so.hostile - 1 }
        : { ...so, ends: undefined };
  return new Map([...strikes, [process, next]]);
};
