import { encode } from '../../layout.ts';
import { clearMemory, reading, writeWord } from '../../memory.ts';
import type { PhysicalMemory } from '../../memory.ts';
import { edited, refused } from '../../page.ts';
import { zero } from '../../word.ts';
import type { Word } from '../../word.ts';
import type { Domain, Iommu } from '../iommu.ts';
import { domainStage, outputSize } from './control.ts';
import type { SmmuControl } from './control.ts';
import { cdLayouts, steLayouts } from './layouts.ts';
import { domainInput } from './tables.ts';
import { contextPointerOf, entryBytes, inSte, readStructure, streamTableOf } from './stream.ts';

/** Write-back memory, inner shareable, for what hardware reads of tables. */
const cached = { cacheability: 1, shareability: 3 } as const;

/** Source: IHI 0070 5.4. Attributes 0 and 1 are write-back memory and Device-nGnRE, as pages say them. */
const descriptorFor = ({ number, root }: Domain): readonly Word[] => {
  const [cd0, cd1, , cd3] = cdLayouts;
  const { cacheability, shareability } = cached;
  const table = { T0SZ: domainInput.first.t0sz, IR0: cacheability, OR0: cacheability };
  const numbers = { ...table, SH0: shareability, EPD1: 1, V: 1, IPS: outputSize, AA64: 1 };
  return [
    encode(cd0, { address: 0, numbers: { ...numbers, R: 1, A: 1, ASET: 1, ASID: number } }),
    encode(cd1, { address: root, numbers: {} }),
    zero,
    encode(cd3, { address: 0, numbers: { Attr0: 0xff, Attr1: 0x04 } }),
  ];
};

const firstStageEntry = (pointer: number): readonly Word[] => {
  const [ste0, ste1] = steLayouts;
  const { cacheability, shareability } = cached;
  const numbers = { S1CIR: cacheability, S1COR: cacheability, S1CSH: shareability };
  return [
    encode(ste0, { address: pointer, numbers: { V: 1, Config: 5 } }),
    encode(ste1, { address: 0, numbers }),
    zero,
    zero,
  ];
};

const secondStageEntry = ({ number, root }: Domain): readonly Word[] => {
  const [ste0, ste1, ste2, ste3] = steLayouts;
  const { t0sz, sl0 } = domainInput.second;
  const walks = {
    S2IR0: cached.cacheability,
    S2OR0: cached.cacheability,
    S2SH0: cached.shareability,
  };
  const numbers = { S2VMID: number, S2T0SZ: t0sz, S2SL0: sl0, S2PS: outputSize, ...walks };
  return [
    encode(ste0, { address: 0, numbers: { V: 1, Config: 6 } }),
    encode(ste1, { address: 0, numbers: { SHCFG: 1 } }),
    encode(ste2, { address: 0, numbers: { ...numbers, S2AA64: 1, S2R: 1 } }),
    encode(ste3, { address: root, numbers: {} }),
  ];
};

/** Writes a structure of eight words, the first, with V, last. Source: IHI 0070 3.21.3. */
const withStructure = (
  memory: PhysicalMemory,
  at: number,
  [first = zero, ...rest]: readonly Word[],
): PhysicalMemory => {
  const cleared = clearMemory(memory, at, entryBytes);
  const behind = rest.reduce(
    (held, word, index) => writeWord(held, at + 8 * (index + 1), 8, word),
    cleared,
  );
  return writeWord(behind, at, 8, first);
};

/** Gives a stream a domain: by a context descriptor in a frame of its own, or by the entry alone where the second stage translates. */
export const attachBy =
  (control: SmmuControl): Iommu['attach'] =>
  (memory, base, requester, domain, frames) => {
    if (requester >= 2 ** control.log2size) return refused('outOfRange');
    const at = streamTableOf(base, control) + requester * entryBytes;
    const held = readStructure(reading(memory, 8), at);
    if (held === undefined) return refused('damaged');
    if (inSte(held, 'V') === 1) return refused('occupied');
    if (domainStage(control) === 'second')
      return edited(withStructure(memory, at, secondStageEntry(domain)), [], []);
    const [frame] = frames;
    if (frame === undefined) return refused('noFrame');
    const described = withStructure(memory, frame, descriptorFor(domain));
    return edited(withStructure(described, at, firstStageEntry(frame)), [frame], []);
  };

const frameBytes = 0x1000;

/** Takes the entry of a stream away, and the frame of its context descriptor, if it is one as `attach` makes it. */
export const detachBy =
  (control: SmmuControl): Iommu['detach'] =>
  (memory, base, requester) => {
    if (requester >= 2 ** control.log2size) return refused('notMapped');
    const at = streamTableOf(base, control) + requester * entryBytes;
    const held = readStructure(reading(memory, 8), at);
    if (held === undefined) return refused('damaged');
    if (inSte(held, 'V') === 0) return refused('notMapped');
    const pointer = contextPointerOf(held);
    const isOwn = inSte(held, 'Config') === 5 && inSte(held, 'S1CDMax') === 0;
    const freed = isOwn && pointer % frameBytes === 0 ? [pointer] : [];
    return edited(clearMemory(memory, at, entryBytes), [], freed);
  };
