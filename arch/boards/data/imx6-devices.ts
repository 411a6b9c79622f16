import type { Device } from '../device.ts';
import { device, fromMemory, ppi, spi, unremapped } from './pieces.ts';

const node = (name: string): string => `imx6qdl.dtsi, node ${name}`;

const registers = 'U-Boot, arch/arm/include/asm/arch-mx6/imx-regs.h';

const own = unremapped('own');

const uart = (name: string, base: number, line: number): Device =>
  device(name, 'uart', node(`serial@${base.toString(16).padStart(8, '0')}`), {
    mmio: [[base, 0x4000]],
    lines: [spi(line)],
  });

const gpio = (index: number): Device => {
  const base = 0x0209c000 + 0x4000 * (index - 1);
  return device(`gpio${String(index)}`, 'gpio', node(`gpio@0${base.toString(16)}`), {
    mmio: [[base, 0x4000]],
    lines: [spi(64 + 2 * index), spi(65 + 2 * index)],
  });
};

const usdhc = (index: number): Device => {
  const base = 0x02190000 + 0x4000 * (index - 1);
  return device(`usdhc${String(index)}`, 'storage', node(`usdhc@0${base.toString(16)}`), {
    mmio: [[base, 0x4000]],
    lines: [spi(21 + index)],
    master: own,
  });
};

const usb = (name: string, base: number, line: number): Device =>
  device(name, 'usb', node(`usb@0${base.toString(16)}`), {
    mmio: [[base, 0x200]],
    lines: [spi(line)],
    master: own,
  });

/** Devices for a console, for time and for interrupts. */
const essential: readonly Device[] = [
  uart('uart1', 0x02020000, 26),
  uart('uart2', 0x021e8000, 27),
  uart('uart3', 0x021ec000, 28),
  uart('uart4', 0x021f0000, 29),
  uart('uart5', 0x021f4000, 30),
  device('gpt', 'timer', node('gpt@02098000'), {
    mmio: [[0x02098000, 0x4000]],
    lines: [spi(55)],
  }),
  device('twd', 'timer', node('timer@00a00600'), { mmio: [[0x00a00600, 0x20]], lines: [ppi(13)] }),
  device('epit1', 'timer', node('epit@020d0000'), {
    mmio: [[0x020d0000, 0x4000]],
    lines: [spi(56)],
  }),
  device('epit2', 'timer', node('epit@020d4000'), {
    mmio: [[0x020d4000, 0x4000]],
    lines: [spi(57)],
  }),
  device('gic', 'interruptController', node('interrupt-controller@00a01000'), {
    mmio: [
      [0x00a01000, 0x1000],
      [0x00a00100, 0x100],
    ],
  }),
  device('scu', 'cache', `${registers}, SCU_BASE_ADDR`, { mmio: [[0x00a00000, 0x100]] }),
  device('globalTimer', 'timer', `${registers}, GLOBAL_TIMER_BASE_ADDR; line: ${fromMemory}`, {
    mmio: [[0x00a00200, 0x100]],
    lines: [ppi(11)],
  }),
  device('wdog1', 'watchdog', node('wdog@020bc000'), {
    mmio: [[0x020bc000, 0x4000]],
    lines: [spi(80)],
  }),
  device('wdog2', 'watchdog', node('wdog@020c0000'), {
    mmio: [[0x020c0000, 0x4000]],
    lines: [spi(81)],
  }),
];

