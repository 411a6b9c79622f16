import { allClients } from '../arm-short/domains.ts';
import { settingOf } from '../control.ts';
import type { ControlBit } from '../control.ts';

export type Armv5ControlName = 'dacr' | 's' | 'r';

/** DACR, and the bits S and R of the control register. Source: DDI 0100I B4.9. */
export const controlBits: readonly ControlBit<Armv5ControlName>[] = [
  { name: 'dacr', bits: 32, usual: allClients },
  { name: 's', bits: 1, usual: 0 },
  { name: 'r', bits: 1, usual: 0 },
];

export interface Armv5Control {
  readonly dacr: number;
  readonly s: boolean;
  readonly r: boolean;
}

export const controlOf = (
  settings: Readonly<Partial<Record<Armv5ControlName, number>>>,
): Armv5Control => ({
  dacr: settingOf(controlBits, settings, 'dacr'),
  s: settingOf(controlBits, settings, 's') !== 0,
  r: settingOf(controlBits, settings, 'r') !== 0,
});
