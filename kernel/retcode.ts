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
  rcNotConnected: -4n,
  rcHandleRevoked: -5n,
  rcIpcInterrupt: -6n,
  rcTimeout: -7n,
  rcResourceNotFound: -8n,
  rcUnimplemented: -9n,
  rcBufferTooLarge: -10n,
  rcAbort: -12n,
  rcAlreadyExists: -13n,
  rcInvalidThreadState: -14n,
  rcFutexWouldBlock: -15n,
  rcOutOfMemory: -16n,
} as const satisfies Record<Retcode, bigint>;

/** The retcode of each refusal; a row of spec/retcodes.md each. */
export const retcodeOf = {
  abandoned: 'rcNotConnected',
  alreadyServing: 'rcInvalidThreadState',
  badHandle: 'rcResourceNotFound',
  badgeless: 'rcInvalidArgument',
  classMismatch: 'rcInvalidArgument',
  classUnknown: 'rcResourceNotFound',
  dropped: 'rcNotConnected',
  framesFull: 'rcOutOfMemory',
  handleRevoked: 'rcHandleRevoked',
  imageMismatch: 'rcInvalidArgument',
  interrupted: 'rcIpcInterrupt',
  invalidArgument: 'rcInvalidArgument',
  logEmpty: 'rcResourceNotFound',
  messageTooLarge: 'rcBufferTooLarge',
  nameTaken: 'rcAlreadyExists',
  nameUnknown: 'rcResourceNotFound',
  notConnected: 'rcNotConnected',
  notMapped: 'rcResourceNotFound',
  notServing: 'rcInvalidThreadState',
  occupied: 'rcAlreadyExists',
  pagesFull: 'rcOutOfMemory',
  processesFull: 'rcOutOfMemory',
  queueFull: 'rcOutOfMemory',
  resourcesFull: 'rcOutOfMemory',
  rightsMissing: 'rcSecurityDisallow',
  serverDied: 'rcAbort',
  startDenied: 'rcSecurityDisallow',
  subscriptionsFull: 'rcOutOfMemory',
  tableFull: 'rcOutOfMemory',
  threadsFull: 'rcOutOfMemory',
  timedOut: 'rcTimeout',
  transfersFull: 'rcOutOfMemory',
  unimplemented: 'rcUnimplemented',
  valueDiffers: 'rcFutexWouldBlock',
  woken: 'rcAbort',
  writeExecute: 'rcSecurityDisallow',
  wrongState: 'rcInvalidThreadState',
  wrongType: 'rcInvalidArgument',
} as const satisfies Record<Refusal, Retcode>;
