import type { Board } from '../board.ts';
import type { Device } from '../device.ts';
import { device, fromMemory, mapped, unremapped } from './pieces.ts';
import { tiDevice, tiDevices } from './ti.ts';
import type { TiChip } from './ti.ts';

const chip: TiChip = { file: 'am33xx.dtsi', line: (number) => number };

const manual = `SPRUH73, Memory Map; ${fromMemory}`;

const usbGlue = 'am33xx.dtsi, node usb@47400000';

/** The USB controllers: one glue for both, and a DMA engine that copies by descriptors. */
const usb: readonly Device[] = [
  device('usb0', 'usb', `${usbGlue}, usb@47401000, usb-phy@47401300`, {
    mmio: [
      [0x47401000, 0x200],
      [0x47401300, 0x100],
      [0x47401400, 0x400],
    ],
    lines: [18],
  }),
  device('usb1', 'usb', `${usbGlue}, usb@47401800, usb-phy@47401b00`, {
    mmio: [
      [0x47401800, 0x200],
      [0x47401b00, 0x100],
      [0x47401c00, 0x400],
    ],
    lines: [19],
  }),
  device('usbDma', 'dma', `${usbGlue}, dma-controller@47402000`, {
    mmio: [
      [0x47400000, 0x1000],
      [0x47402000, 0x6000],
    ],
    lines: [17],
    master: unremapped('copies'),
  }),
];

const devices: readonly Device[] = [
  ...tiDevices(chip),
  tiDevice(
    chip,
    'intc',
    'interruptController',
    'interrupt-controller@48200000',
    [[0x48200000, 0x1000]],
    [],
  ),
  device('pruss', 'coprocessor', 'am33xx.dtsi, node pruss@0 in pruss_soc_bus@4a326004', {
    mmio: [[0x4a300000, 0x80000]],
    lines: [20, 21, 22, 23, 24, 25, 26, 27],
    master: unremapped('scripts'),
  }),
  ...usb,
  tiDevice(chip, 'lcdc', 'display', 'lcdc@4830e000', [[0x4830e000, 0x1000]], [36], 'own'),
  tiDevice(chip, 'sham', 'crypto', 'sham@53100000', [[0x53100000, 0x200]], [109]),
  tiDevice(chip, 'aes', 'crypto', 'aes@53500000', [[0x53500000, 0xa0]], [103]),
  tiDevice(chip, 'prcm', 'clock', 'prcm@200000', [[0x44e00000, 0x4000]], []),
  tiDevice(chip, 'scm', 'pins', 'scm@210000', [[0x44e10000, 0x2000]], []),
  tiDevice(chip, 'emif', 'memoryController', 'emif@4c000000', [[0x4c000000, 0x1000]], []),
  tiDevice(chip, 'gpmc', 'memoryController', 'gpmc@50000000', [[0x50000000, 0x2000]], [100]),
];

/** A board with one Cortex-A8. */
export const am335x: Board = {
  name: 'am335x',
  title: 'TI AM335x, on the BeagleBone',
  notes: [
    'One Cortex-A8: am33xx.dtsi, node cpu@0.',
    'The programmable real-time units (PRUSS) run programs that software loads and reach memory by themselves, as the SDMA of an i.MX 6 does ([sdma.md](sdma.md)); the Cortex-M3 that wakes the chip (wkup_m3) runs firmware. The event multiplexer of the EDMA lies among the registers for pins (scm).',
    'Left out: I2C, SPI, CAN, audio, PWM, the touch screen, mailboxes and spinlocks, graphics, the transfer controllers of the EDMA, error correction for NAND, the random number generator.',
  ],
  source: 'Linux, arch/arm/boot/dts/am335x-bone.dts, am335x-bone-common.dtsi, am33xx.dtsi',
  cores: 1,
  arch: 'armv7',
  settings: {},
  physicalBits: 32,
  pageBytes: 4096,
  map: [
    mapped('bootRom', 'rom', 0x40000000, 0x2c000, manual),
    mapped('ocmc', 'sram', 0x40300000, 0x10000, 'am33xx.dtsi, node ocmcram@40300000'),
    mapped('l4Wkup', 'devices', 0x44c00000, 0x400000, manual),
    mapped('usbss', 'devices', 0x47400000, 0x8000, usbGlue),
    mapped('mmc3', 'devices', 0x47810000, 0x10000, manual),
    mapped('l4Per', 'devices', 0x48000000, 0x1000000, manual),
    mapped('edma', 'devices', 0x49000000, 0x1000000, manual),
    mapped('l4Fast', 'devices', 0x4a000000, 0x1000000, manual),
    mapped('emif', 'devices', 0x4c000000, 0x1000000, manual),
    mapped('gpmc', 'devices', 0x50000000, 0x1000000, manual),
    mapped('crypto', 'devices', 0x53000000, 0x1000000, manual),
    mapped('ddr', 'ram', 0x80000000, 0x10000000, 'am335x-bone-common.dtsi, node memory'),
  ],
  interrupts: {
    kind: 'intc',
    first: 0,
    lines: 128,
    doorbell: undefined,
    remapping: false,
    source:
      'am33xx.dtsi, node interrupt-controller@48200000; 128 lines: Linux, drivers/irqchip/irq-omap-intc.c',
  },
  iommu: 'none',
  devices,
  sharedPages: [
    { base: 0x4a101000, devices: ['cpsw', 'mdio'] },
    { base: 0x47401000, devices: ['usb0', 'usb1'] },
  ],
  sharedLines: [],
  risks: ['RISK-NO-IOMMU', 'RISK-SDMA', 'RISK-COPROCESSOR', 'RISK-DMA-ENGINE', 'RISK-SHARED-PAGE'],
};
