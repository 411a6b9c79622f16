import { setArgument } from '../set-argument.ts';
import type { Argument } from '../twin.ts';

/** A set of rights in a label: `copy_transfer`. */
export const rightsWord = (rights: readonly string[]): string =>
  rights.length === 0 ? 'nothing' : rights.join('_');

export const rightsArgument = (rights: readonly string[]): Argument =>
  setArgument(rights, 'nothing');

/** Whose badge marks what is made: the set of its maker, or of nobody. */
export const marksArgument = (maker: string | undefined): Argument =>
  setArgument(maker === undefined ? [] : [maker], 'nobody');
