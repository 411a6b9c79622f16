import { eachOperator, named, one, times, upTo } from '../each-operator.ts';
import type { Argument, Operator } from '../twin.ts';
import { numberedArgument } from '../numbered.ts';
import type { MemoryTopology } from './solution.ts';

/** What can be refused in any of a process's pages. */
const regionOperators = (topology: MemoryTopology): readonly Operator[] => {
  const makers = one(topology.makers);
  const pages = times(makers, one(upTo(topology.pages)));
  const asked = times(pages, one(topology.asks));
  return [
    ...eachOperator(named('Allocate', ['WriteExecute', 'PagesFull', 'FramesFull']), makers),
    ...eachOperator(['Allocate_Occupied', 'Allocate_Reserved'], pages),
    ...eachOperator(['Allocate'], asked),
    ...eachOperator(named('Commit', ['NotMapped', 'WrongType', 'Occupied', 'FramesFull']), pages),
    ...eachOperator(['Commit'], asked),
    ...eachOperator(['Decommit_NotMapped', 'Decommit_WrongType', 'Decommit'], pages),
  ];
};

const buffersOf = ({ sharers, objects }: MemoryTopology): readonly Argument[] =>
  sharers.flatMap((owner) => upTo(objects).map((number) => numberedArgument([owner, number])));

const sharingOperators = (topology: MemoryTopology): readonly Operator[] => {
  const { processes, sharers, pages, asks, channels, masks } = topology;
  const own = times(one(sharers), one(upTo(pages)));
  const kinds = times(own, one(['data', 'code']));
  const held = times(one(processes), one(buffersOf(topology)));
  return [
    ...eachOperator(named('MdlCreate', ['WriteExecute', 'FramesFull']), one(sharers)),
    ...eachOperator(['MdlCreate'], one(sharers)),
    ...eachOperator(named('MdlCreateFromVm', ['WrongType', 'NotMapped']), own),
    ...eachOperator(named('MdlCreateFromVm', ['WriteExecute', 'ResourcesFull']), kinds),
    ...eachOperator(['MdlCreateFromVm'], kinds),
    ...eachOperator(['MdlMap_HandleRevoked', 'MdlMap_PagesFull'], held),
    ...eachOperator(['MdlMap_RightsMissing'], times(held, one(asks))),
    ...eachOperator(['MdlMap_Occupied'], times(held, one(upTo(pages)))),
    ...eachOperator(['MdlMap'], times(held, times(one(upTo(pages)), one(asks)))),
    ...eachOperator(['Close', 'Revoke_HandleRevoked', 'Revoke'], held),
    ...eachOperator(['Call'], times(channels, times(one(buffersOf(topology)), one(masks)))),
    ...eachOperator(
      ['Recv', 'Reply'],
      channels.map(([client, server]) => [server, client]),
    ),
  ];
};

const accessOperators = ({
  processes,
  pages,
  cores,
  share,
}: MemoryTopology): readonly Operator[] => {
  const at = times(one(processes), one(upTo(pages)));
  const contents = one(['zero', ...processes]);
  const frames = processes.flatMap((owner) =>
    upTo(share).map((number) => numberedArgument([owner, number])),
  );
  const kept = times(
    times(one(processes), one(upTo(cores))),
    times(one(upTo(pages)), times(one(frames), one(['r', 'rw', 'rx']))),
  );
  return [
    ...eachOperator(['Load', 'Fetch'], times(at, contents)),
    ...eachOperator(['Load_Stale', 'Fetch_Stale'], times(kept, contents)),
    ...eachOperator(['Store_Stale'], kept),
    ...eachOperator(['Store', 'Load_Faulted', 'Fetch_Faulted', 'Store_Faulted'], at),
  ];
};

/** Every operator of the module with every argument, in the order of the module. */
export const memoryOperators = (topology: MemoryTopology): readonly Operator[] => {
  const { processes, pages, asks, traps, cores } = topology;
  const at = times(one(processes), one(upTo(pages)));
  return [
    ...regionOperators(topology),
    ...eachOperator(['Free_NotMapped', 'Free', 'Protect_NotMapped'], at),
    ...eachOperator(
      ['Protect_RightsMissing', 'Protect_WriteExecute', 'Protect'],
      times(at, one(asks)),
    ),
    ...sharingOperators(topology),
    ...accessOperators(topology),
    ...eachOperator(['Trap'], one(traps)),
    ...eachOperator(['CompleteInvalidation'], one(upTo(cores))),
  ];
};
