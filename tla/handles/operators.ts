import { each, subsetsOf } from '../tuples.ts';
import type { Argument, Operator } from '../twin.ts';
import { marksArgument, rightsArgument } from './arguments.ts';
import { rightNames } from './solution.ts';
import type { HandlesTopology, Mask } from './solution.ts';
import { placesOf } from './system.ts';
import { tellingArgument } from './telling.ts';
import type { Telling } from './telling.ts';

const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

const onHandle = [
  'Copy_BadHandle',
  'Copy_HandleRevoked',
  'Copy_RightsMissing',
  'Copy_WrongType',
  'Copy_TableFull',
  'Close_BadHandle',
  'Close',
  'Revoke_BadHandle',
  'Revoke_HandleRevoked',
  'Revoke',
  'RevokeSubtree_BadHandle',
  'RevokeSubtree_Denied',
  'RevokeSubtree_HandleRevoked',
  'RevokeSubtree_Badgeless',
  'RevokeSubtree_WrongType',
];

const refusedSends = [
  'Send_BadHandle',
  'Send_HandleRevoked',
  'Send_RightsMissing',
  'Send_WrongType',
  'Send_TransfersFull',
  'Send_TableFull',
];

const marksOf = ({ badged }: HandlesTopology, name: string): readonly Argument[] => [
  marksArgument(undefined),
  ...badged.filter((one) => one === name).map(marksArgument),
];

/** What may be told of a handle that comes to a table of so many places, with some of the rights. */
const tellingsOf = (
  kind: Telling['kind'],
  places: number,
  mask: Mask = rightNames,
): readonly Argument[] =>
  upTo(places).flatMap((number) =>
    subsetsOf(mask).map((rights) => tellingArgument({ kind, number, rights })),
  );

const serviceOperators = (topology: HandlesTopology): readonly Operator[] => {
  const { processes, makers, badged, masks } = topology;
  const places = placesOf(topology);
  const numbered = (names: readonly string[]): readonly (readonly [string, number])[] =>
    names.flatMap((name) => upTo(places[name] ?? 0).map((number) => [name, number] as const));
  const copies = numbered(processes).flatMap(([name, number]) =>
    masks.copy.flatMap((mask) =>
      marksOf(topology, name).flatMap((mark) =>
        upTo(places[name] ?? 0).map((made) => [name, number, rightsArgument(mask), mark, made]),
      ),
    ),
  );
  return [
    ...each(
      ['CreateUserObject_ResourcesFull', 'CreateUserObject_TableFull'],
      makers.map((name) => [name]),
    ),
    ...each(['CreateUserObject'], numbered(makers)),
    ...each(onHandle, numbered(processes)),
    ...each(['RevokeSubtree'], numbered(badged)),
    ...each(['Copy'], copies),
  ];
};

/** One way of a message: its kind, who sends it, and to whom. */
type Way = readonly [kind: 'request' | 'response', from: string, to: string];

const sendOperators = (topology: HandlesTopology, way: Way): readonly Operator[] => {
  const [kind, from, to] = way;
  const places = placesOf(topology);
  const handles = upTo(places[from] ?? 0).map((number) => [...way, number]);
  const masked = handles.flatMap((one) =>
    topology.masks.send.map((mask) => ({ mask, args: [...one, rightsArgument(mask)] })),
  );
  /** What is told at once: of a request, nothing. */
  const nowOf = (told: Telling['kind'], mask: Mask): readonly Argument[] =>
    kind === 'request' ? [tellingArgument(undefined)] : tellingsOf(told, places[to] ?? 0, mask);
  const lent = masked.flatMap(({ mask, args }) =>
    marksOf(topology, from).flatMap((marks) =>
      nowOf('lent', mask).map((now) => [...args, marks, now]),
    ),
  );
  const returned = masked.flatMap(({ mask, args }) =>
    nowOf('own', mask).map((now) => [...args, now]),
  );
  return [
    ...each(['Send_Nothing'], [way]),
    ...each(refusedSends, handles),
    ...each(
      ['Send_Denied'],
      masked.map(({ args }) => args),
    ),
    ...each(['Send_Lent'], lent),
    ...each(['Send_Returned'], returned),
  ];
};

/** Every operator with every argument, for the generated module. */
export const handlesOperators = (topology: HandlesTopology): readonly Operator[] => {
  const { channels } = topology;
  const places = placesOf(topology);
  const ways: readonly Way[] = [
    ...channels.map(([client, server]): Way => ['request', client, server]),
    ...channels.map(([client, server]): Way => ['response', server, client]),
  ];
  const taken = channels.flatMap(([client, server]) =>
    [
      tellingArgument(undefined),
      ...tellingsOf('lent', places[server] ?? 0),
      ...tellingsOf('own', places[server] ?? 0),
    ].map((telling) => [server, client, telling]),
  );
  return [
    ...serviceOperators(topology),
    ...ways.flatMap((way) => sendOperators(topology, way)),
    ...each(['Take'], taken),
  ];
};
