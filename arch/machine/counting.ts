import type { Through } from './make-machine.ts';
import type { DeviceTranslator } from './device-translator.ts';
import type { Translator } from './translator.ts';

/**
 * What was asked of one translator: accesses by its tables, by what a core or an IOMMU has kept (whether it could be
 * used included), and edits of spaces, of domains and of who is attached to them.
 */
export interface Asked {
  readonly walks: number;
  readonly kept: number;
  readonly edits: number;
}

/** What was asked of each translator by its name; of those that are not there, nothing. */
export type AskedByName = ReadonlyMap<Translator['name'] | DeviceTranslator['name'], Asked>;

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

type Note = <Result>(result: Result) => Result;

/** Counts a result of each kind, and gives it back. */
interface Noting {
  readonly walked: Note;
  readonly kept: Note;
  readonly edited: Note;
}

const countedCores = (translator: Translator, { walked, kept, edited }: Noting): Translator => ({
  ...translator,
  byTables: (...of) => walked(translator.byTables(...of)),
  byCached: (...of) => kept(translator.byCached(...of)),
  map: (...of) => edited(translator.map(...of)),
  unmap: (...of) => edited(translator.unmap(...of)),
  protect: (...of) => edited(translator.protect(...of)),
});

const countedDevices = (
  translator: DeviceTranslator,
  { walked, kept, edited }: Noting,
): DeviceTranslator => ({
  ...translator,
  byTables: (...of) => walked(translator.byTables(...of)),
  byKept: (...of) => kept(translator.byKept(...of)),
  attach: (...of) => edited(translator.attach(...of)),
  detach: (...of) => edited(translator.detach(...of)),
  map: (...of) => edited(translator.map(...of)),
  unmap: (...of) => edited(translator.unmap(...of)),
});

/**
 * Counts for one machine: it stands between the machine and its translators, changes nothing that they
 * answer, and counts by the name of whoever answered.
 */
export const counting = (): Counting => {
  let so: AskedByName = new Map();
  const asking = (name: Translator['name'] | DeviceTranslator['name']): Noting => {
    const as =
      (kind: keyof Asked) =>
      <Result>(result: Result): Result => {
        so = askedTogether(so, new Map([[name, { ...nothingAsked, [kind]: 1 }]]));
        return result;
      };
    return { walked: as('walks'), kept: as('kept'), edited: as('edits') };
  };
  const through: Through = {
    cores: (translator) => countedCores(translator, asking(translator.name)),
    devices: (translator) => countedDevices(translator, asking(translator.name)),
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
