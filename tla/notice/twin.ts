import { makeMicro } from '../../kernel/micro/micro.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import type { Context } from '../../kss/context.ts';
import { interpret } from '../../kss/interpreter.ts';
import type { Twin } from '../twin.ts';
import { alphabetOf, isTriedIn } from './actions.ts';
import { operatorOf } from './operator.ts';
import { prepared } from './prepare.ts';
import type { NoticeTopology } from './solution.ts';
import { systemOf } from './system.ts';
import { viewOf } from './view.ts';

/**
 * The reference kernel and engine beside the module Notice.
 *
 * Shape: `use` replaces a part of the kernel, to plant a mismatch. It begins after boot, when the first
 *        process has lent what it has made.
 */
export const noticeTwin = (
  topology: NoticeTopology,
  use: Parts = parts,
): Twin<MicroState<Context>> => {
  const system = systemOf(topology);
  const { solution, limits } = system;
  const kernel = makeMicro(use)({ solution, security: interpret(solution), limits });
  const booted = kernel.boot();
  return {
    name: 'Notice',
    kernel,
    booted: { ...booted, state: prepared(system, kernel, booted.state) },
    alphabet: alphabetOf(system),
    isTried: isTriedIn(system),
    view: viewOf(system),
    operator: operatorOf(system),
  };
};
