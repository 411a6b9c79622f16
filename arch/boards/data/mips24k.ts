import type { Board } from '../board.ts';
import type { DeviceRole } from '../../../model/device-role.ts';
import type { Device, Master } from '../device.ts';
import { asPci, assigned, device, fromMemory, mapped, unremapped } from './pieces.ts';

const malta = 'QEMU, hw/mips/malta.c';

/** Where the ports of the PCI bus are seen in memory. */
const ports = 0x18000000;

const barebox = 'barebox, arch/mips/mach-malta/include/mach/hardware.h';

/** A device whose ports are seen in memory. */
const atPorts = (
  name: string,
  role: DeviceRole,
  runs: readonly (readonly [number, number])[],
  lines: readonly number[],
  master?: Master,
): Device =>
  device(name, role, `PIIX4 and FDC37M817, ports as on the IBM PC AT: ${barebox}; ${fromMemory}`, {
    mmio: runs.map(([first, count]) => [ports + first, count]),
    lines,
    ...(master === undefined ? {} : { master }),
  });

const isa = ['com1', 'com2', 'pit', 'i8259', 'rtc', 'keyboard', 'ide', 'isaDma'] as const;

const devices: readonly Device[] = [
  atPorts('com1', 'uart', [[0x3f8, 8]], [4]),
  atPorts('com2', 'uart', [[0x2f8, 8]], [3]),
  device('cbusUart', 'uart', `${malta}, malta_fpga_init`, {
    mmio: [[0x1f000900, 0x40]],
    lines: [20],
  }),
  device('cp0Timer', 'timer', `MD00090 8, Count and Compare; line: ${barebox}`, { lines: [23] }),
  atPorts('pit', 'timer', [[0x40, 4]], [0]),
  atPorts(
    'i8259',
    'interruptController',
    [
      [0x20, 2],
      [0xa0, 2],
    ],
    [18],
  ),
  device('fpga', 'config', `${malta}, malta_fpga_read`, {
    mmio: [
      [0x1f000000, 0x900],
      [0x1f000a00, 0x600],
    ],
  }),
  device(
    'gt64120',
    'bus',
    'QEMU, hw/mips/gt64xxx_pci.c; base: Linux, asm/mach-malta/mach-gt64120.h',
    {
      mmio: [[0x1be00000, 0x1000]],
      master: unremapped('copies'),
    },
  ),
  atPorts(
    'ide',
    'storage',
    [
      [0x1f0, 8],
      [0x3f6, 1],
      [0x170, 8],
      [0x376, 1],
      [0x1040, 0x10],
    ],
    [14, 15],
    asPci(0, 10, 1),
  ),
  device(
    'pcnet',
    'network',
    `slot 11 (Linux, arch/mips/pci/fixup-malta.c), line: ${barebox}; registers ${assigned}`,
    {
      mmio: [[0x10000000, 0x20]],
      lines: [10],
      master: asPci(0, 11, 0),
    },
  ),
  device('uhci', 'usb', `function 00:0a.2 of the PIIX4; line: ${barebox}; registers ${assigned}`, {
    mmio: [[ports + 0x2000, 0x20]],
    lines: [11],
    master: asPci(0, 10, 2),
  }),
  atPorts('rtc', 'rtc', [[0x70, 2]], [8]),
  atPorts(
    'keyboard',
    'input',
    [
      [0x60, 1],
      [0x64, 1],
    ],
    [1, 12],
  ),
  atPorts(
    'isaDma',
    'dma',
    [
      [0x00, 0x10],
      [0x80, 0x10],
      [0xc0, 0x20],
    ],
    [],
    asPci(0, 10, 0, 'copies'),
  ),
];

/** A board with a MIPS 24Kc, whose TLB software fills. */
export const mips24k: Board = {
  name: 'mips24k',
  title: 'MIPS 24Kc, on the Malta with a GT-64120',
  notes: [
    'One core. Lines 0 to 15 are those of the 8259s, 16 to 23 the inputs of the core, as Linux numbers them; the 8259s are at input 2 of the core, the UART of the FPGA at input 4 (QEMU, hw/mips/malta.c), the timer of the core at input 7.',
    'Ports of the PCI bus are memory here: the serial ports, both timers of the PC, the clock, the disk, the interrupt controller and the DMA controller of the ISA bus lie in one page, and cannot be kept apart. The registers of the GT-64120 hold its DMA engine, and decide where memory and PCI are seen: who maps them owns the machine.',
    'The 24Kc has no bit that forbids execution, nor one that forbids reading.',
    'Left out: audio, the parallel port, the floppy, the display of the FPGA apart from its other registers, PCI slots.',
  ],
  source: `QEMU, hw/mips/malta.c, hw/mips/gt64xxx_pci.c; ${barebox}`,
  cores: 1,
  arch: 'mips32',
  settings: {},
  physicalBits: 32,
  pageBytes: 4096,
  map: [
    mapped(
      'sdram',
      'ram',
      0x00000000,
      0x08000000,
      `${malta}, mips_malta_init; 128 MB as by default`,
    ),
    mapped('pci', 'devices', 0x10000000, 0x08000000, barebox),
    mapped('pciPorts', 'devices', ports, 0x200000, barebox),
    mapped('gt64120', 'devices', 0x1be00000, 0x200000, barebox),
    mapped('flash', 'rom', 0x1e000000, 0x400000, `${malta}, FLASH_ADDRESS, FLASH_SIZE`),
    mapped('fpga', 'devices', 0x1f000000, 0x100000, `${malta}, FPGA_ADDRESS`),
    mapped('boot', 'rom', 0x1fc00000, 0x400000, `${malta}, RESET_ADDRESS`),
  ],
  interrupts: {
    kind: 'i8259',
    first: 0,
    lines: 24,
    doorbell: undefined,
    remapping: false,
    source: `Linux, asm/mips-boards/maltaint.h; which device has which: ${barebox}`,
  },
  iommu: 'none',
  devices,
  sharedPages: [
    { base: ports, devices: isa },
    { base: 0x1f000000, devices: ['cbusUart', 'fpga'] },
  ],
  sharedLines: [],
  risks: ['RISK-NO-IOMMU', 'RISK-NO-WX', 'RISK-DMA-ENGINE', 'RISK-SHARED-PAGE'],
};
