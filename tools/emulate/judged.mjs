// @ts-check
/** Every architecture that an emulator judges. */
import { armv8SecondStage } from './armv8-s2.mjs';
import { armv8 } from './armv8.mjs';
import { armv5 } from './armv5.mjs';
import { armv7 } from './armv7.mjs';
import { armv7Lpae } from './armv7-lpae.mjs';
import { mips32 } from './mips32.mjs';
import { x86Family } from './x86.mjs';

export const judged = [...x86Family, armv8, armv7, armv7Lpae, mips32, armv5, armv8SecondStage];
