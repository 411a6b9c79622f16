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

/** Tables that are being changed; each is copied once. */
export class Draft {
  readonly #tables: Table[];
  readonly #own = new Map<number, (Handle | undefined)[]>();

  constructor(handles: Handles) {
    this.#tables = [...handles];
  }

  set(ref: HandleRef, entry: Handle | undefined): void {
    const process = holderOf(ref);
    let table = this.#own.get(process);
    if (table === undefined) {
      table = [...(this.#tables[process] ?? [])];
      this.#own.set(process, table);
      this.#tables[process] = table;
    }
    table[numberOf(ref)] = entry;
    while (table.length > 0 && table.at(-1) === undefined) table.pop();
  }

  done(): Handles {
    return handlesOf(this.#tables);
  }
}
