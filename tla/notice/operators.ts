import { eachOperator, subsetsOf, upTo } from '../each-operator.ts';
import type { Argument, Operator } from '../twin.ts';
import { eventArguments, lastingArgument } from './answers.ts';
import { eventsArgument } from './events.ts';
import type { Asked, NoticeTopology, ServiceName } from './solution.ts';
import { numbersOf, threadsOf } from './system.ts';
import type { NamedThread } from './system.ts';
import { endedBy, inTime, tellings, toldOf, wokenBy } from './tellings.ts';

type Tuples = readonly (readonly Argument[])[];

/** A thread, and what its arguments are taken from. */
interface Scope {
  readonly topology: NoticeTopology;
  readonly thread: NamedThread;
  readonly others: readonly NamedThread[];
  /** What its process asks for. */
  readonly asks: readonly Asked[];
  readonly numbers: readonly number[];
  /** These arguments for eachOperator number of the thread's table. */
  readonly onNumber: (more: Tuples) => Tuples;
}

const scopeOf = (topology: NoticeTopology, thread: NamedThread): Scope => {
  const numbers = upTo(numbersOf(topology, thread.of));
  return {
    topology,
    thread,
    others: threadsOf(topology).filter(({ name }) => name !== thread.name),
    asks: topology.asks.filter(({ by }) => by === thread.of),
    numbers,
    onNumber: (more) =>
      numbers.flatMap((number) => more.map((args) => [thread.name, number, ...args])),
  };
};

const receiverRefusals = ['BadHandle', 'HandleRevoked', 'WrongType'];

const refusals = (operator: string, ...more: readonly string[]): readonly string[] =>
  [...receiverRefusals, ...more].map((reason) => `${operator}_${reason}`);

const create = ({ thread, onNumber }: Scope): readonly Operator[] => [
  ...eachOperator(['Create_ResourcesFull', 'Create_TableFull'], [[thread.name]]),
  ...eachOperator(['Create'], onNumber([[]])),
];

const subscribe = ({ asks, numbers, onNumber }: Scope): readonly Operator[] => {
  const objects = [0, ...numbers];
  const names = refusals(
    'Subscribe',
    'Denied',
    'RightsMissing',
    'InvalidArgument',
    'SubscriptionsFull',
  );
  const asked = objects.flatMap((object) =>
    asks.map(({ id, mask }) => [object, ...eventArguments(id, mask)]),
  );
  return [
    ...eachOperator(names, onNumber(objects.map((object) => [object]))),
    ...eachOperator(['Subscribe'], onNumber(asked)),
  ];
};

const unsubscribe = ({ asks, onNumber }: Scope): readonly Operator[] => {
  const ids = [...new Set(asks.map(({ id }) => id))];
  return [
    ...eachOperator(refusals('Unsubscribe'), onNumber([[]])),
    ...eachOperator(['Unsubscribe_NameUnknown', 'Unsubscribe'], onNumber(ids.map((id) => [id]))),
  ];
};

const getEvent = ({ thread, asks, onNumber }: Scope): readonly Operator[] => {
  const events = asks.flatMap(({ id, mask }) =>
    subsetsOf(mask).flatMap((some) => (some.length === 0 ? [] : [eventArguments(id, some)])),
  );
  return [
    ...eachOperator(refusals('GetEvent', 'TimedOut', 'Denied'), onNumber([[]])),
    ...eachOperator(
      ['GetEvent_Blocks'],
      onNumber(thread.lasts.map((one) => [lastingArgument(one)])),
    ),
    ...eachOperator(['GetEvent'], onNumber(events)),
  ];
};

const setEvent = ({ topology, others, onNumber }: Scope): readonly Operator[] => {
  const happened = topology.sets.flatMap((mask) =>
    tellings(others, toldOf(topology, mask)).map(([told]) => [eventsArgument(mask), told]),
  );
  return [
    ...eachOperator(
      refusals('SetEvent', 'Denied', 'RightsMissing', 'InvalidArgument'),
      onNumber([[]]),
    ),
    ...eachOperator(['SetEvent'], onNumber(happened)),
  ];
};

const drop = ({ thread, others, onNumber }: Scope): readonly Operator[] => [
  ...eachOperator(refusals('Drop'), onNumber([[]])),
  ...eachOperator(['Drop'], onNumber(tellings(others, wokenBy(thread)))),
];

const letGo =
  (name: 'Close' | 'Revoke') =>
  ({ topology, thread, others, onNumber }: Scope): readonly Operator[] =>
    eachOperator([name], onNumber(tellings(others, endedBy(topology, thread))));

const trap = ({ topology, thread, others }: Scope): readonly Operator[] => {
  const strangers = others.filter((one) => one.of !== thread.of);
  const told = tellings(strangers, endedBy(topology, thread));
  return eachOperator(
    ['Trap'],
    told.map((args) => [thread.name, ...args]),
  );
};

const operatorsOf: Readonly<Record<ServiceName, (scope: Scope) => readonly Operator[]>> = {
  Create: create,
  Subscribe: subscribe,
  Unsubscribe: unsubscribe,
  GetEvent: getEvent,
  SetEvent: setEvent,
  Drop: drop,
  Close: letGo('Close'),
  Revoke: letGo('Revoke'),
  Trap: trap,
};

/** Every operator with every argument, for the generated module. */
export const noticeOperators = (topology: NoticeTopology): readonly Operator[] => {
  const threads = threadsOf(topology);
  return [
    ...threads.flatMap((thread) =>
      thread.does.flatMap((name) => operatorsOf[name](scopeOf(topology, thread))),
    ),
    ...eachOperator(['Tick'], tellings(threads, inTime)),
  ];
};
