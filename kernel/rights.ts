/**
 * Rights of a handle, as bits of its mask: the general part is the low 16 bits, and what the type of
 * the resource defines the high 16. The names of the general ones are public; the numbers are ours.
 *
 * Source: KasperskyOS Community Edition help, "Handle permissions mask".
 */
export const rights = {
  copy: 0x1,
  transfer: 0x2,
  getSid: 0x4,
  getEvent: 0x8,
  setEvent: 0x10,
  /** Of a channel: to call over it. Of a callable user object: to call it. */
  call: 0x1_0000,
  /** Of a channel or a listener: to take its requests. */
  receive: 0x2_0000,
  /** Of a process: to load, connect and start it. */
  control: 0x1_0000,
  /** Of a process or a thread: to end or freeze it. */
  terminate: 0x2_0000,
  /** Of a process or a thread: to ask how it ended, and how it is scheduled. */
  query: 0x4_0000,
  /** Of a thread: to resume it and to set its priority. */
  schedule: 0x1_0000,
  /** Of a receiver: to take events, and to change what is subscribed. */
  events: 0x1_0000,
  /** Of a word: to wait for it. */
  wait: 0x1_0000,
  /** Of a word: to set and wake it. */
  wake: 0x2_0000,
  /** Of ports: to use them. */
  use: 0x1_0000,
  /** Of an interrupt line: to be told of its interrupts, and to mask it. */
  attach: 0x1_0000,
  /** Of a domain: to put devices and buffers into it. */
  manage: 0x1_0000,
  /** Of a file, an image, a log, a buffer, registers: to read it, to load from it, to map it for reading. */
  read: 0x1_0000,
  /** Of a buffer, of registers: to map it for writing. */
  write: 0x2_0000,
  /** Of a buffer: to map it for execution. */
  execute: 0x4_0000,
  /** Of an image: to put another in its place, and to remove it. */
  replace: 0x2_0000,
} as const;

/** What whoever makes a resource may do with it: everything. */
export const allRights = 0xffff_ffff;

/** A thread is its own process's to handle: no other keeps its place, by a handle, when it has ended. */
export const threadRights = (allRights & ~rights.transfer) >>> 0;

/** What the kernel's own channel and the channels of the solution give their clients. */
export const clientRights = rights.copy | rights.transfer | rights.getSid | rights.call;

/** What the listener of a process gives it: it does not leave the process. */
export const listenerRights = rights.copy | rights.getSid | rights.receive;

/** No more than both allow, as an unsigned mask. */
export const narrowed = (held: number, mask: number): number => (held & mask) >>> 0;
