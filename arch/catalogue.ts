import { armv8 } from './armv8/format.ts';
import type { Format } from './format.ts';
import type { FormatName } from './names.ts';
import { x86_64 } from './x86_64/format.ts';

/** Every format that is there. */
export const formats: Readonly<Record<FormatName, Format>> = {
  x86_64,
  armv8,
};

const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);

export const findFormat = (name: string): Format | undefined =>
  isFormatName(name) ? formats[name] : undefined;
