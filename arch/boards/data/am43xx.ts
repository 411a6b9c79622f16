import type { Board } from '../board.ts';
import type { Device } from '../device.ts';
import { device, fromMemory, mapped, ppi, spi, unremapped } from './pieces.ts';
import { tiDevice, tiDevices } from './ti.ts';
import type { TiChip } from './ti.ts';

const chip: TiChip = { file: 'am4372.dtsi', line: spi };

const manual = `SPRUHL7, Memory Map; ${fromMemory}`;

const devices: readonly Device[] = [
  ...tiDevices(chip),
  tiDevice(
    chip,
    'gic',
    'interruptController',
    'interrupt-controller@48241000',
    [
      [0x48241000, 0x1000],
      [0x48240100, 0x100],
    ],
    [],
  ),
  tiDevice(chip, 'scu', 'cache', 'scu@48240000', [[0x48240000, 0x100]], []),
  device('globalTimer', 'timer', 'am4372.dtsi, node timer@48240200', {
    mmio: [[0x48240200, 0x100]],
    lines: [ppi(11)],
  }),
  device('localTimer', 'timer', 'am4372.dtsi, node timer@48240600', {
    mmio: [[0x48240600, 0x100]],
    lines: [ppi(13)],
  }),
  tiDevice(chip, 'wakeupGen', 'power', 'interrupt-controller@48281000', [[0x48281000, 0x1000]], []),
  tiDevice(chip, 'l2', 'cache', 'l2-cache-controller@48242000', [[0x48242000, 0x1000]], []),
  device('usb1', 'usb', 'am4372.dtsi, nodes omap_dwc3@48380000, usb@48390000', {
    mmio: [[0x48380000, 0x20000]],
    lines: [spi(168), spi(172)],
    master: unremapped('own'),
  }),
  device('usb2', 'usb', 'am4372.dtsi, nodes omap_dwc3@483c0000, usb@483d0000', {
    mmio: [[0x483c0000, 0x20000]],
    lines: [spi(174), spi(178)],
    master: unremapped('own'),
  }),
  device('dss', 'display', 'am4372.dtsi, nodes dss@4832a000, dispc@4832a400, rfbi@4832a800', {
    mmio: [
      [0x4832a000, 0x200],
      [0x4832a400, 0x400],
      [0x4832a800, 0x100],
    ],
    lines: [spi(127)],
    master: unremapped('own'),
  }),
  tiDevice(chip, 'gpio4', 'gpio', 'gpio@48320000', [[0x48320000, 0x1000]], [106]),
  tiDevice(chip, 'gpio5', 'gpio', 'gpio@48322000', [[0x48322000, 0x1000]], [148]),
  tiDevice(chip, 'qspi', 'storage', 'qspi@47900000', [[0x47900000, 0x100]], [138]),
  tiDevice(chip, 'sham', 'crypto', 'sham@53100000', [[0x53100000, 0x300]], [109]),
  tiDevice(chip, 'aes', 'crypto', 'aes@53501000', [[0x53501000, 0xa0]], [103]),
  tiDevice(chip, 'des', 'crypto', 'des@53701000', [[0x53701000, 0xa0]], [130]),
  tiDevice(chip, 'prcm', 'clock', 'prcm@1f0000', [[0x44df0000, 0x11000]], [11]),
  tiDevice(chip, 'scm', 'pins', 'scm@210000', [[0x44e10000, 0x4000]], []),
  tiDevice(chip, 'emif', 'memoryController', 'emif@4c000000', [[0x4c000000, 0x1000000]], []),
  tiDevice(chip, 'gpmc', 'memoryController', 'gpmc@50000000', [[0x50000000, 0x2000]], [100]),
];

/** A board with one Cortex-A9. */
export const am43xx: Board = {
  name: 'am43xx',
  title: 'TI AM437x, on the general purpose EVM (TMDXEVM437X)',
  notes: [
    'One Cortex-A9: am4372.dtsi, node cpu@0.',
    'The Cortex-M3 that wakes the chip (wkup_m3) runs firmware. The event multiplexer of the EDMA (am4372.dtsi, edma@49000000, its second run of registers) lies among those for pins (scm), and is left to these.',
    'Left out: I2C, SPI, CAN, audio, PWM, the touch screen, cameras, mailboxes and spinlocks, graphics, timers 8 to 11, the 32 kHz counter, the real-time units (which the device tree at hand does not have), error correction for NAND.',
  ],
  source: 'Linux, arch/arm/boot/dts/am437x-gp-evm.dts, am4372.dtsi',
  cores: 1,
  arch: 'armv7',
  settings: {},
  physicalBits: 32,
  pageBytes: 4096,
  map: [
    mapped('ocmc', 'sram', 0x40300000, 0x40000, 'am4372.dtsi, node ocmcram@40300000'),
    mapped('l4Wkup', 'devices', 0x44c00000, 0x400000, manual),
    mapped('mmc3', 'devices', 0x47810000, 0x10000, manual),
    mapped('qspi', 'devices', 0x47900000, 0x1000, 'am4372.dtsi, node qspi@47900000'),
    mapped('l4Per', 'devices', 0x48000000, 0x1000000, manual),
    mapped('edma', 'devices', 0x49000000, 0x1000000, manual),
    mapped('l4Fast', 'devices', 0x4a000000, 0x1000000, manual),
    mapped('emif', 'devices', 0x4c000000, 0x1000000, 'am4372.dtsi, node emif@4c000000'),
    mapped('gpmc', 'devices', 0x50000000, 0x1000000, manual),
    mapped('crypto', 'devices', 0x53000000, 0x1000000, manual),
    mapped('ddr', 'ram', 0x80000000, 0x80000000, `2 GB on the EVM; ${fromMemory}`),
  ],
  interrupts: {
    kind: 'gicV1',
    first: 16,
    lines: 16 + 224,
    doorbell: undefined,
    remapping: false,
    source: `am4372.dtsi, node interrupt-controller@48241000; 224 shared lines: SPRUHL7, Interrupts; ${fromMemory}`,
  },
  iommu: 'none',
  devices,
  sharedPages: [
    { base: 0x4a101000, devices: ['cpsw', 'mdio'] },
    { base: 0x48240000, devices: ['gic', 'scu', 'globalTimer', 'localTimer'] },
  ],
  sharedLines: [],
  risks: ['RISK-NO-IOMMU', 'RISK-COPROCESSOR', 'RISK-DMA-ENGINE', 'RISK-SHARED-PAGE'],
};
