import type { Words } from '../known-answer.ts';
import type { DmaFaultName } from './fault.ts';
import type { DmaRequest } from './iommu.ts';

/**
 * One request of a device whose outcome was worked out by hand from a manual.
 *
 * Shape: `cites` names the tables and sections that it follows from. Numbers are hexadecimal texts; `record`
 *        are the words that hardware writes down.
 */
export interface KnownDmaAnswer {
  readonly shows: string;
  readonly cites: string;
  readonly base: string;
  readonly control?: Readonly<Record<string, number>>;
  readonly memory: Words;
  readonly request: readonly [DmaRequest['kind'], requester: number, address: string];
  readonly answer: { readonly pa: string } | 'interrupt' | KnownDmaFault;
}

export interface KnownDmaFault {
  readonly fault: DmaFaultName;
  readonly code: string;
  readonly record: readonly string[] | 'none';
}
