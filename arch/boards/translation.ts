import { formats, tlbFormats } from '../catalogue.ts';
import type { ControlBit } from '../control.ts';
import { archNames } from '../names.ts';
import type { ArchName, TlbName } from '../names.ts';
import type { Rights } from '../page.ts';
import type { Board } from './board.ts';

/** What an architecture says of a board that has it. */
interface Translation {
  readonly physicalBits: number;
  readonly controlBits: readonly ControlBit<string>[];
  /** Does it keep programs from the kernel's pages? Second stages do not: they translate for guests. */
  readonly seesPrivilege: boolean;
  readonly pageSizes: readonly number[];
  readonly effective: (rights: Rights) => Rights;
}

const isTlb = (name: ArchName): name is TlbName => archNames[name] === 'tlb';

/** The architecture of a board, under its control bits. */
export const translationOf = ({ arch, settings }: Board): Translation => {
  if (isTlb(arch)) {
    const { physicalBits, pageSizes, effective } = tlbFormats[arch];
    return { physicalBits, controlBits: [], seesPrivilege: true, pageSizes, effective };
  }
  const { physicalBits, controlBits, seesPrivilege, under } = formats[arch];
  const { pageSizes, effective } = under(settings);
  return { physicalBits, controlBits, seesPrivilege, pageSizes, effective };
};
