/** What can be wrong with the machine that a run is to have. Codes are permanent. */
export const machineCodes = {
  'MCH-001': 'An architecture that there is not.',
  'MCH-002': 'A board that there is not.',
  'MCH-003': 'A board of another architecture than the one that is named beside it.',
  'MCH-004': 'The shares of all processes exceed the memory of the machine.',
  'MCH-005': 'A program names a device that the machine has not, or reads of it what it has not.',
} as const satisfies Record<`${string}-${number}`, string>;

export type MachineCode = keyof typeof machineCodes;
