import { Defect } from '../../model/defect.ts';
import { handleId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action, Step } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import { allRights } from '../../kernel/rights.ts';
import type { Booted, Kernel } from '../../kernel/kernel.ts';
import { makeMicro } from '../../kernel/micro/micro.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { interpret } from '../../kss/interpreter.ts';
import { processesOf } from '../laid-out.ts';
import { answerOf } from '../operator-name.ts';
import { findHandle, localHandle, serviceCall } from '../service-call.ts';
import type { Twin } from '../twin.ts';
import { alphabetOf, isTried } from './actions.ts';
import { operatorOf } from './operator.ts';
import type { ChannelsTopology } from './solution.ts';
import { systemOf } from './system.ts';
import type { ChannelsSystem, State } from './system.ts';
import { viewOf } from './view.ts';

const madeBy = ({ outcome }: Step<State>): HandleId => {
  const made = findHandle(answerOf(outcome), 'handle');
  if (made === undefined) throw new Defect('the twin Channels has made no object');
  return made.number;
};

/** Boots; then each server makes its objects, and lends them to their clients in answers over the solution's channels. */
const prepare = (system: ChannelsSystem, kernel: Kernel<State>): Booted<State> => {
  const booted = kernel.boot();
  let { state } = booted;
  const act = (action: Action): Step<State> => {
    const step = kernel.step(state, action);
    state = step.next;
    return step;
  };
  const processOf = (name: string): ProcessId => {
    const found = processesOf(system).find((one) => system.nameOf(one) === name);
    if (found === undefined) throw new Defect(`the twin Channels has no process ${name}`);
    return found;
  };
  for (const [client, server] of system.topology.objects) {
    const [from, to] = [processOf(client), processOf(server)];
    const over = system.solution.channels.filter((one) => one.client === from);
    const channel = handleId(1 + over.findIndex((one) => one.server === to));
    const own = system.solution.channels.filter((one) => one.client === to).length;
    const listener = localHandle(handleId(1 + own));
    const fields = { rights: BigInt(allRights), ipcChannel: listener, riid: 0n };
    const object = madeBy(
      act(serviceCall(threadId(to), 'handle.Handle', 'CreateUserObject', fields)),
    );
    const look = { endpoint: 'gate', method: 'Look', message: record([['x', 1n]]) };
    act({ kind: 'call', by: threadId(from), handle: channel, ...look });
    act({ kind: 'recv', by: threadId(to) });
    const back = localHandle(object);
    const message = record([...emptyMessage.fields, ['back', back]]);
    act({ kind: 'reply', by: threadId(to), as: 'response', message });
  }
  return { ...booted, state };
};

/**
 * The reference kernel and engine beside the module Channels.
 *
 * Shape: `use` replaces a part of the kernel, to plant a mismatch. It begins after boot, when the
 *        clients of objects hold them.
 */
export const channelsTwin = (topology: ChannelsTopology, use: Parts = parts): Twin<State> => {
  const system = systemOf(topology);
  const { solution, limits } = system;
  const kernel = makeMicro(use)({ solution, security: interpret(solution), limits });
  return {
    name: 'Channels',
    kernel,
    booted: prepare(system, kernel),
    alphabet: alphabetOf(system),
    isTried: isTried(system),
    view: viewOf(system),
    operator: operatorOf(system),
  };
};
