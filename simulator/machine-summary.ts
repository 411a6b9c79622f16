import { nothingAsked } from '../arch/machine/counting.ts';
import type { AskedByName } from '../arch/machine/counting.ts';
import type { ArchName } from '../arch/names.ts';
import { counted } from '../model/counted.ts';
import type { ChosenMachine } from './chosen-machine.ts';

/**
 * What a machine did in a run, boot included.
 *
 * Shape: `walks` are accesses by tables, translated or faulted, `edits` changes of address spaces, both by
 *        who made them; `abstract` is all that was asked of the abstract machine.
 */
export interface MachineSummary {
  readonly arch: ArchName;
  readonly board: string | null;
  readonly cores: number;
  readonly walks: Readonly<Record<string, number>>;
  readonly edits: Readonly<Record<string, number>>;
  readonly abstract: number;
}

export const sumUpMachine = (
  { arch, board }: ChosenMachine,
  cores: number,
  asked: AskedByName,
): MachineSummary => {
  const { walks, kept, edits } = asked.get('abstract') ?? nothingAsked;
  const by = (kind: 'walks' | 'edits'): Readonly<Record<string, number>> =>
    Object.fromEntries(
      [...asked].flatMap(([name, one]) => (one[kind] === 0 ? [] : [[name, one[kind]]])),
    );
  return {
    arch,
    board: board ?? null,
    cores,
    walks: by('walks'),
    edits: by('edits'),
    abstract: walks + kept + edits,
  };
};

/** `machine: imx6-duo (armv7), 2 cores: 40 walks and 60 edits by armv7; the abstract machine was asked nothing`. */
export const machineWords = ({
  arch,
  board,
  cores,
  walks,
  edits,
  abstract,
}: MachineSummary): string => {
  const name = board === null ? arch : `${board} (${arch})`;
  const did = `${counted(walks[arch] ?? 0, 'walk')} and ${counted(edits[arch] ?? 0, 'edit')} by ${arch}`;
  const asked = abstract === 0 ? 'nothing' : counted(abstract, 'time');
  return `machine: ${name}, ${counted(cores, 'core')}: ${did}; the abstract machine was asked ${asked}`;
};
