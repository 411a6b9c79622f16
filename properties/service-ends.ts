import type { Judged, Outcome, Action } from '../model/step.ts';
import { serviceRefusals } from '../kernel/micro/services/outcomes.ts';
import { kernelClass } from '../solution/solution.ts';

/** `done`, `refused tableFull`, `denied response`: how a service ended. */
const endOf = (outcome: Outcome): string => {
  if (outcome.kind === 'refused') return `refused ${outcome.because}`;
  return outcome.kind === 'denied' ? `denied ${outcome.phase}` : outcome.kind;
};

/** `handle.Handle.Copy: refused tableFull`. */
export const serviceEnd = (service: string, outcome: Outcome): string =>
  `${service}: ${endOf(outcome)}`;

/** The service of the kernel that an action calls; absent for any other. */
export const findService = (action: Action, events: readonly Judged[]): string | undefined => {
  if (action.kind !== 'call') return undefined;
  const first = events[0]?.event;
  return first?.kind === 'request' && first.destination?.name === kernelClass
    ? `${action.endpoint}.${action.method}`
    : undefined;
};

/** Every way in which a service can end, of every service: as its code says it. */
export const allServiceEnds: readonly string[] = Object.entries(serviceRefusals).flatMap(
  ([service, refusals]) => [
    `${service}: done`,
    ...refusals.map((refusal) => `${service}: refused ${refusal}`),
  ],
);

/** Ways in which a service can end, and has not. */
export const unreachedEnds = (reached: {
  readonly has: (end: string) => boolean;
}): readonly string[] => allServiceEnds.filter((end) => !reached.has(end));
