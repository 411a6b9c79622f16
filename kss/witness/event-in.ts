import type { Known } from '../resolve.ts';
import type { SecurityEvent, Subject } from '../../model/security.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { RecordValue } from '../../model/value.ts';
import { defaultOf } from '../../solution/message/default.ts';
import type { Solution } from '../../solution/solution.ts';
import { subjectsOf } from '../../solution/subjects.ts';
import type { Subjects } from '../../solution/subjects.ts';
import type { EventSlot } from './slots.ts';

/** The two parties of an event; a security event has no destination. */
export interface Parties {
  readonly source: Subject;
  readonly destination: Subject | undefined;
}

const kept = new WeakMap<Solution, Subjects>();

const subjectsIn = (solution: Solution): Subjects => {
  const found = kept.get(solution) ?? subjectsOf(solution);
  kept.set(solution, found);
  return found;
};

/** The subjects of a class: its processes, or the class itself where it has none (C-01). */
export const subjectsOfClass = (solution: Solution, className: string): readonly Known[] => {
  const subjects = subjectsIn(solution);
  const names = solution.processes
    .filter((process) => process.className === className)
    .map(({ name }) => name);
  return (names.length === 0 ? [className] : names).flatMap((name) => {
    const found = subjects.find(name);
    return found.kind === 'known' && found.className === className ? [found] : [];
  });
};

/** All parties that a slot's events can have. */
export const partiesOf = (solution: Solution, { src, dst }: EventSlot): readonly Parties[] =>
  subjectsOfClass(solution, src).flatMap((source): readonly Parties[] =>
    dst === undefined
      ? [{ source, destination: undefined }]
      : subjectsOfClass(solution, dst).map((destination) => ({ source, destination })),
  );

/** The parties that stand for a slot: the first of its classes, two different ones if there are. */
export const firstParties = (solution: Solution, { src, dst }: EventSlot): Parties => {
  const nobody = (name: string): Subject => ({ kind: 'unknown', name });
  const [source = nobody(src)] = subjectsOfClass(solution, src);
  if (dst === undefined) return { source, destination: undefined };
  const others = subjectsOfClass(solution, dst);
  const destination = others.find(({ name }) => name !== source.name) ?? others[0] ?? nobody(dst);
  return { source, destination };
};

/** The message in which every parameter has its default. */
export const defaultMessage = ({ type }: EventSlot): RecordValue =>
  type.parameters.length === 0
    ? emptyMessage
    : record(type.parameters.map((one) => [one.name, defaultOf(one.type)] as const));

/** An event of a slot: of its first parties and with the default message, if nothing else is given. */
export const eventIn = (
  solution: Solution,
  slot: EventSlot,
  message: RecordValue = defaultMessage(slot),
  { source, destination }: Parties = firstParties(solution, slot),
): SecurityEvent => ({
  kind: slot.event,
  source,
  destination,
  endpoint: slot.endpoint,
  interface: slot.interface,
  method: slot.method,
  content: { kind: 'value', message },
});
