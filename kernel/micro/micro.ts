import { component } from '../../model/component.ts';
import type { Component } from '../../model/component.ts';
import { Defect, absurd, at } from '../../model/defect.ts';
import { threadId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { Action, Step } from '../../model/step.ts';
import type { Kernel, System } from '../kernel.ts';
import { encodeAuditLog } from './audit-log.ts';
import { boot } from './boot.ts';
import { call } from './call.ts';
import { subjectsOf } from './core.ts';
import type { Core } from './core.ts';
import { describe, factsOf } from './facts.ts';
import { encodeHandles } from './handles.ts';
import type { MicroState } from './objects.ts';
import { parts } from './parts.ts';
import type { Parts } from './parts.ts';
import { encodeProcesses, isStarted } from './processes.ts';
import { recv } from './recv.ts';
import { reply } from './reply.ts';
import { encodeQueues, encodeThread, threadOf } from './threads.ts';

const componentsOf = <Context extends object>({
  solution,
  security,
}: System<Context>): readonly Component<MicroState<Context>>[] => {
  type State = MicroState<Context>;
  return [
    component('processes', ({ objects }: State) => objects.processes, encodeProcesses),
    ...solution.processes.map(({ id, name }) =>
      component(
        `thread of ${name}`,
        ({ objects }: State) => at(objects.threads.list, id),
        encodeThread,
      ),
    ),
    component('queues', ({ objects }: State) => objects.threads.queues, encodeQueues),
    component('handles', ({ objects }: State) => objects.handles, encodeHandles),
    component('audit', ({ objects }: State) => objects.audit, encodeAuditLog),
    component('context', ({ context }: State) => context, security.encode),
  ];
};

const readyThreads = <Context extends object>({
  objects,
}: MicroState<Context>): readonly ThreadId[] =>
  objects.threads.list.flatMap(({ process, wait }, index) =>
    wait.kind === 'ready' && isStarted(objects.processes, process) ? [threadId(index)] : [],
  );

const act = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Action,
): Step<MicroState<Context>> => {
  switch (action.kind) {
    case 'call':
      return call(core, state, action);
    case 'recv':
      return recv(core, state, action);
    case 'reply':
      return reply(core, state, action);
    default:
      return absurd(action);
  }
};

/**
 * The reference kernel: one lock, one thread a process, rendezvous without buffering (IPC-1).
 *
 * Shape:  `use` are its effects; tests replace one to plant a hole.
 * Throws: `step` throws a `Defect` for a thread that is not ready.
 * Source: spec/requirements.md IPC, MED; TLA+ tla/ipc/Ipc.tla.
 */
export const makeMicro =
  (use: Parts = parts) =>
  <Context extends object>(system: System<Context>): Kernel<MicroState<Context>> => {
    const gate = { security: system.security, subject: subjectsOf(system.solution) };
    const core: Core<Context> = { system, gate, parts: use };
    return {
      boot: () => boot(core),
      ready: readyThreads,
      step: (state, action) => {
        const { process, wait } = threadOf(state.objects.threads, action.by);
        if (wait.kind !== 'ready' || !isStarted(state.objects.processes, process)) {
          throw new Defect('a thread acted that cannot');
        }
        return act(core, state, action);
      },
      components: componentsOf(system),
      describe: (state) => describe(system, state),
      facts: (state) => factsOf(state),
    };
  };
