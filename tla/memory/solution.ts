import type { Topology } from '../init-text.ts';
import { filesOf } from '../laid-out.ts';
import { policyHead } from '../policy-head.ts';

/** What pages are asked for: to be read at least. */
export type Asked = 'r' | 'rw' | 'rx';

/** Rights that are lent: all that the lender has, or to read alone. */
export type Mask = 'all' | 'r';

/** Processes that have memory and lend each other buffers, and their shares. */
export interface MemoryTopology extends Topology {
  /** Who reserves and commits memory. */
  readonly makers: readonly string[];
  /** Who makes buffers. */
  readonly sharers: readonly string[];
  readonly traps: readonly string[];
  readonly cores: number;
  /** Frames of each process. */
  readonly share: number;
  /** Pages that each process may have reserved. */
  readonly pages: number;
  /** Buffers that each process may have made at a time. */
  readonly objects: number;
  readonly asks: readonly Asked[];
  readonly masks: readonly Mask[];
}

/** The solution of the twin Memory: a message carries a handle, and its answer nothing. */
const interfaceText = `package t.Lend
interface {
    Give(in Handle given);
}
`;

const classText = (name: string): string => `entity t.${name}
endpoints { lend : t.Lend }
`;

/** All is granted: the twin speaks of memory alone. */
const policyText = (classes: readonly string[]): string => `${policyHead(classes, [])}
execute { grant () }
request { grant () }
response { grant () }
`;

/** The files of the solution. */
export const memoryFiles = (topology: MemoryTopology): ReadonlyMap<string, string> =>
  filesOf(topology, { path: 't/Lend.idl', idl: interfaceText, edl: classText, psl: policyText });
