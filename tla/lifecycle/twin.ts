import { Defect } from '../../model/defect.ts';
import { threadId } from '../../model/ids.ts';
import type { CallAction } from '../../model/step.ts';
import type { LocalHandle } from '../../model/value.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { rights } from '../../kernel/rights.ts';
import { makeMicro } from '../../kernel/micro/micro.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import type { Context } from '../../kss/context.ts';
import { interpret } from '../../kss/interpreter.ts';
import { answerOf } from '../operator-name.ts';
import { findHandle, serviceCall } from '../service-call.ts';
import type { Twin } from '../twin.ts';
import { alphabetOf } from './actions.ts';
import { isTriedIn } from './is-tried.ts';
import { operatorOf } from './operator.ts';
import type { LifecycleTopology } from './solution.ts';
import { systemOf } from './system.ts';
import type { LifecycleSystem } from './system.ts';
import { viewOf } from './view.ts';

type State = MicroState<Context>;

interface Given {
  readonly state: State;
  readonly handle: LocalHandle;
}

const givenBy = (kernel: Kernel<State>, state: State, action: CallAction, field: string): Given => {
  const { next, outcome } = kernel.step(state, action);
  const handle = findHandle(answerOf(outcome), field);
  if (handle === undefined) throw new Defect('a service has given no handle');
  return { state: next, handle };
};

/** Each holds whom it knows, and the images that it has, before anything that is compared. */
const prepared = (
  { topology, plan }: LifecycleSystem,
  kernel: Kernel<State>,
  booted: State,
): State => {
  const threadOf = (name: string) => threadId(topology.processes.indexOf(name));
  let state = booted;
  for (const [holder, held, may] of topology.known) {
    const by = threadOf(holder);
    const open = serviceCall(by, 'task.Task', 'Open', { name: held });
    const opened = givenBy(kernel, state, open, 'task');
    state = opened.state;
    if (may === 'everything') continue;
    const fields = { inHandle: opened.handle, newRightsMask: BigInt(rights.query) };
    const copy = serviceCall(by, 'handle.Handle', 'Copy', fields);
    const { state: next } = givenBy(kernel, state, copy, 'outHandle');
    const close = serviceCall(by, 'handle.Handle', 'Close', { handle: opened.handle });
    state = kernel.step(next, close).next;
  }
  for (const [holder, of] of Object.entries(topology.files)) {
    const path = plan.solution.processes[threadOf(of)]?.program.path ?? '';
    const open = serviceCall(threadOf(holder), 'fs.FS', 'Open', { path });
    state = givenBy(kernel, state, open, 'file').state;
  }
  return state;
};

/**
 * The reference kernel and engine beside the module Lifecycle.
 *
 * Shape: `use` replaces a part of the kernel, to plant a mismatch. It begins after boot: each process
 *        has opened what it is to hold from the beginning.
 */
export const lifecycleTwin = (topology: LifecycleTopology, use: Parts = parts): Twin<State> => {
  const system = systemOf(topology);
  const { solution } = system.plan;
  const kernel = makeMicro(use)({
    solution,
    security: interpret(solution),
    limits: system.limits,
  });
  const booted = kernel.boot();
  return {
    name: 'Lifecycle',
    kernel,
    booted: { ...booted, state: prepared(system, kernel, booted.state) },
    alphabet: alphabetOf(system),
    isTried: isTriedIn(system),
    view: viewOf(system),
    operator: operatorOf(system),
  };
};
