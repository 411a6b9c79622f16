import type { Board } from '../board.ts';
import type { DeviceRole } from '../../../model/device-role.ts';
import type { Device, Engine } from '../device.ts';
import { device, fromMemory, mapped, ppi, spi, unremapped } from './pieces.ts';

const node = (name: string): string => `hi6220.dtsi, node ${name}`;

/** A device with one run of registers. */
const at = (
  name: string,
  role: DeviceRole,
  nodeName: string,
  [base, bytes]: readonly [number, number],
  lines: readonly number[],
  engine?: Engine,
): Device =>
  device(name, role, node(`${nodeName}@${base.toString(16)}`), {
    mmio: [[base, bytes]],
    lines: lines.map(spi),
    ...(engine === undefined ? {} : { master: unremapped(engine) }),
  });

/** Four GPIO ports lie beside the always-on controllers, the others in the order of their numbers. */
const gpioBase = (index: number): number =>
  index < 4 ? 0xf8011000 + 0x1000 * index : 0xf7020000 + 0x1000 * (index - 4);

const gpios = Array.from({ length: 20 }, (_, index) =>
  at(`gpio${String(index)}`, 'gpio', 'gpio', [gpioBase(index), 0x1000], [52 + index]),
);

const devices: readonly Device[] = [
  at('uart3', 'uart', 'uart', [0xf7113000, 0x1000], [39]),
  at('uart0', 'uart', 'uart', [0xf8015000, 0x1000], [36]),
  at('uart1', 'uart', 'uart', [0xf7111000, 0x1000], [37]),
  at('uart2', 'uart', 'uart', [0xf7112000, 0x1000], [38]),
  at('uart4', 'uart', 'uart', [0xf7114000, 0x1000], [40]),
  device('archTimer', 'timer', node('timer'), { lines: [ppi(13), ppi(14), ppi(11), ppi(10)] }),
  at('dualTimer0', 'timer', 'timer', [0xf8008000, 0x1000], [14, 15]),
  device('gic', 'interruptController', node('interrupt-controller@f6801000'), {
    mmio: [
      [0xf6801000, 0x1000],
      [0xf6802000, 0x2000],
      [0xf6804000, 0x2000],
      [0xf6806000, 0x2000],
    ],
    lines: [ppi(9)],
  }),
  at('mmc0', 'storage', 'dwmmc0', [0xf723d000, 0x1000], [72], 'own'),
  at('mmc1', 'storage', 'dwmmc1', [0xf723e000, 0x1000], [73], 'own'),
  at('mmc2', 'network', 'dwmmc2', [0xf723f000, 0x1000], [74], 'own'),
  at('dma0', 'dma', 'dma', [0xf7370000, 0x1000], [84], 'copies'),
  at('usb', 'usb', 'usb', [0xf72c0000, 0x40000], [77], 'own'),
  at('ade', 'display', 'ade', [0xf4100000, 0x7800], [115], 'own'),
  at('dsi', 'display', 'dsi', [0xf4107800, 0x100], []),
  at('mailbox', 'coprocessor', 'mailbox', [0xf7510000, 0x1000], [94], 'firmware'),
  at('rtc0', 'rtc', 'rtc', [0xf8003000, 0x1000], [12]),
  at('rtc1', 'rtc', 'rtc', [0xf8004000, 0x1000], [8]),
  ...gpios,
  at('aoCtrl', 'clock', 'ao_ctrl', [0xf7800000, 0x2000], []),
  at('sysCtrl', 'clock', 'sys_ctrl', [0xf7030000, 0x2000], []),
  at('mediaCtrl', 'clock', 'media_ctrl', [0xf4410000, 0x1000], []),
  at('pmCtrl', 'power', 'pm_ctrl', [0xf7032000, 0x1000], []),
  at('pmux', 'pins', 'pinmux', [0xf7010000, 0x27c], []),
  at('pconf', 'pins', 'pinmux', [0xf7010800, 0x28c], []),
  at('aoConf', 'pins', 'pinmux', [0xf8001800, 0x78], []),
  device('pmic', 'power', 'hi6220-hikey.dts, node pmic@f8000000', {
    mmio: [[0xf8000000, 0x1000]],
  }),
];

const hikey = 'hi6220-hikey.dts, node memory@0, and the regions that it reserves';

/** A board with eight Cortex-A53. */
export const kirin620: Board = {
  name: 'kirin620',
  title: 'HiSilicon Kirin 620 (Hi6220), on the HiKey',
  notes: [
    'Eight Cortex-A53 in two clusters: hi6220.dtsi, nodes cpu@0 to cpu@103. Their physical addresses have 40 bits (ID_AA64MMFR0_EL1.PARange; QEMU, target/arm, aarch64_a53_initfn), which `ips` 2 says.',
    'The console is uart3, as /chosen of hi6220-hikey.dts says. mmc2 carries the wireless network.',
    'A microcontroller with firmware of its own has regions of memory, and is reached by the mailbox; another region belongs to firmware of the secure world. Nothing checks what either reaches; that of the secure world lies outside of what the kernel can see at all.',
    'Left out: I2C, SPI, audio, graphics and video, the temperature sensor (hi6220.dtsi, tsensor@0,f7030700, among the registers of sys_ctrl), the mailbox buffer (0x06dff800, in memory that firmware keeps).',
  ],
  source: 'Linux, arch/arm64/boot/dts/hisilicon/hi6220-hikey.dts, hi6220.dtsi',
  cores: 8,
  arch: 'armv8',
  settings: { ips: 2 },
  physicalBits: 40,
  pageBytes: 4096,
  map: [
    mapped('ram0', 'ram', 0x00000000, 0x05e00000, hikey),
    mapped('mcuRuntime', 'firmware', 0x05e00000, 0x100000, hikey),
    mapped('ram1', 'ram', 0x05f00000, 0x00eff000, hikey),
    mapped('mailboxData', 'firmware', 0x06dff000, 0x1000, hikey),
    mapped('ram2', 'ram', 0x06e00000, 0x0060f000, hikey),
    mapped('mcuSection', 'firmware', 0x0740f000, 0x1000, hikey),
    mapped('ram3', 'ram', 0x07410000, 0x36bf0000, hikey),
    mapped('secureWorld', 'firmware', 0x3e000000, 0x2000000, hikey),
    mapped('media', 'devices', 0xf4000000, 0x1000000, `around the nodes; ${fromMemory}`),
    mapped('gic', 'devices', 0xf6801000, 0x7000, node('interrupt-controller@f6801000')),
    mapped('peripherals', 'devices', 0xf7000000, 0x2000000, `around the nodes; ${fromMemory}`),
    mapped('sram', 'sram', 0xfff80000, 0x12000, node('sram@fff80000')),
  ],
  interrupts: {
    kind: 'gicV2',
    first: 16,
    lines: 16 + 128,
    doorbell: undefined,
    remapping: false,
    source:
      'hi6220.dtsi, node interrupt-controller@f6801000; it has no shared line above 127, and how many the chip has is not public',
  },
  iommu: 'none',
  devices,
  sharedPages: [
    { base: 0xf4107000, devices: ['ade', 'dsi'] },
    { base: 0xf7010000, devices: ['pmux', 'pconf'] },
  ],
  sharedLines: [],
  risks: ['RISK-NO-IOMMU', 'RISK-COPROCESSOR', 'RISK-DMA-ENGINE', 'RISK-SHARED-PAGE'],
};
