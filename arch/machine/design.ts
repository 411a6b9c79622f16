import { abstract } from './abstract.ts';
import type { Machine, MachineSize } from './machine.ts';
import { machineOf } from './make-machine.ts';
import { noPeripherals } from './peripherals.ts';
import { shareBytes } from './ranges.ts';

/** What a kernel needs of a machine: the share of each space, and domains. */
export type Demand = Pick<MachineSize, 'spaces' | 'frames' | 'tables' | 'domains'>;

/** Makes a machine that has what a kernel needs. */
export type MachineDesign = (demand: Demand) => Machine;

/** Units: bytes; all that answers lies below. */
const abstractEnd = 2 ** 40;

/** The abstract machine, with as much RAM as is needed. */
export const abstractMachine =
  (
    of: Pick<MachineSize, 'cores' | 'shootdown'> & Partial<Pick<MachineSize, 'peripherals'>> = {
      cores: 1,
      shootdown: 'immediate',
    },
  ): MachineDesign =>
  (demand) =>
    machineOf(abstract, {
      peripherals: noPeripherals,
      ...of,
      ...demand,
      ram: { base: 0, bytes: shareBytes(demand, abstract.pageBytes) * demand.spaces },
      physicalEnd: abstractEnd,
    });
