/**
 * The choices that can be read the other way: one field a switch of spec/choices.ts. Evidence,
 * vectors and oracles name them by the id of the choice.
 */
export interface Switches {
  /** C-20: the order in which bindings, and the items of a body, run. */
  readonly order: 'textual' | 'reversed';
  /** C-24: does a logical operator evaluate all its operands, or may the left one decide alone? */
  readonly logic: 'strict' | 'shortCircuit';
  /** C-26: what becomes of a result beyond −2⁶³ … 2⁶⁴−1. */
  readonly overflow: 'fails' | 'wraps';
}

/** Which field of the switches each choice is, and the readings that it has, the usual one first. */
export const readings = {
  'C-20': { field: 'order', words: ['textual', 'reversed'] },
  'C-24': { field: 'logic', words: ['strict', 'shortCircuit'] },
  'C-26': { field: 'overflow', words: ['fails', 'wraps'] },
} as const satisfies Record<string, { field: keyof Switches; words: readonly string[] }>;

/** Some switches turned to the reading that a choice and a word name; absent if they name none. */
export const findReading = (switches: Switches, id: string, word: string): Switches | undefined => {
  switch (`${id}=${word}`) {
    case 'C-20=textual':
    case 'C-20=reversed':
      return { ...switches, order: word === 'reversed' ? 'reversed' : 'textual' };
    case 'C-24=strict':
    case 'C-24=shortCircuit':
      return { ...switches, logic: word === 'strict' ? 'strict' : 'shortCircuit' };
    case 'C-26=fails':
    case 'C-26=wraps':
      return { ...switches, overflow: word === 'fails' ? 'fails' : 'wraps' };
    default:
      return undefined;
  }
};

/** The readings that refmon takes. */
export const standardSwitches: Switches = {
  order: 'textual',
  logic: 'strict',
  overflow: 'fails',
};
