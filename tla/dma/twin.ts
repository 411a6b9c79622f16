import { makeMicro } from '../../kernel/micro/micro.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { interpret } from '../../kss/interpreter.ts';
import type { Twin } from '../twin.ts';
import { alphabetOf } from './actions.ts';
import { isTriedIn } from './is-tried.ts';
import { operatorOf } from './operator.ts';
import type { DmaTopology } from './solution.ts';
import { systemOf } from './system.ts';
import type { State } from './system.ts';
import { viewOf } from './view.ts';

/**
 * The reference kernel over the abstract machine with an IOMMU, beside the module Dma.
 *
 * Shape: `use` replaces a part of the kernel, to plant a mismatch.
 */
export const dmaTwin = (topology: DmaTopology, use: Parts = parts): Twin<State> => {
  const system = systemOf(topology);
  const { solution, limits, machine } = system;
  const kernel = makeMicro(use)({ solution, security: interpret(solution), limits, machine });
  return {
    name: 'Dma',
    kernel,
    booted: kernel.boot(),
    alphabet: alphabetOf(system),
    isTried: isTriedIn(system),
    view: viewOf(system),
    operator: operatorOf(system),
  };
};
