import type { Span } from '../../model/span.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { Entry, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Name } from '../../solution/syntax/tree/name.ts';
import {
  entryOf,
  fault,
  findInteger,
  keyFaults,
  textListFaults,
  textsIn,
  twiceFaults,
  unknownFaults,
} from './configuration.ts';

/**
 * Reads a config that nests: what is right of it, and a fault for whatever is not.
 *
 * Shape: every reading takes an absent expression, and then reads nothing and tells nothing: that a
 *        key is missing is told where the keys are read.
 */
export interface ConfigReader {
  readonly tell: (at: Span, message: string) => void;
  readonly tellAll: (faults: readonly ConfigurationFault[]) => void;
  /** Entries of a dictionary, the first of each key. */
  readonly entries: (from: Expression | undefined, what: string) => readonly Entry[];
  /** The values of the keys that a dictionary must have, all of them, once, and no other. */
  readonly fields: (
    from: Expression | undefined,
    keys: readonly string[],
  ) => (key: string) => Expression | undefined;
  readonly elements: (from: Expression | undefined, what: string) => readonly Expression[];
  /** The texts of a list, each once. */
  readonly names: (from: Expression | undefined, what: string) => readonly Name[];
  readonly name: (from: Expression | undefined, what: string) => readonly Name[];
  /** Tells that a list or a dictionary has nothing in it. */
  readonly demand: (from: Expression | undefined, as: Declaring['as'], what: string) => void;
  /** An integer from `least` to `greatest`; absent if it is none. */
  readonly integer: (
    from: Expression | undefined,
    key: string,
    least: number,
    greatest: number,
  ) => number | undefined;
  readonly faults: readonly ConfigurationFault[];
}

const firstOfEach = (entries: readonly Entry[]): readonly Entry[] =>
  [
    ...new Map([...entries].reverse().map((entry) => [entry.key.text, entry] as const)).values(),
  ].reverse();

/** Has a list or a dictionary nothing in it? */
const isEmpty = (from: Expression, as: Declaring['as']): boolean =>
  as === 'list'
    ? from.kind === 'list' && from.elements.length === 0
    : from.kind === 'dictionary' && from.entries.length === 0;

/** Where names are declared: the texts of a list, or the keys of a dictionary. */
export interface Declaring {
  readonly in: Expression | undefined;
  readonly as: 'list' | 'dictionary';
  readonly names: readonly Name[];
}

/**
 * Names that are declared at none of some places. Where one of these is itself missing or of a wrong
 * kind nothing more is told: one mistake is one fault.
 */
export const undeclaredFaults = (
  places: readonly Declaring[],
  names: readonly Name[],
  what: string,
): readonly ConfigurationFault[] => {
  if (places.some((place) => place.in?.kind !== place.as)) return [];
  const declared = places.flatMap((place) => place.names.map(({ text }) => text));
  return unknownFaults(names, declared, what);
};

export const makeConfigReader = (): ConfigReader => {
  const faults: ConfigurationFault[] = [];
  const tellAll = (found: readonly ConfigurationFault[]): void => {
    for (const one of found) faults.push(one);
  };
  const tell = (at: Span, message: string): void => {
    faults.push(fault(at, message));
  };
  return {
    tell,
    tellAll,
    entries: (from, what) => {
      if (from === undefined) return [];
      if (from.kind !== 'dictionary') {
        tell(from.at, `a dictionary of ${what} is asked for`);
        return [];
      }
      tellAll(twiceFaults(from.entries.map(({ key }) => key)));
      return firstOfEach(from.entries);
    },
    fields: (from, keys) => {
      if (from !== undefined) tellAll(keyFaults(from, keys));
      return (key) => entryOf(from, key);
    },
    elements: (from, what) => {
      if (from === undefined || from.kind === 'list') return from?.elements ?? [];
      tell(from.at, `a list of ${what} is asked for`);
      return [];
    },
    names: (from, what) => {
      if (from === undefined) return [];
      tellAll(textListFaults(from, what));
      return textsIn(from);
    },
    name: (from, what) => {
      if (from === undefined) return [];
      if (from.kind === 'text') return [{ text: from.value, at: from.at }];
      tell(from.at, `the name of ${what} is asked for`);
      return [];
    },
    demand: (from, as, what) => {
      if (from !== undefined && isEmpty(from, as)) tell(from.at, `there must be ${what}`);
    },
    integer: (from, key, least, greatest) => {
      if (from === undefined) return undefined;
      const value = findInteger(from);
      if (value !== undefined && value >= least && value <= greatest) return Number(value);
      tell(from.at, `${key} must be an integer from ${String(least)} to ${String(greatest)}`);
      return undefined;
    },
    faults,
  };
};
