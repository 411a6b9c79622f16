import type { Board, MapRegion } from '../board.ts';
import type { Device } from '../device.ts';
import { isaDevices, pcDevices, pciDevice } from './pc-devices.ts';
import { asPci, device, fromMemory, mapped, region } from './pieces.ts';

const q35 = 'QEMU, hw/i386/pc_q35.c, include/hw/pci-host/q35.h';

const legacyMap = `PC AT memory map; ${fromMemory}`;

const map: readonly MapRegion[] = [
  mapped('conventional', 'ram', 0x00000000, 0xa0000, legacyMap),
  mapped('video', 'devices', 0x000a0000, 0x20000, legacyMap),
  mapped('shadow', 'rom', 0x000c0000, 0x40000, legacyMap),
  mapped('below4G', 'ram', 0x00100000, 0x7ff00000, `${q35}, pc_q35_init`),
  mapped('pciBelow', 'devices', 0x80000000, 0x30000000, q35),
  mapped('ecam', 'devices', 0xb0000000, 0x10000000, `${q35}, MCH_HOST_BRIDGE_PCIEXBAR_DEFAULT`),
  mapped('pciAbove', 'devices', 0xc0000000, 0x3ec00000, q35),
  mapped('chipset', 'devices', 0xfec00000, 0x1000000, `82093AA, HPET, SDM 3A 10.4; ${fromMemory}`),
  mapped('flash', 'rom', 0xffc00000, 0x400000, `QEMU, hw/i386/pc_sysfw.c; ${fromMemory}`),
  mapped('above4G', 'ram', 0x100000000, 0x80000000, `${q35}, pc_q35_init`),
];

const pirq = 'QEMU, hw/isa/lpc_ich9.c, ich9_cc_init and ich9_pirq_to_gsi; ICH9_CC_DIR_DEFAULT';

const devices: readonly Device[] = [
  ...pcDevices,
  device('vtd', 'iommu', 'QEMU, hw/i386/intel_iommu.c, Q35_HOST_BRIDGE_IOMMU_ADDR', {
    mmio: [[0xfed90000, 0x1000]],
  }),
  device('pciHost', 'bus', q35, { mmio: [[0xb0000000, 0x10000000]], ports: [[0xcf8, 8]] }),
  pciDevice('ahci', 'storage', `ICH9 function 00:1f.2; line: ${pirq}`, asPci(0, 31, 2), {
    mmio: [[0xfebd5000, 0x1000]],
    lines: [16],
  }),
  pciDevice('e1000e', 'network', `in slot 2; line: ${pirq}`, asPci(0, 2, 0), {
    mmio: [
      [0xfeb80000, 0x20000],
      [0xfeba0000, 0x20000],
    ],
    lines: [22],
  }),
  pciDevice('xhci', 'usb', `in slot 3; line: ${pirq}`, asPci(0, 3, 0), {
    mmio: [[0xfebd0000, 0x4000]],
    lines: [23],
  }),
  ...isaDevices(asPci(0, 31, 0, 'copies')),
  device(
    'tco',
    'watchdog',
    `QEMU, include/hw/acpi/ich9.h, ICH9_PMIO_TCO_RLD; the ports before it: ${fromMemory}`,
    {
      ports: [[0x660, 0x20]],
    },
  ),
  device('acpi', 'power', `ICH9, power management registers; ${fromMemory}`, {
    ports: [[0x600, 0x60]],
    lines: [9],
  }),
];

/** A PC with VT-d. */
export const genericPc: Board = {
  name: 'generic-pc',
  title: 'Generic PC with VT-d, as the machine q35 of QEMU',
  notes: [
    'The machine is `-machine q35,kernel-irqchip=split -smp 4 -m 4G -device intel-iommu,intremap=on -nic user,model=e1000e -device qemu-xhci`, and physical PCs with an ICH9 or later have the same parts in the same places.',
    "`smep` is set: the kernel never executes a program's pages. `smap` is not: it reads and writes them.",
    'Left out: graphics, the SMBus, the speaker, the TPM, and whatever else is plugged in.',
  ],
  source: `${q35}, hw/i386/intel_iommu.c, hw/isa/lpc_ich9.c`,
  cores: 4,
  arch: 'x86_64',
  settings: { smep: 1 },
  physicalBits: 40,
  pageBytes: 4096,
  map,
  interrupts: {
    kind: 'ioApic',
    first: 0,
    lines: 24,
    doorbell: region(0xfee00000, 0x100000),
    remapping: true,
    source: `82093AA, 24 inputs; messages: SDM 3A 10.11; remapping: VT-d specification 5; ${fromMemory}`,
  },
  iommu: 'vtd',
  devices,
  sharedPages: [],
  sharedLines: [],
  risks: ['RISK-DMA-ENGINE'],
};
