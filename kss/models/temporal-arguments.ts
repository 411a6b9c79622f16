import type { Value } from '../../model/value.ts';
import type { denied } from '../security-model.ts';
import { failed } from '../security-model.ts';
import { fieldOf, isList, isRecord } from '../values.ts';
import type { TemporalConfiguration } from './temporal-configuration.ts';
import type { Formula } from './temporal-formula.ts';
import { afterStep } from './temporal-memory.ts';
import type { Memory } from './temporal-memory.ts';

/** Why a Temporal refuses or fails, in words. */
export const temporalReasons = {
  noSid: 'the SID is out of range',
  bound: (sid: number) => `SID ${String(sid)} has a history already`,
  unbound: (sid: number) => `SID ${String(sid)} has no history`,
  emptyPool: 'the pool is empty',
  strangeAtoms: '`atoms` is neither a list of atoms nor a dictionary of all',
  strangeFormula: '`formula` is none of the formulas',
  strangeTicks: '`by` is no integer from 0 on',
  notNow: (name: string) => `the formula "${name}" does not hold`,
  notBefore: (name: string) => `the formula "${name}" does not hold before this step`,
  notWith: (name: string) => `the formula "${name}" does not hold with this step`,
} as const;

/** Why a rule does not grant. */
export type No = ReturnType<typeof denied> | ReturnType<typeof failed>;

/** Words of bits: an atom holds if its number is among those given. */
const wordsOf = ({ atomWords }: TemporalConfiguration, numbers: readonly number[]): number[] => {
  const words = Array.from({ length: atomWords }, () => 0);
  for (const number of numbers) {
    const index = number >>> 5;
    words[index] = ((words[index] ?? 0) | (1 << (number & 31))) >>> 0;
  }
  return words;
};

/** The numbers of the atoms that a list or a dictionary says hold; absent if it is neither (C-28). */
const heldIn = (
  { atoms, atomNumbers }: TemporalConfiguration,
  value: Value | undefined,
): readonly number[] | undefined => {
  if (value === undefined) return undefined;
  if (isList(value)) {
    const numbers = value.flatMap((one) => {
      const number = typeof one === 'string' ? atomNumbers.get(one) : undefined;
      return number === undefined ? [] : [number];
    });
    return numbers.length === value.length ? numbers : undefined;
  }
  if (!isRecord(value) || value.fields.size !== atoms.length) return undefined;
  const held = atoms.map((atom) => value.fields.get(atom));
  return held.every((one) => typeof one === 'boolean')
    ? held.flatMap((one, number) => (one ? [number] : []))
    : undefined;
};

/** The memory with the step that an argument describes. */
export const stepped = (
  configuration: TemporalConfiguration,
  memory: Memory,
  argument: Value,
): Memory | No => {
  const numbers = heldIn(configuration, fieldOf(argument, 'atoms'));
  return numbers === undefined
    ? failed(temporalReasons.strangeAtoms)
    : afterStep(configuration, memory, wordsOf(configuration, numbers));
};

/** The formula that an argument names. */
export const formulaOf = ({ formulas }: TemporalConfiguration, argument: Value): Formula | No => {
  const name = fieldOf(argument, 'formula');
  const formula = typeof name === 'string' ? formulas.get(name) : undefined;
  return formula ?? failed(temporalReasons.strangeFormula);
};

/** More ticks than any bound are as good as these. */
const mostTicks = 2n ** 32n;

/** How many ticks an argument says. */
export const ticksOf = (argument: Value): number | No => {
  const by = fieldOf(argument, 'by');
  if (typeof by !== 'bigint' || by < 0n) return failed(temporalReasons.strangeTicks);
  return Number(by < mostTicks ? by : mostTicks);
};