/** Devices for storage, networks and other data, most of them masters. */
const moving: readonly Device[] = [
  usdhc(1),
  usdhc(2),
  usdhc(3),
  usdhc(4),
  device('fec', 'network', node('ethernet@02188000'), {
    mmio: [[0x02188000, 0x4000]],
    lines: [spi(118), spi(119)],
    master: own,
  }),
  device('sdma', 'dma', node('sdma@020ec000'), {
    mmio: [[0x020ec000, 0x4000]],
    lines: [spi(2)],
    master: unremapped('scripts'),
  }),
  device('apbhDma', 'dma', node('dma-apbh@00110000'), {
    mmio: [[0x00110000, 0x2000]],
    lines: [spi(13)],
    master: unremapped('copies'),
  }),
  usb('usbOtg', 0x02184000, 43),
  usb('usbHost1', 0x02184200, 40),
  usb('usbHost2', 0x02184400, 41),
  usb('usbHost3', 0x02184600, 42),
  device('usbMisc', 'usb', node('usbmisc@02184800'), { mmio: [[0x02184800, 0x200]] }),
  device('pcie', 'bus', node('pcie@1ffc000'), {
    mmio: [
      [0x01ffc000, 0x4000],
      [0x01f00000, 0x80000],
    ],
    lines: [spi(120), spi(121), spi(122), spi(123)],
    master: own,
  }),
  device('caam', 'crypto', node('caam@2100000, jr0, jr1'), {
    mmio: [[0x02100000, 0x10000]],
    lines: [spi(105), spi(106)],
    master: own,
  }),
  device('ipu1', 'display', node('ipu@02400000'), {
    mmio: [[0x02400000, 0x400000]],
    lines: [spi(5), spi(6)],
    master: own,
  }),
  device('gpu3d', 'display', node('gpu@00130000'), {
    mmio: [[0x00130000, 0x4000]],
    lines: [spi(9)],
    master: own,
  }),
  device('gpu2d', 'display', node('gpu@00134000'), {
    mmio: [[0x00134000, 0x4000]],
    lines: [spi(10)],
    master: own,
  }),
  device('vpu', 'coprocessor', node('vpu@02040000'), {
    mmio: [[0x02040000, 0x3c000]],
    lines: [spi(3), spi(12)],
    master: unremapped('firmware'),
  }),
];

/** Devices that others depend on: clocks, pins, power, memory, and who may reach what. */
const governing: readonly Device[] = [
  ...[1, 2, 3, 4, 5, 6, 7].map(gpio),
  device('ccm', 'clock', node('ccm@020c4000'), {
    mmio: [[0x020c4000, 0x4000]],
    lines: [spi(87), spi(88)],
  }),
  device('src', 'clock', node('src@020d8000'), {
    mmio: [[0x020d8000, 0x4000]],
    lines: [spi(91), spi(96)],
  }),
  device('anatop', 'power', node('anatop@020c8000'), {
    mmio: [[0x020c8000, 0x1000]],
    lines: [spi(49), spi(54), spi(127)],
  }),
  device('gpc', 'power', node('gpc@020dc000'), {
    mmio: [[0x020dc000, 0x4000]],
    lines: [spi(89), spi(90)],
  }),
  device('snvs', 'rtc', node('snvs@020cc000'), {
    mmio: [[0x020cc000, 0x4000]],
    lines: [spi(19), spi(20)],
  }),
  device('iomuxc', 'pins', node('iomuxc@020e0000'), { mmio: [[0x020e0000, 0x4000]] }),
  device('mmdc0', 'memoryController', node('mmdc@021b0000'), { mmio: [[0x021b0000, 0x4000]] }),
  device('ocotp', 'config', node('ocotp@021bc000'), { mmio: [[0x021bc000, 0x4000]] }),
  device('aipstz1', 'bus', node('aipstz@0207c000'), { mmio: [[0x0207c000, 0x4000]] }),
  device('aipstz2', 'bus', node('aipstz@0217c000'), { mmio: [[0x0217c000, 0x4000]] }),
  device('tzasc1', 'memoryController', node('tzasc@021d0000'), {
    mmio: [[0x021d0000, 0x4000]],
    lines: [spi(108)],
  }),
  device('csu', 'config', `${registers}, CSU_BASE_ADDR`, {
    mmio: [[0x021c0000, 0x4000]],
  }),
  device('l2', 'cache', node('l2-cache@00a02000'), {
    mmio: [[0x00a02000, 0x1000]],
    lines: [spi(92)],
  }),
];

/** The devices that all i.MX 6 of this family have. Source: Linux, arch/arm/boot/dts/imx6qdl.dtsi. */
export const imx6Devices: readonly Device[] = [...essential, ...moving, ...governing];
