import type { Diagnostic } from '../model/diagnostic.ts';
import { chooseMachine, findMachineShortage } from '../simulator/chosen-machine.ts';
import type { ChosenMachine, MachineFault } from '../simulator/chosen-machine.ts';
import { findDeviceFaults } from '../simulator/machine-devices.ts';
import type { Given } from './with-solution.ts';

/** `--arch` and `--board` as they were given. */
export interface NamedMachine {
  readonly arch?: string;
  readonly board?: string;
}

/** A fault of what an option names, at the option. */
export const optionDiagnostic = (option: string, fault: MachineFault): Diagnostic => ({
  ...fault,
  severity: 'error',
  at: { file: option, line: 1, column: 1, endLine: 1, endColumn: 1 },
});

/** The machine of these options, with room for the solution; or what is wrong. */
export const readMachine = (
  { solution }: Given,
  { arch, board }: NamedMachine,
):
  | { readonly kind: 'machine'; readonly machine: ChosenMachine | undefined }
  | { readonly kind: 'faulty'; readonly diagnostics: readonly Diagnostic[] } => {
  const faulty = (fault: MachineFault) => {
    const option = board === undefined || fault.code === 'MCH-001' ? '--arch' : '--board';
    return { kind: 'faulty', diagnostics: [optionDiagnostic(option, fault)] } as const;
  };
  const choosing = chooseMachine(arch, board);
  if (choosing.kind === 'faulty') return faulty(choosing.fault);
  const { machine } = choosing;
  const short = machine === undefined ? undefined : findMachineShortage(solution, machine);
  if (short !== undefined) return faulty(short);
  const diagnostics = machine === undefined ? [] : findDeviceFaults(solution, machine);
  return diagnostics.length === 0 ? { kind: 'machine', machine } : { kind: 'faulty', diagnostics };
};
