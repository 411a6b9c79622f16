import { eachOperator, subsetsOf } from '../each-operator.ts';
import type { Argument, Operator } from '../twin.ts';
import { endArgument, toldArgument } from './arguments.ts';
import type { End } from './arguments.ts';
import type { LifecycleTopology } from './solution.ts';
import { childrenOf, placesFor } from './system.ts';

const controls = ['Load', 'Start', 'Terminate', 'Freeze'];

type Tuple = readonly Argument[];

/** Each of the tuples with each of the places behind it. */
const toEach = (tuples: readonly Tuple[], places: readonly string[]): readonly Tuple[] =>
  tuples.flatMap((tuple) => places.map((place) => [...tuple, place]));

/** Which clients of a process may learn that it has ended. */
const toldFor = ({ links }: LifecycleTopology, server: string): readonly Argument[] =>
  subsetsOf(links.flatMap(([client, to]) => (to === server ? [client] : []))).map(toldArgument);

const makersOperators = (topology: LifecycleTopology): readonly Operator[] =>
  Object.entries(topology.makers).flatMap(([maker, kinds]) => {
    const named = kinds.map((kind) => [maker, ...kind]);
    const places = placesFor(topology, maker);
    const refusals = ['Denied', 'NameTaken', 'ProcessesFull', 'TableFull', 'Withheld'];
    return [
      ...eachOperator(
        refusals.map((refusal) => `Create_${refusal}`),
        named,
      ),
      ...eachOperator(['Create'], toEach(named, places)),
      ...eachOperator(
        ['Connect_WrongState', 'Connect_NameTaken', 'Connect'],
        topology.links
          .filter(([client]) => places.includes(client))
          .map(([client, server]) => [maker, client, server]),
      ),
    ];
  });

const restlessOperators = (topology: LifecycleTopology, name: string): readonly Operator[] => {
  const opened = [...new Set((topology.makers[name] ?? []).map(([to]) => to))].map((to) => [
    name,
    to,
  ]);
  const places = placesFor(topology, name);
  const kinds = topology.images.map((image) => [name, ...image]);
  const classes = [...new Set(topology.images.map(([className]) => className))];
  return [
    ...eachOperator(
      ['Create_ClassUnknown', ...[...controls, 'Status'].map((one) => `${one}_BadHandle`)],
      [[name]],
    ),
    ...eachOperator(['Open_NameUnknown', 'Open_TableFull'], opened),
    ...eachOperator(['Open'], toEach(opened, places)),
    ...eachOperator(
      ['Install_ClassUnknown', 'Install_ResourcesFull', 'Install_TableFull', 'Remove'],
      [[name]],
    ),
    ...eachOperator(['Install', 'Update'], kinds),
    ...eachOperator(
      ['Update_ClassMismatch'],
      classes.map((className) => [name, className]),
    ),
  ];
};

const onProcess = [
  'Load_WrongState',
  'Load_WrongType',
  'Load_ImageMismatch',
  'Load',
  'Start_WrongState',
  'Start_ResourcesFull',
  'Start_Denied',
  'Start',
  'Terminate_WrongState',
  'Freeze_WrongState',
];

const endsOf = ({ statuses, codes }: LifecycleTopology): readonly (End | undefined)[] => [
  undefined,
  ['terminated', 0],
  ...statuses.map((status): End => ['exited', status]),
  ...codes.map((code): End => ['trapped', code]),
];

/** Whom each process of the init description may come to hold. */
const withinReach = (topology: LifecycleTopology, name: string): readonly string[] => [
  ...topology.known.flatMap(([holder, held]) => (holder === name ? [held] : [])),
  ...(name in topology.makers ? placesFor(topology, name) : []),
];

const controlOperators = (topology: LifecycleTopology, name: string): readonly Operator[] => {
  const others = withinReach(topology, name).map((other) => [name, other]);
  const isAsking = ([, other]: readonly string[]): boolean =>
    topology.known.some(
      ([holder, held, may]) => holder === name && held === other && may === 'asking',
    );
  return [
    ...eachOperator(
      controls.map((one) => `${one}_RightsMissing`),
      others.filter(isAsking),
    ),
    ...eachOperator(
      onProcess,
      others.filter((one) => !isAsking(one)),
    ),
    ...eachOperator(
      ['Terminate', 'Freeze'],
      others
        .filter((one) => !isAsking(one))
        .flatMap((one) => toldFor(topology, one[1] ?? '').map((told) => [...one, told])),
    ),
    ...eachOperator(
      ['Status'],
      others.flatMap((one) => endsOf(topology).map((end) => [...one, endArgument(end)])),
    ),
  ];
};

const endOperators = (topology: LifecycleTopology, name: string): readonly Operator[] => {
  const by = (numbers: readonly number[]): readonly Tuple[] =>
    numbers.flatMap((number) => toldFor(topology, name).map((told) => [name, number, told]));
  return [
    ...eachOperator(['Exit_Denied'], [[name]]),
    ...eachOperator(['Exit'], by(topology.statuses)),
    ...eachOperator(['Trap'], by(topology.codes)),
  ];
};

const messageOperators = ({ links }: LifecycleTopology): readonly Operator[] => {
  const clients = [...new Set(links.map(([client]) => client))].map((client) => [client]);
  const servers = [...new Set(links.map(([, server]) => server))].map((server) => [server]);
  return [
    ...eachOperator(['Call_NotConnected'], clients),
    ...eachOperator(['Call_Denied', 'Call'], links),
    ...eachOperator(
      ['Take', 'Reply'],
      links.map(([client, server]) => [server, client]),
    ),
    ...eachOperator(['Reply_Abandoned'], servers),
  ];
};

/** Every operator with every argument, for the generated module. */
export const lifecycleOperators = (topology: LifecycleTopology): readonly Operator[] => {
  const { processes, steady } = topology;
  const restless = processes.filter((name) => !steady.includes(name));
  return [
    ...makersOperators(topology),
    ...processes.flatMap((name) => controlOperators(topology, name)),
    ...restless.flatMap((name) => [
      ...restlessOperators(topology, name),
      ...eachOperator(
        ['Close'],
        withinReach(topology, name).map((other) => [name, other]),
      ),
    ]),
    ...[...restless, ...childrenOf(topology)].flatMap((name) => endOperators(topology, name)),
    ...messageOperators(topology),
  ];
};
