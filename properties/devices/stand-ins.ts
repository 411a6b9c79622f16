import type { IommuKind } from '../../arch/boards/board.ts';
import type { Device } from '../../arch/boards/device.ts';
import type { Peripherals } from '../../arch/machine/peripherals.ts';

const registers = 0xf000_0000;

const device = (name: string, place: number, number: number): Device => ({
  name,
  role: 'storage',
  mmio: [{ base: place, bytes: 0x1000 }],
  ports: [],
  lines: [],
  master: { id: { kind: 'pci', function: number }, engine: 'own' },
  source: 'none: it stands for any device with DMA',
});

/** A disk and a network card, behind an IOMMU or behind none. */
export const standIns = (iommu: IommuKind): Peripherals => ({
  devices: [device('disk', registers, 8), device('net', registers + 0x1_0000, 16)],
  iommu,
  doorbell: { base: 0xfee0_0000, bytes: 0x1000 },
  remapping: true,
});
