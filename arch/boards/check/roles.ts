import { deviceFor } from '../device-for.ts';
import type { DeviceRole } from '../../../model/device-role.ts';
import type { Rule } from './rule.ts';

/** What each board needs: a console, time, and interrupts. */
const neededRoles: readonly DeviceRole[] = ['uart', 'timer', 'interruptController'];

/** The roles that are needed are borne. */
export const checkRoles: Rule = (board, complain) => {
  for (const role of neededRoles) {
    const found = deviceFor(board, role);
    if (found.kind === 'found') continue;
    const { code, path, message } = found.complaint;
    complain(code, path, message);
  }
};
