import { holderOf, numberOf } from './handles.ts';
import type { Handle, HandleFields, HandleRef, Handles, NewHandle, Table } from './handles.ts';

/** How tables of handles are made. For the files of this folder alone; `npm run imports` checks it. */

export const handlesOf = (tables: readonly Table[]): Handles => tables as Handles;
export const handleOf = (fields: HandleFields): Handle => fields as Handle;

export const entryOf = (made: NewHandle): Handle =>
  handleOf({
    sid: made.sid,
    rights: made.rights,
    parent: made.parent,
    marks: made.badge === undefined ? [] : [made.badge],
    channel: made.channel,
    isRevoked: false,
    isInTransit: made.isInTransit ?? false,
  });

/** Tables that are being changed; each is copied once, when it first is. */
export class Draft {
  readonly #handles: Handles;
  readonly #own: ((Handle | undefined)[] | undefined)[] = [];

  constructor(handles: Handles) {
    this.#handles = handles;
  }

  set(ref: HandleRef, entry: Handle | undefined): void {
    const process = holderOf(ref);
    const table = (this.#own[process] ??= (this.#handles[process] ?? []).slice());
    table[numberOf(ref)] = entry;
    while (table.length > 0 && table.at(-1) === undefined) table.pop();
  }

  /** The very tables given, where nothing was set. */
  done(): Handles {
    return this.#own.length === 0
      ? this.#handles
      : handlesOf(this.#handles.map((table, process) => this.#own[process] ?? table));
  }
}
