import type { DeviceRole } from '../../../model/device-role.ts';
import type { Device, Engine } from '../device.ts';
import { device, unremapped } from './pieces.ts';

/** How a chip numbers its interrupt lines, and the file that has its nodes. */
export interface TiChip {
  readonly file: string;
  readonly line: (number: number) => number;
}

/** A device of a TI chip, by its node, registers and lines. */
export const tiDevice = (
  { file, line }: TiChip,
  name: string,
  role: DeviceRole,
  node: string,
  mmio: readonly (readonly [number, number])[],
  lines: readonly number[],
  engine?: Engine,
): Device =>
  device(name, role, `${file}, node ${node}`, {
    mmio,
    lines: lines.map(line),
    ...(engine === undefined ? {} : { master: unremapped(engine) }),
  });

/** Where uart0 … uart5 are. */
const uarts = [
  [0x44e09000, 72],
  [0x48022000, 73],
  [0x48024000, 74],
  [0x481a6000, 44],
  [0x481a8000, 45],
  [0x481aa000, 46],
] as const;

const timers = [
  [0x44e31000, 67],
  [0x48040000, 68],
  [0x48042000, 69],
  [0x48044000, 92],
  [0x48046000, 93],
  [0x48048000, 94],
  [0x4804a000, 95],
] as const;

const mmcs = [
  [0x48060000, 64],
  [0x481d8000, 28],
  [0x47810000, 29],
] as const;

const many = (
  chip: TiChip,
  name: string,
  role: DeviceRole,
  node: string,
  places: readonly (readonly [number, number])[],
  bytes: number,
  from: number,
): readonly Device[] =>
  places.map(([base, line], index) =>
    tiDevice(
      chip,
      `${name}${String(index + from)}`,
      role,
      `${node}@${base.toString(16)}`,
      [[base, bytes]],
      [line],
    ),
  );

/** The devices that AM335x and AM43xx have in common, in the same places. */
export const tiDevices = (chip: TiChip): readonly Device[] => [
  ...many(chip, 'uart', 'uart', 'serial', uarts, 0x2000, 0),
  ...many(chip, 'timer', 'timer', 'timer', timers, 0x400, 1),
  tiDevice(chip, 'wdt', 'watchdog', 'wdt@44e35000', [[0x44e35000, 0x1000]], [91]),
  ...many(chip, 'mmc', 'storage', 'mmc', mmcs, 0x1000, 1),
  tiDevice(
    chip,
    'cpsw',
    'network',
    'ethernet@4a100000',
    [
      [0x4a100000, 0x800],
      [0x4a101200, 0x100],
    ],
    [40, 41, 42, 43],
    'own',
  ),
  tiDevice(chip, 'mdio', 'network', 'mdio@4a101000', [[0x4a101000, 0x100]], []),
  tiDevice(chip, 'edma', 'dma', 'edma@49000000', [[0x49000000, 0x10000]], [12, 13, 14], 'copies'),
  tiDevice(
    chip,
    'wkupM3',
    'coprocessor',
    'wkup_m3@100000 in l4_wkup@44c00000, and wkup_m3_ipc@1324',
    [
      [0x44d00000, 0x4000],
      [0x44d80000, 0x2000],
    ],
    [78],
    'firmware',
  ),
  tiDevice(chip, 'rtc', 'rtc', 'rtc@44e3e000', [[0x44e3e000, 0x1000]], [75, 76]),
  tiDevice(chip, 'gpio0', 'gpio', 'gpio@44e07000', [[0x44e07000, 0x1000]], [96]),
  tiDevice(chip, 'gpio1', 'gpio', 'gpio@4804c000', [[0x4804c000, 0x1000]], [98]),
  tiDevice(chip, 'gpio2', 'gpio', 'gpio@481ac000', [[0x481ac000, 0x1000]], [32]),
  tiDevice(chip, 'gpio3', 'gpio', 'gpio@481ae000', [[0x481ae000, 0x1000]], [62]),
];
