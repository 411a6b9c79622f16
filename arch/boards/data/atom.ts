import type { Board, MapRegion } from '../board.ts';
import type { DeviceRole } from '../../../model/device-role.ts';
import type { Device } from '../device.ts';
import { pcDevices, pciDevice } from './pc-devices.ts';
import { asPci, device, fromMemory, mapped, region } from './pieces.ts';

const iomap = 'coreboot, src/soc/intel/baytrail/include/soc/iomap.h';
const pciDevs = 'coreboot, src/soc/intel/baytrail/include/soc/pci_devs.h';
const irqs = 'src/soc/intel/baytrail/include/soc/irq.h';
const both = `${pciDevs}, ${irqs}`;

/** Where firmware says that memory ends, and what it keeps of it. */
const memory = `2 GB; what firmware keeps: an example; ${fromMemory}`;

const map: readonly MapRegion[] = [
  mapped('conventional', 'ram', 0x00000000, 0xa0000, `PC AT memory map; ${fromMemory}`),
  mapped('video', 'devices', 0x000a0000, 0x20000, `PC AT memory map; ${fromMemory}`),
  mapped('shadow', 'rom', 0x000c0000, 0x40000, `PC AT memory map; ${fromMemory}`),
  mapped('extended', 'ram', 0x00100000, 0x79f00000, memory),
  mapped('stolen', 'firmware', 0x7a000000, 0x6000000, memory),
  mapped('pci', 'devices', 0x80000000, 0x60000000, `between memory and ECAM; ${fromMemory}`),
  mapped(
    'ecam',
    'devices',
    0xe0000000,
    0x10000000,
    `${iomap}, MCFG_BASE_SIZE; base: ${fromMemory}`,
  ),
  mapped('soc', 'devices', 0xfec00000, 0x400000, iomap),
  mapped('flash', 'rom', 0xff800000, 0x800000, `8 MB; ${fromMemory}`),
];

/** Registers of the chip itself, at addresses that iomap.h has. */
const fixed = (
  name: string,
  role: DeviceRole,
  constant: string,
  mmio: readonly [number, number],
  lines: readonly number[] = [],
): Device =>
  device(name, role, `${iomap}, ${constant}${lines.length === 0 ? '' : `; ${irqs}`}`, {
    mmio: [mmio],
    lines,
  });

