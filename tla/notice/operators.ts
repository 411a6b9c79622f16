import { each, subsetsOf, upTo } from '../enumerate.ts';
import type { Argument, Operator } from '../twin.ts';
import { eventArguments, lastingArgument, toldArgument } from './answers.ts';
import type { Answer, Told } from './answers.ts';
import { eventsArgument } from './events.ts';
import type { EventName, Mask } from './events.ts';
import type { NoticeTopology, ServiceName } from './solution.ts';
import { numbersOf, threadsOf } from './system.ts';
import type { NamedThread } from './system.ts';

const receiverRefusals = ['BadHandle', 'HandleRevoked', 'WrongType'];

const subscribeRefusals = [
  ...receiverRefusals,
  'Denied',
  'RightsMissing',
  'InvalidArgument',
  'SubscriptionsFull',
];

const setRefusals = [...receiverRefusals, 'Denied', 'RightsMissing', 'InvalidArgument'];

const refusals = (operator: string, reasons: readonly string[]): readonly string[] =>
  reasons.map((reason) => `${operator}_${reason}`);

/** What each thread may be told. */
type Answers = (thread: NamedThread) => readonly Answer[];

/** What may be told in one step: of each thread one answer or none, in any order. */
const tellings = (threads: readonly NamedThread[], answers: Answers): readonly Argument[] => {
  const from = (told: readonly Told[]): readonly (readonly Told[])[] => [
    told,
    ...threads
      .filter(({ name }) => told.every((one) => one.thread !== name))
      .flatMap((thread) =>
        answers(thread).flatMap((answer) => from([...told, { thread: thread.name, answer }])),
      ),
  ];
  return from([]).map(toldArgument);
};

/** One event each, of those that a process asks for. */
const eventsTo =
  ({ asks }: NoticeTopology, happening: readonly (readonly EventName[])[]): Answers =>
  (thread) =>
    asks
      .filter(({ by }) => by === thread.of)
      .flatMap(({ id, mask }) =>
        happening
          .map((one) => one.filter((name) => mask.includes(name)))
          .filter((events) => events.length > 0)
          .map((events): Answer => ({ kind: 'event', id, events })),
      );

/** Equal tuples once. */
const distinct = (tuples: readonly (readonly Argument[])[]): readonly (readonly Argument[])[] => [
  ...new Map(tuples.map((tuple) => [JSON.stringify(tuple), tuple])).values(),
];

const threadOperators = (topology: NoticeTopology, thread: NamedThread): readonly Operator[] => {
  const { asks, sets } = topology;
  const others = threadsOf(topology).filter(({ name }) => name !== thread.name);
  const own = asks.filter(({ by }) => by === thread.of);
  const ids = [...new Set(own.map(({ id }) => id))];
  const numbers = upTo(numbersOf(topology, thread.of));
  const numbered = (more: readonly (readonly Argument[])[]): readonly (readonly Argument[])[] =>
    distinct(numbers.flatMap((number) => more.map((args) => [thread.name, number, ...args])));
  const pairs = numbered([0, ...numbers].map((other) => [other]));
  const woken: Answers = (one) => (one.of === thread.of ? [{ kind: 'woken' }] : []);
  const ended: Answers = (one) => [
    ...woken(one),
    ...eventsTo(topology, [['gone'], ['subtree']])(one),
  ];
  const set = (mask: Mask): Answers => {
    const events = eventsTo(topology, [mask]);
    return (one) => (events(one).length === 0 ? [] : [...events(one), { kind: 'denied' }]);
  };
  const told = (answers: Answers): readonly (readonly Argument[])[] =>
    tellings(others, answers).map((one) => [one]);
  const gotten = own.flatMap(({ id, mask }) =>
    subsetsOf(mask).flatMap((events) => (events.length === 0 ? [] : [eventArguments(id, events)])),
  );
  const subscribed = pairs.flatMap((pair) =>
    own.map(({ id, mask }) => [...pair, ...eventArguments(id, mask)]),
  );
  const happened = sets.flatMap((mask) =>
    tellings(others, set(mask)).map((one) => [eventsArgument(mask), one]),
  );
  const strangers = others.filter((one) => one.of !== thread.of);
  const operators: Readonly<Record<ServiceName, readonly Operator[]>> = {
    Create: [
      ...each(['Create_ResourcesFull', 'Create_TableFull'], [[thread.name]]),
      ...each(['Create'], numbered([[]])),
    ],
    Subscribe: [
      ...each(refusals('Subscribe', subscribeRefusals), pairs),
      ...each(['Subscribe'], subscribed),
    ],
    Unsubscribe: [
      ...each(refusals('Unsubscribe', receiverRefusals), numbered([[]])),
      ...each(['Unsubscribe_NameUnknown', 'Unsubscribe'], numbered(ids.map((id) => [id]))),
    ],
    GetEvent: [
      ...each(refusals('GetEvent', [...receiverRefusals, 'TimedOut', 'Denied']), numbered([[]])),
      ...each(['GetEvent_Blocks'], numbered(thread.lasts.map((one) => [lastingArgument(one)]))),
      ...each(['GetEvent'], numbered(gotten)),
    ],
    SetEvent: [
      ...each(refusals('SetEvent', setRefusals), numbered([[]])),
      ...each(['SetEvent'], numbered(happened)),
    ],
    Drop: [
      ...each(refusals('Drop', receiverRefusals), numbered([[]])),
      ...each(['Drop'], numbered(told(woken))),
    ],
    Close: each(['Close'], numbered(told(ended))),
    Revoke: each(['Revoke'], numbered(told(ended))),
    Trap: each(
      ['Trap'],
      tellings(strangers, ended).map((one) => [thread.name, one]),
    ),
  };
  return thread.does.flatMap((name) => operators[name]);
};

/** Every operator with every argument, for the generated module. */
export const noticeOperators = (topology: NoticeTopology): readonly Operator[] => {
  const threads = threadsOf(topology);
  const inTime: Answers = ({ does }) => (does.includes('GetEvent') ? [{ kind: 'timedOut' }] : []);
  return [
    ...threads.flatMap((thread) => threadOperators(topology, thread)),
    ...each(
      ['Tick'],
      tellings(threads, inTime).map((told) => [told]),
    ),
  ];
};
