import type { PhysicalMemory } from '../memory.ts';
import type { Word } from '../word.ts';
import type { Cached, Space } from './translator.ts';

/** What a core is asked to forget: the translations of one page, or of all of a space. */
export interface Invalidation {
  readonly space: number;
  readonly address: number | 'all';
}

/** A core: what it may still translate by, and what it was asked to forget and has not yet. */
export interface Core {
  readonly cached: readonly Cached[];
  readonly pending: readonly Invalidation[];
}

/** A device that is, or was, in a domain. */
export interface Attachment {
  readonly device: number;
  readonly domain: number;
}

/**
 * What the IOMMU goes by where a device is in a domain.
 *
 * Shape: `domain` tags what is kept; `words` are what the tables of devices said, and none where there are no tables.
 */
export interface DeviceContext {
  readonly domain: number;
  readonly words: readonly Word[];
}

/** An attachment that has ended. Shape: `context` is what was gone by until then, and may still be. */
export interface Former extends Attachment {
  readonly context: DeviceContext | undefined;
}

/** What the IOMMU is asked to forget: translations of a domain, or where a device was attached. */
export type DmaInvalidation =
  | ({ readonly kind: 'translations' } & Invalidation)
  | ({ readonly kind: 'attachment' } & Attachment);

/**
 * What devices do by themselves.
 *
 * Shape: `domains` by their number; `attached` and `power` by the number of the device. `former` are attachments
 *        that have ended and that the IOMMU may still go by. A device that is `stopping` was told to, and may go on
 *        until it has come to rest; a quiet one reads and writes nothing.
 */
export interface DmaState {
  readonly domains: readonly Space[];
  readonly attached: readonly (number | undefined)[];
  readonly power: readonly ('quiet' | 'running' | 'stopping')[];
  readonly cached: readonly Cached[];
  readonly former: readonly Former[];
  readonly pending: readonly DmaInvalidation[];
}

/**
 * The state of a machine: a value.
 *
 * Shape: `spaces` by their number; those of places without a process are empty.
 */
export interface MachineState {
  readonly memory: PhysicalMemory;
  readonly spaces: readonly Space[];
  readonly cores: readonly Core[];
  readonly dma: DmaState;
}
