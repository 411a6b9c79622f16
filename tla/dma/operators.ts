import { eachOperator, named, one, times, upTo } from '../each-operator.ts';
import { numberedArgument } from '../numbered.ts';
import type { Operator } from '../twin.ts';
import type { DmaTopology } from './solution.ts';

/** What a driver asks, and what comes of it. */
const driverOperators = ({ processes, devices, share }: DmaTopology): readonly Operator[] => {
  const drivers = one(processes);
  const of = times(drivers, one(devices));
  const own = processes.flatMap((owner) =>
    upTo(share).map((number) => [owner, numberedArgument([owner, number])]),
  );
  return [
    ...eachOperator([...named('RegisterMmio', ['Occupied', 'ResourcesFull']), 'RegisterMmio'], of),
    ...eachOperator(
      [...named('RegisterDma', ['WriteExecute', 'FramesFull', 'ResourcesFull']), 'RegisterDma'],
      drivers,
    ),
    ...eachOperator(['CloseMmio'], of),
    ...eachOperator(['CloseDma'], own),
    ...eachOperator([...named('Attach', ['RightsMissing', 'Occupied']), 'Attach'], of),
    ...eachOperator([...named('Detach', ['RightsMissing', 'WrongState']), 'Detach'], of),
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
