import { formats, tlbFormats } from '../catalogue.ts';
import { archNames } from '../names.ts';
import type { ArchName, TlbName } from '../names.ts';
import { programSettings } from './settings.ts';
import { softwareTranslator } from './software-tables.ts';
import { tableTranslator } from './tables.ts';
import type { Translator } from './translator.ts';

const isTlb = (name: ArchName): name is TlbName => archNames[name] === 'tlb';

/** How an architecture translates for programs, under the control bits that bind the kernel besides. */
export const translatorOf = (
  name: ArchName,
  hardening: Readonly<Record<string, number>> = programSettings[name].hardening,
): Translator => {
  const settings = { ...programSettings[name], hardening };
  return isTlb(name)
    ? softwareTranslator(tlbFormats[name], settings)
    : tableTranslator(formats[name], settings);
};

/** How each architecture translates for programs, set up as a kernel would. */
export const translators: Readonly<Record<ArchName, Translator>> = {
  x86: translatorOf('x86'),
  'x86-pae': translatorOf('x86-pae'),
  x86_64: translatorOf('x86_64'),
  ept: translatorOf('ept'),
  armv5: translatorOf('armv5'),
  armv7: translatorOf('armv7'),
  'armv7-lpae': translatorOf('armv7-lpae'),
  armv8: translatorOf('armv8'),
  'armv8-s2': translatorOf('armv8-s2'),
  mips32: translatorOf('mips32'),
};

/** Bits of the physical addresses where an architecture's tables can lie, and all that programs have. */
export const reachBits = (name: ArchName): number => {
  if (isTlb(name)) return tlbFormats[name].physicalBits;
  const { physicalBits, baseBits } = formats[name];
  return Math.min(physicalBits, baseBits);
};
