import type { DeviceRole } from '../../../model/device-role.ts';
import type { Device, Master } from '../device.ts';
import { assigned, device, fromMemory } from './pieces.ts';

/** Where the parts that every PC has are described. */
const legacy = `82093AA, 8259A, 8254, MC146818, 16550; ports as on the IBM PC AT; ${fromMemory}`;

/** A PCI function whose registers firmware has placed. */
export const pciDevice = (
  name: string,
  role: DeviceRole,
  source: string,
  master: Master,
  parts: Pick<Parameters<typeof device>[3], 'mmio' | 'lines' | 'ports'>,
): Device => device(name, role, `${source}; registers ${assigned}`, { ...parts, master });

/** What a PC has whatever its chipset is. Lines are inputs of the I/O APIC: the 8254 is at input 2. */
export const pcDevices: readonly Device[] = [
  device('com1', 'uart', legacy, { ports: [[0x3f8, 8]], lines: [4] }),
  device('pit', 'timer', legacy, { ports: [[0x40, 4]], lines: [2] }),
  device('hpet', 'timer', `IA-PC HPET 1.0a, 3.1; ${fromMemory}`, { mmio: [[0xfed00000, 0x400]] }),
  device('ioApic', 'interruptController', `82093AA, 3.1; ${fromMemory}`, {
    mmio: [[0xfec00000, 0x1000]],
  }),
  device('localApic', 'interruptController', `SDM 3A 10.4.1; ${fromMemory}`, {
    mmio: [[0xfee00000, 0x1000]],
  }),
  device('pic', 'interruptController', legacy, {
    ports: [
      [0x20, 2],
      [0xa0, 2],
    ],
  }),
  device('rtc', 'rtc', legacy, { ports: [[0x70, 2]], lines: [8] }),
];

/** The keyboard controller, and the DMA controller of the ISA bus, which is a function of its bridge. */
export const isaDevices = (bridge: Master): readonly Device[] => [
  device('keyboard', 'input', legacy, {
    ports: [
      [0x60, 1],
      [0x64, 1],
    ],
    lines: [1, 12],
  }),
  device('isaDma', 'dma', `8237A; ports as on the IBM PC AT; ${fromMemory}`, {
    ports: [
      [0x00, 0x10],
      [0x80, 0x10],
      [0xc0, 0x20],
    ],
    master: bridge,
  }),
];
