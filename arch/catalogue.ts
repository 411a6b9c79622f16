import type { Format } from './format.ts';
import type { FormatName } from './names.ts';
import { armv5 } from './armv5/format.ts';
import { armv7 } from './armv7/format.ts';
import { x86_64 } from './x86_64/format.ts';

/** Every format that is there. */
export const formats: Readonly<Record<FormatName, Format>> = {
  x86_64,
  armv5,
  armv7,
};

const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);

export const findFormat = (name: string): Format | undefined =>
  isFormatName(name) ? formats[name] : undefined;
