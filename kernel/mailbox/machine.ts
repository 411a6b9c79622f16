import { at } from '../../model/defect.ts';
import type { ProcessId, Sid } from '../../model/ids.ts';
import type { Outcome } from '../../model/step.ts';
import type { AuditLog } from '../audit-log.ts';
import type { Capabilities } from './capabilities.ts';
import type { Letter } from './licence.ts';

/** How a process ended. */
export type Exit =
  | { readonly kind: 'exited'; readonly status: number }
  | { readonly kind: 'terminated' }
  | { readonly kind: 'trapped'; readonly code: number };

/** Where a process is in its life. */
export type Stage =
  { readonly kind: 'loaded' | 'running' } | { readonly kind: 'ended'; readonly exit: Exit };

/**
 * What the thread of a process waits for: an answer in its reply slot, a letter in its mailbox, or time.
 *
 * Units: `remaining` counts ticks; absent for ever.
 */
export type Wait =
  | { readonly kind: 'no' }
  | { readonly kind: 'reply'; readonly from: ProcessId; readonly remaining: number | undefined }
  | {
      readonly kind: 'mail';
      /** The listener that the reception has named: all channels of a process lead to its one. */
      readonly over: Sid | undefined;
      readonly remaining: number | undefined;
    }
  | { readonly kind: 'time'; readonly remaining: number | undefined };

/** What lies in the reply slot: how the call ended, or that a time is over, whose answer is still to be judged. */
export type Slip = Outcome | 'slept';

/** One process, and its one thread. */
export interface Cell {
  readonly stage: Stage;
  readonly wait: Wait;
  readonly slot: Slip | undefined;
}

/**
 * The mailbox of a process: a bounded ring of copied requests, the oldest first, and the desk with the
 * letter that it serves. `isVoid`: the sender of that letter waits no more.
 */
export interface Box {
  readonly letters: readonly Letter[];
  readonly desk: Letter | undefined;
  readonly isVoid: boolean;
}

/** Something that a process provides. */
export interface Thing {
  readonly type: number;
  readonly context: bigint;
}

export type Row = readonly (Thing | undefined)[];

/** All but the engine's context, which services never see (S2); lists are by process. */
export interface Machine {
  readonly cells: readonly Cell[];
  readonly boxes: readonly Box[];
  readonly things: readonly Row[];
  readonly capabilities: Capabilities;
  readonly audit: AuditLog;
}

/** The whole state of the mailbox kernel. */
export interface MailboxState<Context extends object> {
  readonly machine: Machine;
  readonly context: Context;
}

export const emptyBox: Box = { letters: [], desk: undefined, isVoid: false };

export const loadedCell: Cell = {
  stage: { kind: 'loaded' },
  wait: { kind: 'no' },
  slot: undefined,
};

export const cellOf = ({ cells }: Machine, process: ProcessId): Cell => at(cells, process);

export const boxOf = ({ boxes }: Machine, process: ProcessId): Box => at(boxes, process);

const replaced = <Item>(items: readonly Item[], index: number, item: Item): readonly Item[] =>
  items.map((old, place) => (place === index ? item : old));

export const withCell = (machine: Machine, process: ProcessId, change: Partial<Cell>): Machine => ({
  ...machine,
  cells: replaced(machine.cells, process, { ...cellOf(machine, process), ...change }),
});

export const withBox = (machine: Machine, process: ProcessId, change: Partial<Box>): Machine => ({
  ...machine,
  boxes: replaced(machine.boxes, process, { ...boxOf(machine, process), ...change }),
});

/** The process has made a thing, or a thing of it is no more; a row ends with what is there. */
export const withThing = (
  machine: Machine,
  owner: ProcessId,
  place: number,
  thing: Thing | undefined,
): Machine => {
  const row = [...at(machine.things, owner)];
  row[place] = thing;
  while (row.length > 0 && row.at(-1) === undefined) row.pop();
  return { ...machine, things: replaced(machine.things, owner, row) };
};

export const withCapabilities = (machine: Machine, capabilities: Capabilities): Machine =>
  capabilities === machine.capabilities ? machine : { ...machine, capabilities };

export const isRunning = (machine: Machine, process: ProcessId): boolean =>
  cellOf(machine, process).stage.kind === 'running';
