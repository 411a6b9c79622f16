/**
 * The choices that can be read the other way: one field a switch of spec/choices.ts. Evidence,
 * vectors and oracles name them by the id of the choice.
 */
export interface Switches {
  /** C-20: the order in which the calls of an event run. */
  readonly order: 'textual' | 'reversed';
  /** C-24: does a logical operator evaluate all its operands, or may the left one decide alone? */
  readonly logic: 'strict' | 'shortCircuit';
  /** C-26: what an integer beyond −2⁶³ … 2⁶⁴−1 does. */
  readonly overflow: 'fails' | 'wraps';
}

/** The readings that refmon takes. */
export const standardSwitches: Switches = {
  order: 'textual',
  logic: 'strict',
  overflow: 'fails',
};
