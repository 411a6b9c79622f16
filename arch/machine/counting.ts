import type { Through } from './make-machine.ts';
import type { Translator } from './translator.ts';

/**
 * What was asked of one translator: accesses by its tables, by what a core has kept (whether it could be used
 * included), and edits of spaces.
 */
export interface Asked {
  readonly walks: number;
  readonly kept: number;
  readonly edits: number;
}

/** What was asked of each translator by its name; of those that are not there, nothing. */
export type AskedByName = ReadonlyMap<Translator['name'], Asked>;

/** Counts what a machine asks of its translators. Shape: `take` tells what was asked since it was last called. */
export interface Counting {
  readonly through: Through;
  readonly take: () => AskedByName;
}

export const nothingAsked: Asked = { walks: 0, kept: 0, edits: 0 };

/** Two counts together. */
export const askedTogether = (left: AskedByName, right: AskedByName): AskedByName => {
  const sum = new Map(left);
  for (const [name, { walks, kept, edits }] of right) {
    const before = sum.get(name) ?? nothingAsked;
    sum.set(name, {
      walks: before.walks + walks,
      kept: before.kept + kept,
      edits: before.edits + edits,
    });
  }
  return sum;
};

/**
 * Counts for one machine: it stands between the machine and its translators, changes nothing that they
 * answer, and counts by the name of whoever answered.
 */
export const counting = (): Counting => {
  let so: AskedByName = new Map();
  const count = (name: Translator['name'], asked: Partial<Asked>): void => {
    so = askedTogether(so, new Map([[name, { ...nothingAsked, ...asked }]]));
  };
  const through: Through = (translator) => {
    const { name } = translator;
    const as =
      (kind: keyof Asked) =>
      <Result>(result: Result): Result => {
        count(name, { [kind]: 1 });
        return result;
      };
    const [walked, kept, edited] = [as('walks'), as('kept'), as('edits')];
    return {
      ...translator,
      byTables: (...of) => walked(translator.byTables(...of)),
      byCached: (...of) => kept(translator.byCached(...of)),
      map: (...of) => edited(translator.map(...of)),
      unmap: (...of) => edited(translator.unmap(...of)),
      protect: (...of) => edited(translator.protect(...of)),
    };
  };
  return {
    through,
    take: () => {
      const taken = so;
      so = new Map();
      return taken;
    },
  };
};
