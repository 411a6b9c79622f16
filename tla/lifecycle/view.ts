import { threadId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { MicroState, Objects } from '../../kernel/micro/objects.ts';
import { findProcess } from '../../kernel/micro/processes.ts';
import type { Exit, Process } from '../../kernel/micro/processes.ts';
import { findThread } from '../../kernel/micro/threads/threads.ts';
import type { Context } from '../../kss/context.ts';
import { flowState } from '../flow-state.ts';
import { tlaRecord } from '../value.ts';
import type { TlaState, TlaValue } from '../value.ts';
import { heldBy } from './held.ts';
import type { HeldThing } from './held.ts';
import type { LifecycleSystem } from './system.ts';

/** `t.K` as the module writes it. */
export const classWord = (className: string): string => className.slice('t.'.length);

/** An installed image's bytes as the module's number. */
export const digestNumber = (digest: string): number => Number.parseInt(digest.slice(0, 2), 16);

const setOf = (elements: readonly TlaValue[]): TlaValue => ({ kind: 'set', elements });

const endValue = (exit: Exit): TlaValue => {
  switch (exit.kind) {
    case 'exited':
      return [exit.kind, exit.status];
    case 'trapped':
      return [exit.kind, exit.code];
    case 'terminated':
      return [exit.kind, 0];
  }
};

const lineOf = ({ nameOf }: LifecycleSystem, held: readonly HeldThing[]): TlaValue =>
  held.flatMap((thing) =>
    thing.kind === 'channel' ? [thing.isCut ? 'cut' : nameOf(thing.server)] : [],
  );

const processValue = (
  system: LifecycleSystem,
  process: Process | undefined,
  held: readonly HeldThing[],
): TlaValue => {
  if (process === undefined) return tlaRecord({ stage: 'absent' });
  const { stage, connections } = process;
  return tlaRecord({
    stage: stage.kind,
    name: process.name.slice(process.name.indexOf('/') + 1),
    class: classWord(process.className),
    end: stage.kind === 'frozen' || stage.kind === 'ended' ? endValue(stage.exit) : [],
    links: setOf(connections.map(({ server }) => system.nameOf(server))),
    line: lineOf(system, held),
  });
};

/** The client of what a process serves; `nobody` where it waits no more. */
const servingValue = (
  { nameOf }: LifecycleSystem,
  { threads }: Objects,
  process: ProcessId,
): TlaValue => {
  const { serving, isAbandoned } = findThread(threads, threadId(process)) ?? {};
  if (serving === undefined) return [];
  return [isAbandoned === true ? 'nobody' : nameOf(serving.from)];
};

const imageValue = (held: readonly HeldThing[]): TlaValue =>
  held.flatMap((thing): readonly TlaValue[] =>
    thing.kind === 'image' ? [[classWord(thing.className), digestNumber(thing.digest)]] : [],
  );

/** The variables of the module Lifecycle. */
export const viewOf =
  (system: LifecycleSystem) =>
  ({ objects, context }: MicroState<Context>): TlaState => {
    const { nameOf, plan } = system;
    const held = new Map(
      system.processes.map((process) => [process, heldBy(system, objects, process)] as const),
    );
    const heldOf = (process: ProcessId): readonly HeldThing[] => held.get(process) ?? [];
    const byName = (value: (process: ProcessId) => TlaValue): TlaValue =>
      tlaRecord(
        Object.fromEntries(
          system.processes.map((process) => [nameOf(process), value(process)] as const),
        ),
      );
    return {
      proc: byName((process) =>
        processValue(system, findProcess(objects.processes, process), heldOf(process)),
      ),
      holds: byName((process) =>
        setOf(
          heldOf(process).flatMap((thing) =>
            thing.kind === 'process' ? [nameOf(thing.process)] : [],
          ),
        ),
      ),
      queue: byName((process) =>
        (objects.threads.queues[process] ?? []).map((client) =>
          nameOf(plan.numbering.processOfThread(client)),
        ),
      ),
      serving: byName((process) => servingValue(system, objects, process)),
      image: byName((process) => imageValue(heldOf(process))),
      context: byName((process) => flowState(context, 'duty', plan.numbering.process(process))),
    };
  };
