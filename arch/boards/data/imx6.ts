import type { Board, MapRegion } from '../board.ts';
import type { Device } from '../device.ts';
import { imx6Devices } from './imx6-devices.ts';
import { fromMemory, mapped } from './pieces.ts';

const manual = 'U-Boot, arch/arm/include/asm/arch-mx6/imx-regs.h';

/** What tells boards of the family apart. */
interface Imx6 {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly notes: readonly string[];
  readonly cores: 1 | 2 | 4;
  /** Memory on the chip, of which the device tree has what its own code leaves. */
  readonly sramBytes: number;
  readonly ram: MapRegion;
  readonly map: readonly MapRegion[];
  readonly devices: readonly Device[];
}

const mapOf = ({ sramBytes, ram, map }: Imx6): readonly MapRegion[] => [
  mapped('bootRom', 'rom', 0x00000000, 0x100000, `${manual}, ROMCP_ARB_BASE_ADDR`),
  mapped('ahb', 'devices', 0x00100000, 0x40000, `${manual}, CAAM_ARB_BASE_ADDR and following`),
  mapped('ocram', 'sram', 0x00900000, sramBytes, 'imx6dl.dtsi, imx6q.dtsi, nodes sram'),
  mapped('private', 'devices', 0x00a00000, 0x3000, 'imx6qdl.dtsi, nodes timer, intc, l2-cache'),
  mapped('pcie', 'devices', 0x01000000, 0x1000000, 'imx6qdl.dtsi, node pcie, ranges'),
  mapped('aips1', 'devices', 0x02000000, 0x100000, 'imx6qdl.dtsi, node aips-bus@02000000'),
  mapped('aips2', 'devices', 0x02100000, 0x100000, 'imx6qdl.dtsi, node aips-bus@02100000'),
  mapped('ipu1', 'devices', 0x02400000, 0x400000, 'imx6qdl.dtsi, node ipu@02400000'),
  ...map,
  mapped('eim', 'devices', 0x08000000, 0x8000000, `${manual}, WEIM_ARB_BASE_ADDR`),
  ram,
];

/** A board with an i.MX 6: Cortex-A9 cores, short descriptors, and no IOMMU. */
export const imx6Board = (parts: Imx6): Board => ({
  name: parts.name,
  title: parts.title,
  notes: [
    ...parts.notes,
    'Left out: I2C, SPI, CAN, audio, keypad, PWM, cameras, HDMI and LVDS, NAND, the media bus, the fuses of the debug port, and what is on the board behind these.',
    'Who writes SDMA, CSU, AIPSTZ, TZASC, MMDC, CCM or IOMUXC changes what others reach or whether they run: their drivers belong to the trusted base. What the SDMA means for isolation: [sdma.md](sdma.md).',
  ],
  source: parts.source,
  cores: parts.cores,
  arch: 'armv7',
  settings: {},
  physicalBits: 32,
  pageBytes: 4096,
  map: mapOf(parts),
  interrupts: {
    kind: 'gicV1',
    first: 16,
    lines: 16 + 128,
    doorbell: undefined,
    remapping: false,
    source: `imx6qdl.dtsi, node interrupt-controller@00a01000; 128 shared lines: IMX6DQRM, Interrupts and DMA Events; ${fromMemory}`,
  },
  iommu: 'none',
  devices: [...imx6Devices, ...parts.devices],
  sharedPages: [
    { base: 0x00a00000, devices: ['twd', 'gic', 'scu', 'globalTimer'] },
    { base: 0x02184000, devices: ['usbOtg', 'usbHost1', 'usbHost2', 'usbHost3', 'usbMisc'] },
  ],
  sharedLines: [],
  risks: ['RISK-NO-IOMMU', 'RISK-SDMA', 'RISK-COPROCESSOR', 'RISK-DMA-ENGINE', 'RISK-SHARED-PAGE'],
});
