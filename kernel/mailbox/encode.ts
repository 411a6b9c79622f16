import type { Writer } from '../../model/writer.ts';
import { writeValue } from '../../model/write-value.ts';
import type { Letter } from './licence.ts';
import type { Box, Cell, Row, Stage, Thing } from './machine.ts';

const stageNumber = { loaded: 1, running: 2, ended: 3 } as const;
const exitNumber = { exited: 1, terminated: 2, trapped: 3 } as const;
const waitNumber = { no: 0, reply: 1, mail: 2, time: 3 } as const;

const absent = 0xffff_ffff;

/** Canonical bytes of where a process is in its life. */
export const encodeStage = (stage: Stage, writer: Writer): void => {
  writer.word(stageNumber[stage.kind]);
  if (stage.kind !== 'ended') return;
  const { exit } = stage;
  writer.word(exitNumber[exit.kind]);
  if (exit.kind === 'exited') writer.word(exit.status);
  if (exit.kind === 'trapped') writer.word(exit.code);
};

/** Canonical bytes of a cell. Between steps every slot is empty. */
export const encodeCell = ({ stage, wait }: Cell, writer: Writer): void => {
  encodeStage(stage, writer);
  writer.word(waitNumber[wait.kind]);
  if (wait.kind === 'no') return;
  writer.word(wait.remaining ?? absent);
  if (wait.kind === 'reply') writer.word(wait.from);
  if (wait.kind === 'mail') writer.word(wait.over ?? 0);
};

const encodeLetter = (letter: Letter, writer: Writer): void => {
  writer.word(letter.client);
  writer.word(letter.channel);
  writer.text(letter.endpoint);
  writer.text(letter.method);
  writeValue(letter.message, writer);
  writer.word(letter.brought.length);
  for (const number of letter.brought) writer.word(number);
};

/** Canonical bytes of a mailbox. */
export const encodeBox = ({ letters, desk, isVoid }: Box, writer: Writer): void => {
  writer.word(letters.length);
  for (const letter of letters) encodeLetter(letter, writer);
  writer.word(desk === undefined ? 0 : isVoid ? 1 : 2);
  if (desk !== undefined) encodeLetter(desk, writer);
};

/** Canonical bytes of one thing. */
export const encodeThing = ({ type, context }: Thing, writer: Writer): void => {
  writer.word(type);
  writer.text(context.toString(36));
};

/** Canonical bytes of what one process has made. */
export const encodeRow = (row: Row, writer: Writer): void => {
  writer.word(row.length);
  for (const thing of row) {
    writer.word(thing === undefined ? 0 : 1);
    if (thing !== undefined) encodeThing(thing, writer);
  }
};
