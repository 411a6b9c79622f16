import { makeMicro } from '../../kernel/micro/micro.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import type { Context } from '../../kss/context.ts';
import { interpret } from '../../kss/interpreter.ts';
import type { Twin } from '../twin.ts';
import { alphabetOf, badgeAction, isTried } from './actions.ts';
import { operatorOf } from './operator.ts';
import type { HandlesTopology } from './solution.ts';
import { processesOf } from '../laid-out.ts';
import { findBadge, systemOf } from './system.ts';
import { viewOf } from './view.ts';

/**
 * The reference kernel and engine beside the module Handles.
 *
 * Shape: `use` replaces a part of the kernel, to plant a mismatch. It begins after boot: each process
 *        that is to have a badge has made it.
 */
export const handlesTwin = (
  topology: HandlesTopology,
  use: Parts = parts,
): Twin<MicroState<Context>> => {
  const system = systemOf(topology);
  const { solution, limits } = system;
  const kernel = makeMicro(use)({ solution, security: interpret(solution), limits });
  const booted = kernel.boot();
  const badged = processesOf(system).filter((process) => findBadge(system, process) !== undefined);
  const state = badged.reduce(
    (so, process) => kernel.step(so, badgeAction(process)).next,
    booted.state,
  );
  return {
    name: 'Handles',
    kernel,
    booted: { ...booted, state },
    alphabet: alphabetOf(system),
    isTried,
    view: viewOf(system),
    operator: operatorOf(system),
  };
};
