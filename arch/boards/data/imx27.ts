import type { Board } from '../board.ts';
import type { DeviceRole } from '../../../model/device-role.ts';
import type { Device, Engine } from '../device.ts';
import { device, fromMemory, mapped, unremapped } from './pieces.ts';

/** A device of the AIPI, with one page of registers. */
const onBus = (
  name: string,
  role: DeviceRole,
  node: string,
  base: number,
  line: number,
  engine?: Engine,
): Device =>
  device(name, role, `imx27.dtsi, node ${node}@${base.toString(16)}`, {
    mmio: [[base, 0x1000]],
    lines: [line],
    ...(engine === undefined ? {} : { master: unremapped(engine) }),
  });

const gpioNames = [1, 2, 3, 4, 5, 6].map((index) => `gpio${String(index)}`);

const gpios = gpioNames.map((name, index) => {
  const base = 0x10015000 + 0x100 * index;
  return device(name, 'gpio', `imx27.dtsi, node gpio@${base.toString(16)}`, {
    mmio: [[base, 0x100]],
    lines: [8],
  });
});

const devices: readonly Device[] = [
  onBus('uart1', 'uart', 'serial', 0x1000a000, 20),
  onBus('uart2', 'uart', 'serial', 0x1000b000, 19),
  onBus('uart3', 'uart', 'serial', 0x1000c000, 18),
  onBus('uart4', 'uart', 'serial', 0x1000d000, 17),
  onBus('uart5', 'uart', 'serial', 0x1001b000, 49),
  onBus('uart6', 'uart', 'serial', 0x1001c000, 48),
  onBus('gpt1', 'timer', 'timer', 0x10003000, 26),
  onBus('gpt2', 'timer', 'timer', 0x10004000, 25),
  onBus('gpt3', 'timer', 'timer', 0x10005000, 24),
  onBus('gpt4', 'timer', 'timer', 0x10019000, 4),
  onBus('gpt5', 'timer', 'timer', 0x1001a000, 3),
  onBus('gpt6', 'timer', 'timer', 0x1001f000, 2),
  device('aitc', 'interruptController', 'imx27.dtsi, node aitc-interrupt-controller', {
    mmio: [[0x10040000, 0x1000]],
  }),
  onBus('wdog', 'watchdog', 'wdog', 0x10002000, 27),
  onBus('sdhc1', 'storage', 'sdhci', 0x10013000, 11),
  onBus('sdhc2', 'storage', 'sdhci', 0x10014000, 10),
  onBus('sdhc3', 'storage', 'sdhci', 0x1001e000, 9),
  onBus('nfc', 'storage', 'nand', 0xd8000000, 29),
  device('fec', 'network', 'imx27.dtsi, node ethernet@1002b000', {
    mmio: [[0x1002b000, 0x4000]],
    lines: [50],
    master: unremapped('own'),
  }),
  onBus('dma', 'dma', 'dma', 0x10001000, 32, 'copies'),
  onBus('lcdc', 'display', 'fb', 0x10021000, 61, 'own'),
  device('vpu', 'coprocessor', 'imx27.dtsi, node coda@10023000', {
    mmio: [[0x10023000, 0x200]],
    lines: [53],
    master: unremapped('firmware'),
  }),
  onBus('sahara', 'crypto', 'sahara', 0x10025000, 59, 'own'),
  ...gpios,
  onBus('iim', 'config', 'iim', 0x10028000, 62),
  device('ccm', 'clock', 'imx27.dtsi, node ccm@10027000', { mmio: [[0x10027000, 0x1000]] }),
  device('weim', 'memoryController', 'imx27.dtsi, node weim@d8002000', {
    mmio: [[0xd8002000, 0x1000]],
  }),
];

/** A board with an ARM926EJ-S, whose tables cannot forbid execution. */
export const imx27: Board = {
  name: 'imx27',
  title: 'NXP i.MX27, on the product development kit (i.MX27PDK)',
  notes: [
    'One ARM926EJ-S: imx27.dtsi, node cpu@0. Its memory management is that of ARMv5.',
    'The memory on the chip begins at 0xffff4c00 (imx27.dtsi, node iram@ffff4c00); the part of its first page is left out. Left out too: the boot ROM, I2C, SPI, PWM, USB, cameras, audio, the keypad, and all controllers of external memory but WEIM.',
    'All six GPIO ports share one page and one line: they are one device to the kernel. The same pages hold the function of every pin, so their driver belongs to the trusted base, as that of the CCM does.',
  ],
  source: 'Linux, arch/arm/boot/dts/imx27-pdk.dts, imx27.dtsi',
  cores: 1,
  arch: 'armv5',
  settings: {},
  physicalBits: 32,
  pageBytes: 4096,
  map: [
    mapped('aipi1', 'devices', 0x10000000, 0x20000, 'imx27.dtsi, node aipi@10000000'),
    mapped('aipi2', 'devices', 0x10020000, 0x20000, 'imx27.dtsi, node aipi@10020000'),
    mapped('aitc', 'devices', 0x10040000, 0x1000, 'imx27.dtsi, node aitc-interrupt-controller'),
    mapped('sdram', 'ram', 0xa0000000, 0x8000000, 'imx27-pdk.dts, node memory'),
    mapped('external', 'devices', 0xc0000000, 0x18000000, 'imx27.dtsi, node weim, ranges'),
    mapped('emi', 'devices', 0xd8000000, 0x5000, 'imx27.dtsi, nodes nand@d8000000, weim@d8002000'),
    mapped('iram', 'sram', 0xffff5000, 0xb000, 'imx27.dtsi, node iram@ffff4c00'),
  ],
  interrupts: {
    kind: 'aitc',
    first: 0,
    lines: 64,
    doorbell: undefined,
    remapping: false,
    source: `imx27.dtsi, node aitc-interrupt-controller; 64 sources: MCIMX27RM, ARM926EJ-S Interrupt Controller; ${fromMemory}`,
  },
  iommu: 'none',
  devices,
  sharedPages: [{ base: 0x10015000, devices: gpioNames }],
  sharedLines: [{ line: 8, devices: gpioNames }],
  risks: [
    'RISK-NO-IOMMU',
    'RISK-NO-WX',
    'RISK-COPROCESSOR',
    'RISK-DMA-ENGINE',
    'RISK-SHARED-PAGE',
    'RISK-SHARED-LINE',
  ],
};