const devices: readonly Device[] = [
  ...pcDevices,
  device('pciHost', 'bus', `${iomap}, MCFG_BASE_ADDRESS`, {
    mmio: [[0xe0000000, 0x10000000]],
    ports: [[0xcf8, 8]],
  }),
  pciDevice('sata', 'storage', both, asPci(0, 0x13, 0), {
    mmio: [[0x90800000, 0x1000]],
    lines: [19],
  }),
  pciDevice('emmc', 'storage', both, asPci(0, 0x17, 0), {
    mmio: [[0x90801000, 0x1000]],
    lines: [44],
  }),
  pciDevice('sd', 'storage', both, asPci(0, 0x12, 0), {
    mmio: [[0x90802000, 0x1000]],
    lines: [47],
  }),
  pciDevice('sdio', 'storage', both, asPci(0, 0x11, 0), {
    mmio: [[0x90803000, 0x1000]],
    lines: [46],
  }),
  pciDevice('rtl8111', 'network', `behind root port 3 (00:1c.2); ${fromMemory}`, asPci(3, 0, 0), {
    mmio: [[0x90400000, 0x1000]],
    lines: [18],
  }),
  pciDevice('xhci', 'usb', both, asPci(0, 0x14, 0), { mmio: [[0x90810000, 0x10000]], lines: [20] }),
  pciDevice('lpssDma1', 'dma', both, asPci(0, 0x18, 0, 'copies'), {
    mmio: [[0x90804000, 0x4000]],
    lines: [42],
  }),
  pciDevice('lpssDma2', 'dma', both, asPci(0, 0x1e, 0, 'copies'), {
    mmio: [[0x90808000, 0x4000]],
    lines: [43],
  }),
  device('hsuart1', 'uart', `${both}; registers placed by firmware; an example`, {
    mmio: [[0x9080c000, 0x1000]],
    lines: [39],
  }),
  device('hsuart2', 'uart', `${both}; registers placed by firmware; an example`, {
    mmio: [[0x9080d000, 0x1000]],
    lines: [40],
  }),
  pciDevice('graphics', 'display', both, asPci(0, 2, 0), {
    mmio: [
      [0x90000000, 0x400000],
      [0x80000000, 0x10000000],
    ],
    lines: [16],
  }),
  pciDevice('lpe', 'audio', both, asPci(0, 0x15, 0, 'firmware'), {
    mmio: [[0x90a00000, 0x200000]],
    lines: [24, 25, 26, 27, 28, 29],
  }),
  pciDevice('txe', 'coprocessor', both, asPci(0, 0x1a, 0, 'firmware'), {
    mmio: [[0x90500000, 0x200000]],
    lines: [],
  }),
  fixed('gpioScore', 'gpio', 'IO_BASE_OFFSET_GPSCORE', [0xfed0c000, 0x1000], [49]),
  fixed('gpioNcore', 'gpio', 'IO_BASE_OFFSET_GPNCORE', [0xfed0d000, 0x1000], [48]),
  fixed('gpioSus', 'gpio', 'IO_BASE_OFFSET_GPSSUS', [0xfed0e000, 0x1000], [50]),
  fixed('pmc', 'power', 'PMC_BASE_ADDRESS', [0xfed03000, 0x400]),
  fixed('punit', 'power', 'PUNIT_BASE_ADDRESS', [0xfed05000, 0x800]),
  fixed('ilb', 'config', 'ILB_BASE_ADDRESS', [0xfed08000, 0x400]),
  fixed('spi', 'storage', 'SPI_BASE_ADDRESS', [0xfed01000, 0x400]),
  fixed('rcba', 'config', 'RCBA_BASE_ADDRESS', [0xfed1c000, 0x400]),
  device('acpi', 'power', `${iomap}, ACPI_BASE_ADDRESS`, { ports: [[0x400, 0x60]], lines: [9] }),
  device('tco', 'watchdog', `${iomap}, ACPI_BASE_ADDRESS; + 0x60: ${fromMemory}`, {
    ports: [[0x460, 0x20]],
  }),
];

/** A board with an Intel Atom that has no VT-d. */
export const atom: Board = {
  name: 'atom',
  title: 'Intel Atom E3825 (Bay Trail-I), on the MinnowBoard MAX',
  notes: [
    'Two cores of Silvermont. Bay Trail has no VT-d, so neither DMA nor message-signalled interrupts are remapped.',
    'The trusted execution engine (TXE) and the audio processor (LPE) run firmware of their own. `smep` is set; Silvermont has no `smap`. The lines of SATA, xHCI, graphics and the network are the inputs of PIRQs D, E, A and C, as firmware may route them.',
    'Left out: I2C, PWM and SPI of the low-power subsystem, HD audio, EHCI, the SMBus, the root ports themselves, and the GPIO ports in the I/O space.',
  ],
  source: `${iomap}, pci_devs.h, irq.h; Intel Atom Processor E3800 Product Family Datasheet 329671; ${fromMemory}`,
  cores: 2,
  arch: 'x86_64',
  settings: { smep: 1 },
  physicalBits: 36,
  pageBytes: 4096,
  map,
  interrupts: {
    kind: 'ioApic',
    first: 0,
    lines: 87,
    doorbell: region(0xfee00000, 0x100000),
    remapping: false,
    source: `87 inputs, as boot logs of Linux on Bay Trail say ("GSI 0-86"); messages: SDM 3A 10.11; ${fromMemory}`,
  },
  iommu: 'none',
  devices,
  sharedPages: [],
  sharedLines: [],
  risks: ['RISK-NO-IOMMU', 'RISK-MSI-NOT-REMAPPED', 'RISK-COPROCESSOR', 'RISK-DMA-ENGINE'],
};
