import type { HandleId, ProcessId, Sid, ThreadId } from '../../model/ids.ts';
import type { Refusal } from '../../model/step.ts';
import { lookUp } from './handles/handles.ts';
import type { Handle } from './handles/handles.ts';
import type { Objects } from './objects.ts';
import type { RomFile } from '../rom.ts';
import type { Plan } from './plan.ts';
import { findProcess } from './processes.ts';
import { findMade } from './resources.ts';
import type { Resource } from './resources.ts';
import { findThread } from './threads/threads.ts';

/** Where a resource that a process has made is. */
export interface Made<Kind extends Resource['kind']> {
  readonly kind: Kind;
  readonly sid: Sid;
  readonly owner: ProcessId;
  readonly place: number;
  readonly resource: Extract<Resource, { readonly kind: Kind }>;
}

type AnyMade = { [Kind in Resource['kind']]: Made<Kind> }[Resource['kind']];

/**
 * Anything that a handle can name, with its label: a SID, and a type (LBL-2). What has neither cannot be
 * reached, as all that is reached is looked up here.
 */
export type Labelled =
  | { readonly kind: 'kernel' }
  | { readonly kind: 'process'; readonly process: ProcessId }
  | { readonly kind: 'thread'; readonly thread: ThreadId }
  | { readonly kind: 'file'; readonly file: RomFile; readonly size: number }
  | {
      readonly kind: 'static channel';
      readonly client: ProcessId;
      readonly server: ProcessId;
      readonly listener: Sid;
    }
  | { readonly kind: 'static listener'; readonly process: ProcessId }
  | AnyMade;

const madeAt = (
  { resources }: Objects,
  sid: Sid,
  owner: ProcessId,
  place: number,
): AnyMade | undefined => {
  const resource = findMade(resources, owner, place);
  // One literal a kind: the compiler cannot pair a kind with its resource across the union.
  switch (resource?.kind) {
    case undefined:
      return undefined;
    case 'user':
      return { kind: 'user', sid, owner, place, resource };
    case 'badge':
      return { kind: 'badge', sid, owner, place, resource };
    case 'receiver':
      return { kind: 'receiver', sid, owner, place, resource };
    case 'word':
      return { kind: 'word', sid, owner, place, resource };
    case 'interrupt':
      return { kind: 'interrupt', sid, owner, place, resource };
    case 'channel':
      return { kind: 'channel', sid, owner, place, resource };
    case 'listener':
      return { kind: 'listener', sid, owner, place, resource };
    case 'image':
      return { kind: 'image', sid, owner, place, resource };
    case 'log':
      return { kind: 'log', sid, owner, place, resource };
    case 'buffer':
      return { kind: 'buffer', sid, owner, place, resource };
    case 'registers':
      return { kind: 'registers', sid, owner, place, resource };
    case 'ports':
      return { kind: 'ports', sid, owner, place, resource };
    case 'line':
      return { kind: 'line', sid, owner, place, resource };
    case 'dma':
      return { kind: 'dma', sid, owner, place, resource };
    case 'domain':
      return { kind: 'domain', sid, owner, place, resource };
  }
};

/** What a SID stands for; absent if it stands for nothing. */
export const findLabelled = (plan: Plan, objects: Objects, sid: Sid): Labelled | undefined => {
  const place = plan.numbering.place(sid);
  switch (place.kind) {
    case 'none':
    case 'einit':
      return undefined;
    case 'kernel':
      return { kind: 'kernel' };
    case 'process': {
      const { process } = place;
      return findProcess(objects.processes, process) === undefined
        ? undefined
        : { kind: 'process', process };
    }
    case 'thread': {
      const { thread } = place;
      return findThread(objects.threads, thread) === undefined
        ? undefined
        : { kind: 'thread', thread };
    }
    case 'channel': {
      const channel = plan.solution.channels[place.channel];
      if (channel === undefined) return undefined;
      const { client, server } = channel;
      return { kind: 'static channel', client, server, listener: plan.numbering.listener(server) };
    }
    case 'listener':
      return { kind: 'static listener', process: place.process };
    case 'file': {
      const file = plan.files[place.file];
      return file === undefined ? undefined : { kind: 'file', file, size: file.bytes.length / 2 };
    }
    case 'resource':
      return madeAt(objects, sid, place.process, place.place);
  }
};

/** A handle that names a resource of one kind, and the resource. */
export interface Held<Kind extends Labelled['kind']> {
  readonly handle: Handle;
  readonly found: Extract<Labelled, { readonly kind: Kind }>;
}

const isOf = <Kind extends Labelled['kind']>(
  found: Labelled,
  kinds: readonly Kind[],
): found is Extract<Labelled, { readonly kind: Kind }> => kinds.some((kind) => kind === found.kind);

/**
 * What a handle names, if it is of one of the kinds, and its holder may use it with the right.
 *
 * Refuses: `badHandle`; `handleRevoked`; `wrongType`; `rightsMissing`.
 */
export const lookUpKinds = <Kind extends Labelled['kind']>(
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  number: HandleId | undefined,
  kinds: readonly Kind[],
  right: number,
): Held<Kind> | Refusal => {
  const handle = lookUp(objects.handles, process, number);
  if (typeof handle === 'string') return handle;
  const found = findLabelled(plan, objects, handle.sid);
  if (found === undefined || !isOf(found, kinds)) return 'wrongType';
  return (handle.rights & right) === right ? { handle, found } : 'rightsMissing';
};

/**
 * What a handle names, if it is of the kind, and its holder may use it with the right.
 *
 * Refuses: `badHandle`; `handleRevoked`; `wrongType`; `rightsMissing`.
 */
export const lookUpKind = <Kind extends Labelled['kind']>(
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  number: HandleId | undefined,
  kind: Kind,
  right: number,
): Held<Kind> | Refusal => lookUpKinds(plan, objects, process, number, [kind], right);
