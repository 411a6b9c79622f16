import type { Board, MapRegion } from '../board.ts';
import type { Device } from '../device.ts';
import { isaDevices, pcDevices, pciDevice } from './pc-devices.ts';
import { asPci, device, fromMemory, mapped, region } from './pieces.ts';

const i440fx = `QEMU, hw/i386/pc_piix.c, hw/isa/piix3.c; ${fromMemory}`;

const legacyMap = `PC AT memory map; ${fromMemory}`;

const map: readonly MapRegion[] = [
  mapped('conventional', 'ram', 0x00000000, 0xa0000, legacyMap),
  mapped('video', 'devices', 0x000a0000, 0x20000, legacyMap),
  mapped('shadow', 'rom', 0x000c0000, 0x40000, legacyMap),
  mapped('extended', 'ram', 0x00100000, 0x3ff00000, legacyMap),
  mapped('pci', 'devices', 0xe0000000, 0x1ec00000, i440fx),
  mapped('chipset', 'devices', 0xfec00000, 0x1000000, `82093AA, HPET, SDM 3A 10.4; ${fromMemory}`),
  mapped('bios', 'rom', 0xfffc0000, 0x40000, `QEMU, hw/i386/x86.c; ${fromMemory}`),
];

const pirq =
  'line: QEMU, hw/isa/piix3.c, pci_slot_get_pirq, and the inputs 10 and 11 that its firmware gives';

const devices: readonly Device[] = [
  ...pcDevices,
  device('pciHost', 'bus', i440fx, { ports: [[0xcf8, 8]] }),
  device('ide', 'storage', `PIIX3 function 00:01.1; ${i440fx}`, {
    ports: [
      [0x1f0, 8],
      [0x3f6, 1],
      [0x170, 8],
      [0x376, 1],
      [0xc040, 0x10],
    ],
    lines: [14, 15],
    master: asPci(0, 1, 1),
  }),
  pciDevice('e1000', 'network', `in slot 3; ${pirq}`, asPci(0, 3, 0), {
    mmio: [[0xfebc0000, 0x20000]],
    lines: [11],
  }),
  device('uhci', 'usb', `PIIX3 function 00:01.2; ${pirq}; ports placed by firmware`, {
    ports: [[0xc020, 0x20]],
    lines: [11],
    master: asPci(0, 1, 2),
  }),
  ...isaDevices(asPci(0, 1, 0, 'copies')),
  device('acpi', 'power', `PIIX4 function 00:01.3; ${i440fx}`, {
    ports: [[0x600, 0x40]],
    lines: [9],
  }),
];

/** A PC with PAE paging and no IOMMU. */
export const genericPc32: Board = {
  name: 'generic-pc-32',
  title: 'Generic PC of 32 bits with PAE, as the machine pc of QEMU',
  notes: [
    'The machine is `qemu-system-i386 -machine pc -cpu coreduo -smp 2 -m 1G -usb`; its processors have PAE and the bit that forbids execution.',
    'Left out: graphics, the SMBus, the floppy, the speaker, the second serial port.',
  ],
  source: i440fx,
  cores: 2,
  arch: 'x86-pae',
  settings: {},
  physicalBits: 36,
  pageBytes: 4096,
  map,
  interrupts: {
    kind: 'ioApic',
    first: 0,
    lines: 24,
    doorbell: region(0xfee00000, 0x100000),
    remapping: false,
    source: `82093AA, 24 inputs; messages: SDM 3A 10.11; ${fromMemory}`,
  },
  iommu: 'none',
  devices,
  sharedPages: [],
  sharedLines: [{ line: 11, devices: ['e1000', 'uhci'] }],
  risks: ['RISK-NO-IOMMU', 'RISK-MSI-NOT-REMAPPED', 'RISK-DMA-ENGINE', 'RISK-SHARED-LINE'],
};
