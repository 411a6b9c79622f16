import type { ControlBit } from '../control.ts';
import type { Format, Mmu } from '../format.ts';
import type { FormatName } from '../names.ts';
import { editing } from '../radix/edit.ts';
import type { Editable } from '../radix/editable.ts';
import { pageSizesOf } from '../radix/level.ts';
import { judgeBy } from './judge.ts';
import { kindsOf } from './levels.ts';
import type { Descriptors } from './levels.ts';
import type { Regime } from './regime.ts';
import { radixOf, rootBy, walkBy } from './walk.ts';

/** What tells the formats of long descriptors apart. */
export interface LongParts<Name extends string> {
  readonly name: FormatName;
  readonly addressBits: Format['addressBits'];
  readonly physicalBits: number;
  readonly seesPrivilege: boolean;
  readonly controlBits: readonly ControlBit<Name>[];
  readonly descriptors: Descriptors;
  readonly regimeOf: (settings: Readonly<Partial<Record<Name, number>>>) => Regime;
}

const editableBy = (regime: Regime): Editable => {
  const judge = judgeBy(regime.output);
  return {
    radix: radixOf(regime),
    rootOf: rootBy(regime),
    accepts: regime.accepts,
    // No limits from above, so that the page's own descriptor decides.
    tableNumbers: {},
    judge: (level, word) => {
      const judged = judge(level, word);
      if (judged.kind !== 'stop') return judged;
      return { kind: 'stop', why: judged.why === 'notPresent' ? 'absent' : 'damaged' };
    },
    // Neither an access flag fault nor a write that dirty state permits comes between rights and their use.
    rightsNumbers: (rights) => ({ ...regime.rights.numbersOf(rights), AF: 1 }),
    cacheNumbers: regime.cacheNumbers,
  };
};

const mmuBy = (regime: Regime): Mmu => ({
  walk: walkBy(regime),
  ...editing(editableBy(regime)),
  effective: regime.rights.effective,
  pageSizes: pageSizesOf(regime.levels),
});

/** A format of long descriptors, for the 4 KB granule. */
export const makeLongFormat = <Name extends string>(parts: LongParts<Name>): Format<Name> => ({
  name: parts.name,
  bytes: 8,
  addressBits: parts.addressBits,
  physicalBits: parts.physicalBits,
  baseBits: 64,
  seesPrivilege: parts.seesPrivilege,
  controlBits: parts.controlBits,
  layouts: kindsOf(parts.descriptors),
  under: (settings) => mmuBy(parts.regimeOf(settings)),
});
