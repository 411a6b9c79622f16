/** A kind of object that the kernel keeps, as large as a kernel in C or C++ would have it. Units: bytes. */
export interface ObjectSize {
  readonly bytes: number;
  readonly why: string;
}

/**
 * What the kernel's own objects take, for budgets.
 *
 * Source: figures of this model, each with its reason; a kernel's own are put in their place by its makers.
 */
export const objectSizes = {
  process: {
    bytes: 512,
    why: 'name, class, subject, stage, priority, root of its tables, lists of threads and regions',
  },
  thread: {
    bytes: 1024,
    why: 'general registers (AArch64: 31 of 8), 512 of vector registers (x86 FXSAVE, AArch64 V0–V31), its wait and whom it serves',
  },
  kernelStack: { bytes: 4096, why: 'a page for each thread while it is in the kernel' },
  handle: {
    bytes: 32,
    why: 'SID and rights of 4, parent of 8, channel of 4, mark of 4, links of 8',
  },
  resource: { bytes: 128, why: 'SID, kind, owner, links, and what the kind has besides' },
  queueEntry: {
    bytes: 64,
    why: 'client, channel, endpoint, method, handles in transit; the message stays with its sender (IPC-1)',
  },
  subscription: { bytes: 32, why: 'resource, mask, badge, links' },
  variable: { bytes: 256, why: 'a name and a value of the environment' },
  connection: { bytes: 64, why: 'name and channel that a creator gives' },
  auditRecord: { bytes: 256, why: 'event, verdict, rules, what the policy adds' },
  reservedPage: { bytes: 16, why: 'a region of a page alone: start, length, rights, links' },
  frame: { bytes: 8, why: 'state of a frame, and which mappings use it' },
  domain: {
    bytes: 16,
    why: 'a domain of the IOMMU beside its tables: its number, a list of devices',
  },
  contextEntry: {
    bytes: 16,
    why: 'what one object of the policy remembers of one SID: the SID of 4, a value of 8, a link of 4',
  },
  kernel: { bytes: 0x100000, why: 'code and data of kernel and security engine: assumed, 1 MB' },
} as const satisfies Record<string, ObjectSize>;

export type ObjectName = keyof typeof objectSizes;

/** Units: bytes of so many objects. */
export const bytesOf = (name: ObjectName, count: number): number => objectSizes[name].bytes * count;
