import type { Argument } from '../twin.ts';
import { toldArgument } from './answers.ts';
import type { Answer, Told } from './answers.ts';
import type { EventName, Mask } from './events.ts';
import type { NoticeTopology } from './solution.ts';
import type { NamedThread } from './system.ts';

/** What each thread may be told when its wait ends. */
export type Answers = (thread: NamedThread) => readonly Answer[];

/** What may be told in one step: of each thread one answer or none, in any order. */
export const tellings = (
  threads: readonly NamedThread[],
  answers: Answers,
): readonly (readonly [Argument])[] => {
  const from = (told: readonly Told[]): readonly (readonly Told[])[] => [
    told,
    ...threads
      .filter(({ name }) => told.every((one) => one.thread !== name))
      .flatMap((thread) =>
        answers(thread).flatMap((answer) => from([...told, { thread: thread.name, answer }])),
      ),
  ];
  return from([]).map((told) => [toldArgument(told)]);
};

/** Of some events that happen at once, those that a process asks for. */
const eventsTo =
  ({ asks }: NoticeTopology, happening: readonly EventName[]): Answers =>
  (thread) =>
    asks.flatMap(({ by, id, mask }) => {
      const events = happening.filter((name) => mask.includes(name));
      return by === thread.of && events.length > 0 ? [{ kind: 'event', id, events }] : [];
    });

/** A process wakes those of its own. */
export const wokenBy =
  (by: NamedThread): Answers =>
  (thread) =>
    thread.of === by.of ? [{ kind: 'woken' }] : [];

/** What a process has held goes: its own are woken, others hear of it. */
export const endedBy =
  (topology: NoticeTopology, by: NamedThread): Answers =>
  (thread) => [
    ...wokenBy(by)(thread),
    ...eventsTo(topology, ['gone'])(thread),
    ...eventsTo(topology, ['subtree'])(thread),
  ];

/** Somebody says that this has happened: who asks for it is told, unless that is denied. */
export const toldOf =
  (topology: NoticeTopology, mask: Mask): Answers =>
  (thread) => {
    const events = eventsTo(topology, mask)(thread);
    return events.length === 0 ? [] : [...events, { kind: 'denied' }];
  };

/** Time is over for who waits. */
export const inTime: Answers = ({ does }) =>
  does.includes('GetEvent') ? [{ kind: 'timedOut' }] : [];
