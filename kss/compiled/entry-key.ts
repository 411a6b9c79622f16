import type { Value } from '../../model/value.ts';
import type { PslType } from '../../solution/psl-type.ts';
import { findOfType } from '../models/entry-type.ts';
import { keyOf } from '../models/hashset.ts';
import { isList } from '../values.ts';

/** What stands for an entry in a table: equal entries, equal keys. */
export type Key = number | string;

/** The key of an entry of the declared type; absent for a value that is not of it (C-28). */
export type KeyCode = (value: Value | undefined) => Key | undefined;

/** An integer as a number below 2 to the power of `bits`. */
interface Packing {
  readonly bits: number;
  readonly pack: (value: Value | undefined) => number | undefined;
}

/** Bits that a number holds exactly. */
const exactBits = 53;

const packInteger = (bits: number, least: bigint): Packing => {
  const greatest = least + (1n << BigInt(bits)) - 1n;
  const offset = Number(least);
  return {
    bits,
    pack: (value) =>
      typeof value === 'bigint' && value >= least && value <= greatest
        ? Number(value) - offset
        : undefined,
  };
};

const boolean: Packing = {
  bits: 1,
  pack: (value) => (typeof value === 'boolean' ? Number(value) : undefined),
};

/** The elements of a tuple beside each other, if they fit into one number. */
const packTuple = (elements: readonly PslType[]): Packing | undefined => {
  const packings = elements.map(packingOf);
  const found = packings.filter((packing) => packing !== undefined);
  const bits = found.reduce((sum, one) => sum + one.bits, 0);
  if (found.length < elements.length || bits > exactBits) return undefined;
  return {
    bits,
    pack: (value) => {
      if (value === undefined || !isList(value) || value.length !== found.length) return undefined;
      let packed = 0;
      for (let index = 0; index < found.length; index += 1) {
        const element = found[index];
        const part = element?.pack(value[index]);
        if (element === undefined || part === undefined) return undefined;
        packed = packed * 2 ** element.bits + part;
      }
      return packed;
    },
  };
};

const packingOf = (type: PslType): Packing | undefined => {
  switch (type.kind) {
    case 'integer': {
      if (type.width === undefined || type.width.bits > 32) return undefined;
      const { bits, signed } = type.width;
      return packInteger(bits, signed ? -(1n << BigInt(bits - 1)) : 0n);
    }
    case 'sid':
      return packInteger(16, 0n);
    case 'boolean':
      return boolean;
    case 'tuple':
      return packTuple(type.elements);
    default:
      return undefined;
  }
};

/** The keys of entries of a type: one number where all of an entry fits, else its canonical bytes. */
export const keyCodeOf = (type: PslType): KeyCode => {
  const packing = packingOf(type);
  if (packing !== undefined) return packing.pack;
  return (value) => {
    const entry = findOfType(type, value);
    return entry === undefined ? undefined : keyOf(entry);
  };
};
