import type { Refusal, Retcode } from '../model/step.ts';

/**
 * Numbers of the retcodes: the names are public, the numbers are ours (C-66).
 *
 * Source: spec/retcodes.md.
 */
export const retcodeNumber = {
  rcOk: 0n,
  rcInvalidArgument: -2n,
  rcSecurityDisallow: -3n,
  rcResourceNotFound: -8n,
  rcUnimplemented: -9n,
  rcInvalidThreadState: -14n,
  rcOutOfMemory: -16n,
} as const satisfies Record<Retcode, bigint>;

/** The retcode of each refusal; a row of spec/retcodes.md each. */
export const retcodeOf = {
  badHandle: 'rcResourceNotFound',
  notServing: 'rcInvalidThreadState',
  alreadyServing: 'rcInvalidThreadState',
  rightsMissing: 'rcSecurityDisallow',
  tableFull: 'rcOutOfMemory',
  unimplemented: 'rcUnimplemented',
} as const satisfies Record<Refusal, Retcode>;
