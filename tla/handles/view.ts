import { at } from '../../model/defect.ts';
import { threadId } from '../../model/ids.ts';
import type { ProcessId, Sid } from '../../model/ids.ts';
import {
  findEntry,
  holderOf,
  numberOf as kernelNumberOf,
} from '../../kernel/micro/handles/handles.ts';
import type { Handle, HandleRef } from '../../kernel/micro/handles/handles.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import type { Thread } from '../../kernel/micro/threads/thread.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import type { Context } from '../../kss/context.ts';
import { flowState } from '../flow-state.ts';
import { tlaRecord } from '../value.ts';
import type { TlaState, TlaValue } from '../value.ts';
import { processesOf } from '../laid-out.ts';
import { handleOf, numberOf, numbersOf, objectsOf, rightsOf } from './system.ts';
import type { HandlesSystem } from './system.ts';
import { findTelling, tellingValue } from './telling.ts';

type State = MicroState<Context>;

/** An entry of a table as the module names it. */
const slotOf = (system: HandlesSystem, ref: HandleRef): TlaValue => {
  const holder = holderOf(ref);
  return [system.nameOf(holder), numberOf(system, holder, kernelNumberOf(ref))];
};

/** A resource as the module names it: its maker, and which of its resources it is. */
const resourceOf = (system: HandlesSystem, sid: Sid): TlaValue => {
  const place = system.numbering.place(sid);
  return place.kind === 'resource'
    ? [system.nameOf(place.process), place.place - system.firstResource(place.process) + 1]
    : place.kind;
};

/** Whose badge a mark is. */
const markOf = ({ numbering, nameOf }: HandlesSystem, mark: Sid): TlaValue => {
  const place = numbering.place(mark);
  return place.kind === 'resource' ? nameOf(place.process) : place.kind;
};

const channelOf = (
  { numbering, solution, nameOf }: HandlesSystem,
  channel: Sid | undefined,
): TlaValue => {
  if (channel === undefined) return [];
  const place = numbering.place(channel);
  if (place.kind !== 'channel') return place.kind;
  const { client, server } = at(solution.channels, place.channel);
  return [nameOf(client), nameOf(server)];
};

const entryOf = (system: HandlesSystem, entry: Handle | undefined): TlaValue =>
  entry === undefined
    ? tlaRecord({ state: 'free' })
    : tlaRecord({
        state: entry.isRevoked ? 'revoked' : 'live',
        of: resourceOf(system, entry.sid),
        rights: { kind: 'set', elements: rightsOf(entry.rights) },
        parent: entry.parent === undefined ? [] : slotOf(system, entry.parent),
        marks: { kind: 'set', elements: entry.marks.map((mark) => markOf(system, mark)) },
        over: channelOf(system, entry.channel),
        inTransit: entry.isInTransit,
      });

const callOf = (system: HandlesSystem, { wait }: Thread): TlaValue => {
  if (wait.kind !== 'calling' && wait.kind !== 'awaiting') return tlaRecord({ state: 'none' });
  const { server, message } = wait.pending;
  const to = system.nameOf(server);
  return wait.kind === 'awaiting'
    ? tlaRecord({ state: 'taken', to })
    : tlaRecord({
        state: 'sent',
        to,
        told: tellingValue(findTelling(system, server, message, 'given')),
      });
};

/** Every resource that a process may make, by the module's name and the kernel's. */
const resourcesOf = (
  system: HandlesSystem,
): readonly { readonly name: TlaValue; readonly process: ProcessId; readonly place: number }[] => {
  const objects = objectsOf(system.topology);
  return processesOf(system).flatMap((process) => {
    const name = system.nameOf(process);
    return Array.from({ length: objects[name] ?? 0 }, (_, index) => ({
      name: [name, index + 1],
      process,
      place: system.firstResource(process) + index,
    }));
  });
};

/** The variables of the module Handles. */
export const viewOf = (system: HandlesSystem): ((state: State) => TlaState) => {
  const processes = processesOf(system);
  const resources = resourcesOf(system);
  const slots = processes.flatMap((process) =>
    numbersOf(system, process).map((number) => ({
      name: [system.nameOf(process), number],
      process,
      handle: handleOf(system, process, number),
    })),
  );
  return ({ objects, context }) => ({
    handle: {
      kind: 'function',
      pairs: slots.map(({ name, process, handle }) => [
        name,
        entryOf(system, findEntry(objects.handles, process, handle)),
      ]),
    },
    call: tlaRecord(
      Object.fromEntries(
        processes.map((process) => [
          system.nameOf(process),
          callOf(system, threadOf(objects.threads, threadId(process))),
        ]),
      ),
    ),
    made: {
      kind: 'set',
      elements: resources
        .filter(({ process, place }) => objects.resources[process]?.[place] !== undefined)
        .map(({ name }) => name),
    },
    context: {
      kind: 'function',
      pairs: resources.map(({ name, process, place }) => [
        name,
        flowState(context, 'use', system.numbering.resource(process, place)),
      ]),
    },
  });
};
