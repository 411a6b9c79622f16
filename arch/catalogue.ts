import { armv7Lpae } from './armv7-lpae/format.ts';
import { armv8SecondStage } from './armv8-s2/format.ts';
import { armv8 } from './armv8/format.ts';
import type { Format } from './format.ts';
import type { FormatName, TlbName } from './names.ts';
import { ept } from './ept/format.ts';
import { mips32 } from './mips32/format.ts';
import type { TlbFormat } from './software-tlb.ts';
import { x86 } from './x86/format.ts';
import { x86Pae } from './x86-pae/format.ts';
import { armv5 } from './armv5/format.ts';
import { armv7 } from './armv7/format.ts';
import { x86_64 } from './x86_64/format.ts';

/** Every format that is there. */
export const formats: Readonly<Record<FormatName, Format>> = {
  x86,
  'x86-pae': x86Pae,
  x86_64,
  ept,
  armv5,
  armv7,
  'armv7-lpae': armv7Lpae,
  armv8,
  'armv8-s2': armv8SecondStage,
};

/** Every architecture with a TLB that software fills. */
export const tlbFormats: Readonly<Record<TlbName, TlbFormat>> = { mips32 };
