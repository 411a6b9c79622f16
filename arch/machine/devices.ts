import { Defect } from '../../model/defect.ts';
import { abstract } from './abstract.ts';
import { abstractDevices } from './abstract-devices.ts';
import { findSetUp, layOutDevices } from './device-room.ts';
import type { DeviceTranslator } from './device-translator.ts';
import { iommuDevices } from './iommu-devices.ts';
import type { MachineSize } from './machine.ts';
import type { Translator } from './translator.ts';

/**
 * Who translates for the devices of a machine: tables where its cores have tables and the IOMMU has, behind the
 * shares of spaces; maps otherwise.
 *
 * Throws: `Defect`, if RAM is too small for the tables.
 */
export const devicesOf = (
  { name }: Translator,
  size: MachineSize,
  from: number,
): DeviceTranslator => {
  const setUp = name === 'abstract' ? undefined : findSetUp(size.peripherals);
  if (setUp === undefined) return abstractDevices(abstract);
  const ranges = layOutDevices(setUp, size, from);
  if (ranges.end > size.ram.base + size.ram.bytes)
    throw new Defect('tables of the IOMMU exceed the RAM of the machine');
  return iommuDevices(setUp, ranges, size.domains);
};
