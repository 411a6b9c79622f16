import { addressIn, encode } from '../../layout.ts';
import { clearMemory, reading, writeWord } from '../../memory.ts';
import type { PhysicalMemory } from '../../memory.ts';
import { edited, refused } from '../../page.ts';
import type { Edited } from '../../page.ts';
import { isEdited } from '../../radix/editable.ts';
import { isSet, zero } from '../../word.ts';
import type { Word } from '../../word.ts';
import type { Domain, Iommu } from '../iommu.ts';
import { encodeRecord } from '../record.ts';
import { entryBytes, isReservedPair, readPair, rootTableOf } from './context.ts';
import { busOf, functionOf } from './faults.ts';
import { contextHigh, contextLow, rootLow } from './layouts.ts';

const tableBytes = 256 * entryBytes;

/** A context table, with the memory that holds it. */
interface ContextTable {
  readonly memory: PhysicalMemory;
  readonly table: number;
  readonly taken: readonly number[];
}

/** The context table of a bus, put there if none was. */
const tableFor = (
  memory: PhysicalMemory,
  base: Word,
  requester: number,
  [frame]: readonly number[],
): ContextTable | Edited => {
  const at = rootTableOf(base) + busOf(requester) * entryBytes;
  const root = readPair(reading(memory, 8), at);
  if (root === undefined || (isSet(root[0], 0) && isReservedPair(root, 'root')))
    return refused('damaged');
  if (isSet(root[0], 0)) return { memory, table: addressIn(rootLow, root[0]), taken: [] };
  if (frame === undefined) return refused('noFrame');
  const word = encode(rootLow, { address: frame, numbers: { P: 1 } });
  const cleared = writeWord(clearMemory(memory, frame, tableBytes), at + 8, 8, zero);
  return { memory: writeWord(cleared, at, 8, word), table: frame, taken: [frame] };
};

const wordsFor = ({ number, root }: Domain, width: number): readonly Word[] => {
  const [high = zero] = encodeRecord([contextHigh], { AW: width, DID: number });
  return [encode(contextLow, { address: root, numbers: { P: 1 } }), high];
};

/** Gives a requester a domain of so many levels, by their AW. Source: D51397 9.3: the low half, with P, last. */
export const attachBy =
  (width: number): Iommu['attach'] =>
  (memory, base, requester, domain, frames) => {
    const found = tableFor(memory, base, requester, frames);
    if (isEdited(found)) return found;
    const at = found.table + functionOf(requester) * entryBytes;
    const held = readPair(reading(found.memory, 8), at);
    if (held === undefined) return refused('damaged');
    if (isSet(held[0], 0)) return refused('occupied');
    const [low = zero, high = zero] = wordsFor(domain, width);
    const next = writeWord(writeWord(found.memory, at + 8, 8, high), at, 8, low);
    return edited(next, found.taken, []);
  };

/** Takes the context entry of a requester away; its table stays. */
export const detach: Iommu['detach'] = (memory, base, requester) => {
  const read = reading(memory, 8);
  const root = readPair(read, rootTableOf(base) + busOf(requester) * entryBytes);
  if (root === undefined) return refused('damaged');
  if (!isSet(root[0], 0)) return refused('notMapped');
  const at = addressIn(rootLow, root[0]) + functionOf(requester) * entryBytes;
  const held = readPair(read, at);
  if (held === undefined) return refused('damaged');
  if (!isSet(held[0], 0)) return refused('notMapped');
  return edited(writeWord(writeWord(memory, at, 8, zero), at + 8, 8, zero), [], []);
};
