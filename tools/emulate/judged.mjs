// @ts-check
/** Every architecture that an emulator judges. */
import { armv8 } from './armv8.mjs';
import { x86Family } from './x86.mjs';

export const judged = [...x86Family, armv8];
