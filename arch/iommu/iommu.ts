import type { IommuKind } from '../boards/board.ts';
import type { ControlBit } from '../control.ts';
import type { Mmu } from '../format.ts';
import type { Layout } from '../layout.ts';
import type { PhysicalMemory, ReadWord } from '../memory.ts';
import type { Edited } from '../page.ts';
import type { Tree } from '../radix/tree.ts';
import type { Word } from '../word.ts';
import type { DmaFaulted } from './fault.ts';
import type { DmaInvalidation } from './invalidation.ts';

/** A read or a write of memory by a device. Shape: `requester` is a PCI function, or a stream. */
export interface DmaRequest {
  readonly requester: number;
  readonly address: Word;
  readonly kind: 'read' | 'write';
}

/**
 * What the tables of devices say of a requester: the entries, and the domain that they tag translations by.
 *
 * Shape: the entries were found to be good.
 */
export interface DmaContext {
  readonly kind: 'context';
  readonly domain: number;
  readonly words: readonly Word[];
}

/** What a request comes to. `interrupt`: the address is one where writes become interrupts, and no memory. */
export type DmaWalk =
  | { readonly kind: 'translated'; readonly address: number }
  | { readonly kind: 'interrupt' }
  | DmaFaulted;

/** A domain: addresses that devices have in common. Shape: `root` is the address of its root table. */
export interface Domain {
  readonly number: number;
  readonly root: number;
}

/** An IOMMU with its registers set; the base of the tables of devices is given each time. */
export interface Iommu {
  /** Is an address one where writes become interrupts, and that is not translated? */
  readonly isInterrupt: (address: Word) => boolean;
  readonly findContext: (
    read: ReadWord,
    base: Word,
    request: DmaRequest,
  ) => DmaContext | DmaFaulted;
  readonly walk: (read: ReadWord, context: DmaContext, request: DmaRequest) => DmaWalk;
  /** Gives a requester a domain; frames for tables of devices are taken from the front of `frames`. */
  readonly attach: (
    memory: PhysicalMemory,
    base: Word,
    requester: number,
    domain: Domain,
    frames: readonly number[],
  ) => Edited;
  /** Takes the domain of a requester away: its requests fault from then on. */
  readonly detach: (memory: PhysicalMemory, base: Word, requester: number) => Edited;
  /** Edits of the tables of a domain, and what these come to as a whole. */
  readonly tables: Pick<Mmu, 'map' | 'unmap' | 'protect' | 'effective'> & Tree;
  /** Units: bytes of the table of devices, which is aligned to its size. */
  readonly deviceTableBytes: number;
  /** The least address behind those that domains have. */
  readonly addressEnd: number;
  /** The commands by which a driver has hardware forget; each is two words. */
  readonly commandsFor: (what: DmaInvalidation) => readonly (readonly Word[])[];
  /** What a command has hardware forget; nothing, if it is no command of these. */
  readonly meaningOf: (command: readonly Word[]) => readonly DmaInvalidation[];
}

/** A kind of IOMMU, as a manual describes it. */
export interface IommuFormat<Name extends string = string> {
  readonly name: IommuKind;
  readonly controlBits: readonly ControlBit<Name>[];
  /** Each word of each kind of entry, record and command. */
  readonly layouts: readonly Layout[];
  readonly under: (settings: Readonly<Partial<Record<Name, number>>>) => Iommu;
}

/** Translates a request by the tables alone. */
export const translate = (
  { isInterrupt, findContext, walk }: Pick<Iommu, 'isInterrupt' | 'findContext' | 'walk'>,
  read: ReadWord,
  base: Word,
  request: DmaRequest,
): DmaWalk => {
  if (isInterrupt(request.address)) return { kind: 'interrupt' };
  const context = findContext(read, base, request);
  return context.kind === 'faulted' ? context : walk(read, context, request);
};
