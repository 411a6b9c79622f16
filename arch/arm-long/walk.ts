import type { Access } from '../access.ts';
import type { ReadWord } from '../memory.ts';
import { descend } from '../radix/descend.ts';
import { updatesOf } from '../radix/updates.ts';
import type { Walk } from '../walk.ts';
import { field, isSet, withBit, withField } from '../word.ts';
import type { Word } from '../word.ts';
import { Defect } from '../../model/defect.ts';
import { descriptorBits } from './bits.ts';
import { fits, judgeBy } from './judge.ts';
import { numberOfLevel } from './levels.ts';
import type { Regime } from './regime.ts';
import type { LongFault } from './status.ts';

/** Tables of a regime; where no memory answers, a walk ends by its own fault. */
const radixOf = ({ levels }: Regime) =>
  ({ bytes: 8, levels, nobody: { why: 'externalOnWalk' } }) as const;

/** The root table that a table base register names: aligned to its own size. Source: DDI 0487 D4.2.10. */
export const rootBy =
  ({ levels: [start], output: { top } }: Regime) =>
  (base: Word): number => {
    if (start === undefined) throw new Defect('a regime without levels');
    const low = 3 + start.last - start.first + 1;
    return field(base, low, top) * 2 ** low;
  };

/** With dirty state managed and DBM set, a page is writable, and is made so by the first write. */
const asWritable = ({ updates, rights: { writable } }: Regime, leaf: Word): Word =>
  updates === 'accessFlagAndDirtyState' && isSet(leaf, descriptorBits.dirtyModifier)
    ? withField(leaf, descriptorBits.writing, descriptorBits.writing, writable)
    : leaf;

/** Hardware sets the access flag by any access, and the dirty state by a write. */
const marked = (regime: Regime, { kind }: Access, leaf: Word): Word => {
  if (regime.updates === 'nothing') return leaf;
  const flagged = withBit(leaf, descriptorBits.accessFlag);
  return kind === 'store' ? asWritable(regime, flagged) : flagged;
};

/**
 * Walks the tables of a regime. The order of checks: is the address reached, is the base an address
 * that may be given, the descriptors from the start down, the access flag, the permissions.
 *
 * Source: DDI 0487 D4.2.10, and D4.5: faults in the order in which they are checked; DDI 0406C B3.19: TranslationTableWalkLD.
 */
export const walkBy = (regime: Regime): ((read: ReadWord, base: Word, access: Access) => Walk) => {
  const radix = radixOf(regime);
  const rootOf = rootBy(regime);
  const judge = judgeBy(regime.output);
  const { faultOf, unreached, rights } = regime;
  return (read, base, access) => {
    if (!regime.reaches(access.address)) return faultOf('notPresent', unreached, access);
    if (!fits(base, regime.output)) return faultOf('addressSize', 0, access);
    const { path, end } = descend<LongFault>(read, rootOf(base), radix, judge, access.address);
    const last = path.at(-1);
    if (last === undefined) throw new Defect('a walk that reads nothing');
    const level = numberOfLevel(last.level);
    if (end.kind === 'stop') return faultOf(end.why, level, access);
    const isFlagged = isSet(last.word, descriptorBits.accessFlag);
    if (!isFlagged && regime.updates === 'nothing') return faultOf('accessFlag', level, access);
    const tables = path.slice(0, -1).map(({ word }) => word);
    if (!rights.permits(access, { tables, leaf: asWritable(regime, last.word) })) {
      return faultOf('permission', level, access);
    }
    const updates = updatesOf([last], (word) => marked(regime, access, word));
    return { kind: 'translated', address: end.address, updates };
  };
};
