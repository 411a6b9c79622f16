import { Defect } from '../../model/defect.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { Outcome } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import type { Permit } from '../mediate.ts';
import { arrived, closed } from './capabilities.ts';
import type { Layout } from './layout.ts';
import { letterOf } from './licence.ts';
import type { Letter, LetterFields } from './licence.ts';
import { lose } from './lose.ts';
import { boxOf, cellOf, withBox, withCapabilities, withCell } from './machine.ts';
import type { Machine } from './machine.ts';

/** Licence: the permit of a request. It is copied into the mailbox of the server; the server's thread is not touched. */
export const post = (
  machine: Machine,
  permit: Permit<RecordValue>,
  fields: Pick<LetterFields, 'client' | 'channel' | 'message' | 'brought'>,
): Machine => {
  const letter = letterOf(permit, fields);
  return withBox(machine, letter.to, { letters: [...boxOf(machine, letter.to).letters, letter] });
};

/** How many letters of one process lie in the mailbox of another. */
export const countPosted = (machine: Machine, from: ProcessId, to: ProcessId): number =>
  boxOf(machine, to).letters.filter((letter) => letter.from === from).length;

/** The process takes a letter from its own mailbox onto its desk. Licence: the letter. */
export const take = (machine: Machine, letter: Letter, process: ProcessId): Machine => {
  const { letters } = boxOf(machine, process);
  const rest = letters.filter((one) => one !== letter);
  const taken = withBox(machine, process, { letters: rest, desk: letter, isVoid: false });
  return withCapabilities(taken, arrived(taken.capabilities, letter, letter.brought));
};

/** The desk is empty: the process serves no more. */
export const clear = (machine: Machine, process: ProcessId): Machine =>
  withBox(machine, process, { desk: undefined, isVoid: false });

/** Puts into the reply slot of a letter's sender how its call has ended. Licence: the letter. */
export const notify = (machine: Machine, { from }: Letter, outcome: Outcome): Machine =>
  withCell(machine, from, { slot: outcome });

/** Licence: the permit of an answer to the letter. The slot of its sender is filled; the desk is empty. */
export const answer = (
  machine: Machine,
  permit: Permit<RecordValue>,
  letter: Letter,
  outcome: Outcome,
): Machine => {
  const { kind, by, to } = permit;
  if ((kind !== 'response' && kind !== 'error') || by !== letter.to || to !== letter.from)
    throw new Defect('a letter was answered under another permit');
  return notify(clear(machine, letter.to), letter, outcome);
};

/**
 * The process waits no more for the answer to its call: a letter that was not taken goes, with the
 * handles that it has brought; one on the server's desk is void. The right is the sender's own.
 */
export const withdraw = (layout: Layout, machine: Machine, process: ProcessId): Machine => {
  const { wait } = cellOf(machine, process);
  if (wait.kind !== 'reply') return machine;
  const { letters, desk } = boxOf(machine, wait.from);
  const letter = letters.find(({ from }) => from === process);
  if (letter === undefined)
    return desk?.from === process ? withBox(machine, wait.from, { isVoid: true }) : machine;
  const rest = letters.filter((one) => one !== letter);
  const without = withBox(machine, wait.from, { letters: rest });
  return lose(layout, without, closed(without.capabilities, letter, letter.brought));
};
