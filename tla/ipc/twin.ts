import { makeMicro } from '../../kernel/micro/micro.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import type { Context } from '../../kss/context.ts';
import { interpret } from '../../kss/interpreter.ts';
import type { Twin } from '../twin.ts';
import { alphabetOf } from './actions.ts';
import { operatorOf } from './operator.ts';
import type { IpcTopology } from './solution.ts';
import { prepare, systemOf } from './system.ts';
import { viewOf } from './view.ts';

/**
 * The reference kernel and engine beside the module Ipc.
 *
 * Shape: `use` replaces a part of the kernel, to plant a mismatch. It begins after boot, when each
 *        process has made its second thread, and what interrupts its waits.
 */
export const ipcTwin = (topology: IpcTopology, use: Parts = parts): Twin<MicroState<Context>> => {
  const system = systemOf(topology);
  const { solution, limits } = system;
  const kernel = makeMicro(use)({ solution, security: interpret(solution), limits });
  const prepared = prepare(system, kernel);
  return {
    name: 'Ipc',
    kernel,
    booted: prepared.booted,
    alphabet: alphabetOf(system, prepared),
    isTried: () => true,
    view: viewOf(system),
    operator: operatorOf(system),
  };
};
