import type { ProcessId } from '../../model/ids.ts';
import { withoutMissing } from '../carried.ts';
import { findHeld } from './capabilities.ts';
import { retold } from './licence.ts';
import { boxOf, withBox } from './machine.ts';
import type { Machine } from './machine.ts';

/**
 * What follows for letters that tell their receiver of a capability of its own when it holds that no more:
 * its number may come to name another thing, so that they tell of none. Licence: the letters.
 */
export const retell = (machine: Machine, receiver: ProcessId): Machine => {
  const { letters } = boxOf(machine, receiver);
  const now = letters.map((letter) => {
    const message = withoutMissing(
      letter.message,
      ({ number }) => findHeld(machine.capabilities, receiver, number) !== undefined,
    );
    return message === letter.message ? letter : retold(letter, message);
  });
  return now.every((letter, index) => letter === letters[index])
    ? machine
    : withBox(machine, receiver, { letters: now });
};
