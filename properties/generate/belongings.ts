import { at } from '../../model/defect.ts';
import { handleId } from '../../model/ids.ts';
import type { ProcessId, Sid } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { Facts, HandleFact } from '../../kernel/kernel.ts';
import type { RandomStream } from '../../simulator/random.ts';

/** What a handle is of, as far as a service cares. `other`: the kernel, channels, listeners, files. */
export type HandleKind = 'process' | 'thread' | 'other' | 'any' | (string & {});

/** What a process has to work with, by the kind of what its handles are of. */
export interface Belongings {
  readonly facts: Facts;
  readonly process: ProcessId;
  readonly ofKind: (...kinds: readonly HandleKind[]) => readonly HandleFact[];
}

/** What a process holds, by what it is of. */
export const belongingsOf = (facts: Facts, process: ProcessId): Belongings => {
  const kindOf = (sid: Sid): HandleKind =>
    facts.resources.find((resource) => resource.sid === sid)?.kind ??
    (facts.processes.some((one) => one.sid === sid)
      ? 'process'
      : facts.threads.some((one) => one.sid === sid)
        ? 'thread'
        : 'other');
  const own = facts.handles.filter((handle) => handle.process === process && !handle.inTransit);
  return {
    facts,
    process,
    ofKind: (...kinds) =>
      kinds.includes('any') ? own : own.filter(({ sid }) => kinds.includes(kindOf(sid))),
  };
};

/** A call of a service of the kernel. */
export const service = (name: string, fields: Readonly<Record<string, Value>>): Intent => {
  const dot = name.lastIndexOf('.');
  return {
    kind: 'call',
    handle: handleId(0),
    endpoint: name.slice(0, dot),
    method: name.slice(dot + 1),
    message: record(Object.entries(fields)),
  };
};

/** A handle, as a message has it, with all its rights. */
export const lend = ({ number }: HandleFact): Value => ({
  kind: 'localHandle',
  number,
  rights: 0xffff_ffff,
});

export const oneOf = <Item>(items: readonly Item[], pick: RandomStream): Item =>
  at(items, pick.below(items.length));
