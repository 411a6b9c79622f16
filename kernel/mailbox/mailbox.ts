import { component } from '../../model/component.ts';
import type { Component } from '../../model/component.ts';
import { Defect, absurd, at } from '../../model/defect.ts';
import { processId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { Action, Started, Step, ThreadAction } from '../../model/step.ts';
import { encodeAuditLog, recorded } from '../audit-log.ts';
import type { Kernel, System } from '../kernel.ts';
import { boot } from './boot.ts';
import { call } from './call.ts';
import { encodeHeld } from './capabilities.ts';
import { collect } from './collect.ts';
import { left } from './core.ts';
import type { Core, Left } from './core.ts';
import { encodeBox, encodeCell, encodeRow } from './encode.ts';
import { describe, makeFacts } from './facts.ts';
import { layoutOf } from './layout.ts';
import type { Layout } from './layout.ts';
import { powerOver } from './licence.ts';
import { end } from './life.ts';
import { boxOf, cellOf, isRunning } from './machine.ts';
import type { Machine, MailboxState } from './machine.ts';
import { parts } from './parts.ts';
import type { Parts } from './parts.ts';
import { querySecurity } from './query-security.ts';
import { recv } from './recv.ts';
import { reply } from './reply.ts';
import { isTimed, tick } from './tick.ts';

/** The parts of a state: four of each process, the log, and the engine's context. */
const componentsOf = <Context extends object>({
  system: { security },
  layout: { solution },
}: Core<Context>): readonly Component<MailboxState<Context>>[] => {
  type State = MailboxState<Context>;
  return [
    ...solution.processes.flatMap(({ id, name }) => [
      component(`cell of ${name}`, ({ machine }: State) => cellOf(machine, id), encodeCell, id),
      component(`mailbox of ${name}`, ({ machine }: State) => boxOf(machine, id), encodeBox, id),
      component(
        `handles of ${name}`,
        ({ machine }: State) => machine.capabilities,
        (all, writer) => {
          encodeHeld(all, id, writer);
        },
        id,
      ),
      component(`things of ${name}`, ({ machine }: State) => at(machine.things, id), encodeRow, id),
    ]),
    component('audit', ({ machine }: State) => machine.audit, encodeAuditLog),
    component('context', ({ context }: State) => context, security.encode),
  ];
};

const isReady = ({ cells }: Machine, process: ProcessId): boolean => {
  const { stage, wait } = at(cells, process);
  return stage.kind === 'running' && wait.kind === 'no';
};

/** The code of an access where nothing is mapped: this kernel maps nothing. */
const nothingMapped = 0;

/** What a use of a port ends with: none is permitted. */
const portForbidden = 13;

/** An exception of a process's own, that ends it. */
const fault = <Context extends object>(
  core: Core<Context>,
  { machine, context }: MailboxState<Context>,
  by: ProcessId,
  code: number,
): Left<Context> => {
  const ended = end(core.layout, machine, powerOver(by), { kind: 'trapped', code });
  return left(ended, context, { kind: 'faulted', code });
};

const actOf = <Context extends object>(
  core: Core<Context>,
  state: MailboxState<Context>,
  action: ThreadAction,
): Left<Context> => {
  const by = core.layout.numbering.processOfThread(action.by);
  if (!isReady(state.machine, by)) throw new Defect('a thread acted that cannot');
  switch (action.kind) {
    case 'call':
      return call(core, state, action, by);
    case 'recv':
      return recv(core, state, action, by);
    case 'reply':
      return reply(core, state, action, by);
    case 'querySecurity':
      return querySecurity(core, state, action, by);
    case 'trap':
      return fault(core, state, by, action.code);
    case 'load':
    case 'store':
    case 'fetch':
      return fault(core, state, by, nothingMapped);
    case 'portIn':
    case 'portOut':
      return fault(core, state, by, portForbidden);
    default:
      return absurd(action);
  }
};

const act = <Context extends object>(
  core: Core<Context>,
  state: MailboxState<Context>,
  action: Action,
): Left<Context> => {
  const { machine, context } = state;
  switch (action.kind) {
    case 'tick':
      return left(tick(core.layout, machine), context, {
        kind: 'done',
        result: { kind: 'ticked' },
      });
    case 'completeInvalidation':
      return left(machine, context, { kind: 'done', result: { kind: 'invalidated' } });
    case 'raiseInterrupt':
      return left(machine, context, { kind: 'done', result: { kind: 'raised' } });
    case 'dmaRead':
    case 'dmaWrite':
      throw new Defect('a device acts that is not there');
    default:
      return actOf(core, state, action);
  }
};

/** The threads that run in one state and not in another. */
const runningOnlyIn = ({ threadOf }: Layout, one: Machine, other: Machine): readonly Started[] =>
  one.cells.flatMap(({ stage }, index) => {
    const process = processId(index);
    const isNew = stage.kind === 'running' && !isRunning(other, process);
    return isNew ? [{ thread: threadOf(process), process, entry: 0 }] : [];
  });

/** Every process collects what is its own; then contexts of what is gone are dropped, and the log is kept. */
const settle = <Context extends object>(
  core: Core<Context>,
  state: MailboxState<Context>,
  acted: Left<Context>,
): Step<MailboxState<Context>> => {
  const { layout, parts: use, system } = core;
  const before = state.machine;
  const { machine, context, outcome, events, completions } = collect(core, acted);
  const released = use
    .gone(layout, before, machine)
    .reduce((so, sid) => system.security.release(so, sid), context);
  const audit = recorded(machine.audit, events, layout.limits);
  const after = audit === machine.audit ? machine : { ...machine, audit };
  return {
    next:
      after === before && released === state.context
        ? state
        : { machine: after, context: released },
    outcome,
    events,
    completions,
    started: runningOnlyIn(layout, machine, before),
    ended: runningOnlyIn(layout, before, machine).map(({ thread }) => thread),
    accesses: [],
    transfers: [],
  };
};

/**
 * A second kernel of another design: requests are copied into the mailbox of their server, answers into
 * the reply slot of their caller, and each process ends its waits itself by what it finds there (KRN-2).
 *
 * Shape:  `use` are its effects; tests replace one to plant a hole.
 * Throws: `step` throws a `Defect` for a thread that is not ready.
 * Source: spec/kernels.md.
 */
export const makeMailbox =
  (use: Parts = parts) =>
  <Context extends object>(system: System<Context>): Kernel<MailboxState<Context>> => {
    const layout = layoutOf(system.solution, system.limits);
    const core: Core<Context> = { system, layout, parts: use };
    const factsOf = makeFacts(layout);
    const { processes } = system.solution;
    return {
      threads: layout.numbering.threads,
      nameOf: (_state, thread) =>
        processes[layout.numbering.processOfThread(thread)]?.name ?? `thread ${String(thread)}`,
      boot: () => boot(core),
      ready: ({ machine }) =>
        processes.flatMap(({ id }) => (isReady(machine, id) ? [layout.threadOf(id)] : [])),
      isTimed: ({ machine }) => isTimed(machine),
      invalidating: () => [],
      step: (state, action) => settle(core, state, act(core, state, action)),
      components: componentsOf(core),
      describe: (state) => describe(system, layout, state),
      facts: ({ machine }) => factsOf(machine),
    };
  };
