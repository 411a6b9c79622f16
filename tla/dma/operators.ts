import { eachOperator, named, one, times, upTo } from '../each-operator.ts';
import { numberedArgument } from '../numbered.ts';
import type { Operator } from '../twin.ts';
import type { DmaTopology } from './solution.ts';

/** What a driver asks, and what comes of it. */
const driverOperators = ({ makers, drives, share }: DmaTopology): readonly Operator[] => {
  const own = makers.flatMap((owner) =>
    upTo(share).map((number) => [owner, numberedArgument([owner, number])]),
  );
  return [
    ...eachOperator(
      [...named('RegisterMmio', ['Occupied', 'ResourcesFull']), 'RegisterMmio'],
      drives,
    ),
    ...eachOperator(
      [...named('RegisterDma', ['WriteExecute', 'FramesFull', 'ResourcesFull']), 'RegisterDma'],
      one(makers),
    ),
    ...eachOperator(['CloseMmio'], drives),
    ...eachOperator(['CloseDma'], own),
    ...eachOperator([...named('Attach', ['RightsMissing', 'Occupied']), 'Attach'], drives),
    ...eachOperator([...named('Detach', ['RightsMissing', 'WrongState']), 'Detach'], drives),
  ];
};

/** How a device reads and writes. */
const accessOperators = ({ processes, devices, share }: DmaTopology): readonly Operator[] => {
  const contents = one(['zero', ...devices]);
  const frames = one(
    processes.flatMap((owner) => upTo(share).map((number) => numberedArgument([owner, number]))),
  );
  const to = times(one(devices), frames);
  const by = times(times(one(devices), one(processes)), frames);
  return [
    ...eachOperator(['DmaRead'], times(to, contents)),
    ...eachOperator(['DmaRead_Kept', 'DmaRead_Former'], times(by, contents)),
    ...eachOperator(['DmaWrite'], to),
    ...eachOperator(['DmaWrite_Kept', 'DmaWrite_Former'], by),
    ...['DmaRead', 'DmaWrite'].flatMap((kind) =>
      eachOperator(named(kind, ['Blocked', 'Quiet']), to),
    ),
  ];
};

/** Every operator of the module with every argument, in the order of the module. */
export const dmaOperators = (topology: DmaTopology): readonly Operator[] => [
  ...driverOperators(topology),
  ...eachOperator(['Trap'], one(topology.traps)),
  ...accessOperators(topology),
  ...eachOperator(['CompleteInvalidation'], one(['iommu', ...topology.devices])),
];
