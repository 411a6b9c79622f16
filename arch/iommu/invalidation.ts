/**
 * What an IOMMU is to forget: what is said of a requester, a page of a domain, all of a domain, or
 * all. `wait` ends when all before it is done.
 *
 * Shape: `domain` of a requester is the one that it had; `any`, where a command does not say it.
 */
export type DmaInvalidation =
  | { readonly kind: 'device'; readonly requester: number; readonly domain: number | 'any' }
  | { readonly kind: 'page'; readonly domain: number; readonly address: number }
  | { readonly kind: 'domain'; readonly domain: number }
  | { readonly kind: 'devices' }
  | { readonly kind: 'domains' }
  | { readonly kind: 'wait' };
