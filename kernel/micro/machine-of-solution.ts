import { abstractMachine } from '../../arch/machine/design.ts';
import type { MachineDesign } from '../../arch/machine/design.ts';
import { standIns } from '../../arch/machine/stand-ins.ts';
import { rolesOf } from '../../solution/device-reads.ts';
import type { Solution } from '../../solution/solution.ts';

/** The abstract machine for a solution: with a device for each role that its programs name, and none where they name none. */
export const machineOfSolution = (solution: Solution): MachineDesign => {
  const roles = rolesOf(solution);
  return roles.length === 0
    ? abstractMachine()
    : abstractMachine({ cores: 1, shootdown: 'immediate', peripherals: standIns(roles) });
};
