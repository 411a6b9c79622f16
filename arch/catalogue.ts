import { armv7Lpae } from './armv7-lpae/format.ts';
import { armv8SecondStage } from './armv8-s2/format.ts';
import { armv8 } from './armv8/format.ts';
import type { Format } from './format.ts';
import type { FormatName } from './names.ts';
import { ept } from './ept/format.ts';
import { x86 } from './x86/format.ts';
import { x86Pae } from './x86-pae/format.ts';
import { x86_64 } from './x86_64/format.ts';

/** Every format that is there. */
export const formats: Readonly<Record<FormatName, Format>> = {
  x86,
  'x86-pae': x86Pae,
  x86_64,
  ept,
  'armv7-lpae': armv7Lpae,
  armv8,
  'armv8-s2': armv8SecondStage,
};

const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);

export const findFormat = (name: string): Format | undefined =>
  isFormatName(name) ? formats[name] : undefined;
