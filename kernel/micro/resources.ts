import { at } from '../../model/defect.ts';
import type { Branded, ProcessId, Sid } from '../../model/ids.ts';
import type { Writer } from '../../model/writer.ts';
import type { TableLicence } from './licence.ts';
import { tableOf } from './licence.ts';

/** What a receiver tells of one resource. */
export interface Subscription {
  readonly sid: Sid;
  readonly mask: number;
  /** A number of the subscriber's own. */
  readonly id: number;
  /** Events that have happened and were not taken. */
  readonly raised: number;
}

/** What a process has made, and holds or hands out by handles. Processes and threads have tables of their own. */
export type Resource =
  /** Something that a process provides: a file of a file server, a device. With an endpoint it can be called. */
  | {
      readonly kind: 'user';
      readonly type: number;
      readonly context: bigint;
      readonly target: { readonly listener: Sid; readonly endpoint: string } | undefined;
    }
  /** The mark of a transfer. */
  | { readonly kind: 'badge'; readonly context: bigint }
  | { readonly kind: 'receiver'; readonly subscriptions: readonly Subscription[] }
  | { readonly kind: 'word'; readonly value: number }
  | { readonly kind: 'interrupt'; readonly isSet: boolean }
  | {
      readonly kind: 'channel';
      readonly client: ProcessId;
      readonly server: ProcessId;
      readonly listener: Sid;
      /** The server has accepted it, and holds its end by a handle of its own. */
      readonly isAccepted: boolean;
    }
  | { readonly kind: 'listener' }
  | {
      readonly kind: 'image';
      readonly path: string;
      readonly className: string;
      readonly digest: string;
    }
  | { readonly kind: 'log' }
  /**
   * Frames of memory, mapped by whoever holds a handle to it: one that holds data is never executed, one
   * that holds code never written. Units: physical addresses.
   */
  | {
      readonly kind: 'buffer';
      readonly frames: readonly number[];
      readonly holds: 'data' | 'code';
    }
  /** Pages that registers of devices lie in. Units: physical addresses. */
  | { readonly kind: 'registers'; readonly frames: readonly number[]; readonly devices: Devices }
  | {
      readonly kind: 'ports';
      readonly first: number;
      readonly count: number;
      readonly devices: Devices;
    }
  /**
   * An interrupt line. An interrupt that is told masks it; one that comes while it is masked is told when it
   * is not any more.
   */
  | {
      readonly kind: 'line';
      readonly line: number;
      readonly isAttached: boolean;
      readonly isMasked: boolean;
      readonly isPending: boolean;
      readonly devices: Devices;
    }
  /** Frames that devices reach. Units: physical addresses. */
  | { readonly kind: 'dma'; readonly frames: readonly number[] }
  /** A domain of the IOMMU, by its number. */
  | { readonly kind: 'domain'; readonly domain: number };

/** The numbers of the devices that something belongs to. */
type Devices = readonly number[];

export type Row = readonly (Resource | undefined)[];

/**
 * The resources that each process has made, each in a place of its maker's own range, which is its SID.
 * Only the functions of this file make one.
 */
export type Resources = Branded<readonly Row[], 'Resources'>;

const resourcesOf = (rows: readonly Row[]): Resources => rows as Resources;

export const noResources = (processes: number): Resources =>
  resourcesOf(Array.from({ length: processes }, () => []));

export const findMade = (
  resources: Resources,
  owner: ProcessId,
  place: number,
): Resource | undefined => at(resources, owner)[place];

/** The least free place of a process's range; absent where it has as many as its limit. */
export const findFreePlace = (
  resources: Resources,
  owner: ProcessId,
  limit: number,
): number | undefined => {
  const row = at(resources, owner);
  const hole = row.indexOf(undefined);
  const free = hole < 0 ? row.length : hole;
  return free < limit ? free : undefined;
};

const put = (
  resources: Resources,
  owner: ProcessId,
  place: number,
  made: Resource | undefined,
): Resources => {
  const row = [...at(resources, owner)];
  row[place] = made;
  while (row.length > 0 && row.at(-1) === undefined) row.pop();
  return resourcesOf(resources.map((old, index) => (index === owner ? row : old)));
};

/** Licence: read for whose range it is. */
export const withResource = (
  resources: Resources,
  licence: TableLicence,
  place: number,
  made: Resource,
): Resources => put(resources, tableOf(licence), place, made);

/**
 * What a resource has become: another value of a word, another event of a subscription. The right to
 * it was looked up by whoever calls: a handle, or a subscription.
 */
export const changed = (
  resources: Resources,
  owner: ProcessId,
  place: number,
  now: Resource,
): Resources =>
  findMade(resources, owner, place) === now ? resources : put(resources, owner, place, now);

/** A resource that nobody holds any more is no more. */
export const destroyed = (resources: Resources, owner: ProcessId, place: number): Resources =>
  put(resources, owner, place, undefined);

/** Channels to a place that its process has left lead nowhere any more: nobody holds their server's end. */
export const cutOff = (resources: Resources, server: ProcessId): Resources => {
  const isTo = (resource: Resource | undefined): boolean =>
    resource?.kind === 'channel' && resource.server === server && !resource.isAccepted;
  if (!resources.some((row) => row.some(isTo))) return resources;
  return resourcesOf(
    resources.map((row) =>
      row.some(isTo)
        ? row.map((resource) =>
            resource?.kind === 'channel' && isTo(resource)
              ? { ...resource, isAccepted: true }
              : resource,
          )
        : row,
    ),
  );
};

const kindNumber = {
  user: 1,
  badge: 2,
  receiver: 3,
  word: 4,
  interrupt: 5,
  channel: 6,
  listener: 7,
  image: 8,
  log: 9,
  buffer: 10,
  registers: 11,
  ports: 12,
  line: 13,
  dma: 14,
  domain: 15,
} as const satisfies Record<Resource['kind'], number>;

const encodeFrames = (frames: readonly number[], writer: Writer): void => {
  writer.word(frames.length);
  for (const frame of frames) {
    writer.word(Math.floor(frame / 2 ** 32));
    writer.word(frame >>> 0);
  }
};

/** Canonical bytes of one resource. */
export const encodeResource = (resource: Resource, writer: Writer): void => {
  writer.word(kindNumber[resource.kind]);
  switch (resource.kind) {
    case 'user':
      writer.word(resource.type);
      writer.text(resource.context.toString(36));
      writer.word(resource.target?.listener ?? 0);
      writer.text(resource.target?.endpoint ?? '');
      return;
    case 'badge':
      writer.text(resource.context.toString(36));
      return;
    case 'receiver':
      writer.word(resource.subscriptions.length);
      for (const { sid, mask, id, raised } of resource.subscriptions)
        for (const word of [sid, mask, id, raised]) writer.word(word);
      return;
    case 'word':
      writer.word(resource.value);
      return;
    case 'interrupt':
      writer.word(Number(resource.isSet));
      return;
    case 'channel':
      for (const word of [resource.client, resource.server, resource.listener]) writer.word(word);
      writer.word(Number(resource.isAccepted));
      return;
    case 'image':
      for (const text of [resource.path, resource.className, resource.digest]) writer.text(text);
      return;
    case 'buffer':
      writer.word(resource.holds === 'data' ? 0 : 1);
      encodeFrames(resource.frames, writer);
      return;
    // The devices follow from what of theirs it is.
    case 'registers':
    case 'dma':
      encodeFrames(resource.frames, writer);
      return;
    case 'ports':
      for (const word of [resource.first, resource.count]) writer.word(word);
      return;
    case 'line':
      writer.word(resource.line);
      for (const is of [resource.isAttached, resource.isMasked, resource.isPending])
        writer.word(Number(is));
      return;
    case 'domain':
      writer.word(resource.domain);
      return;
    case 'listener':
    case 'log':
  }
};

/** Canonical bytes of what one process has made. */
export const encodeRow = (row: Row, writer: Writer): void => {
  writer.word(row.length);
  for (const resource of row) {
    if (resource === undefined) writer.word(0);
    else encodeResource(resource, writer);
  }
};
