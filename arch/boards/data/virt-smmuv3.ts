import type { Board, MapRegion } from '../board.ts';
import type { Device, Master } from '../device.ts';
import { assigned, device, fromMemory, mapped, ppi, region, spi, unremapped } from './pieces.ts';

const memmap = 'QEMU, hw/arm/virt.c, base_memmap';
const both = 'QEMU, hw/arm/virt.c, base_memmap and a15irqmap';

/** A PCI function on bus 0: its stream is its number, since the whole bus is behind the SMMU. */
const stream = (slot: number): Master => ({
  id: { kind: 'stream', stream: slot * 8 },
  engine: 'own',
});

/** The transports of virtio in memory, which the SMMU does not see. */
const transports = Array.from({ length: 32 }, (_, index) =>
  device(`virtioMmio${String(index)}`, 'config', `${both}, VIRT_MMIO`, {
    mmio: [[0x0a000000 + 0x200 * index, 0x200]],
    lines: [spi(16 + index)],
    master: unremapped('own'),
  }),
);

const transportPages = [0, 1, 2, 3].map((page) => ({
  base: 0x0a000000 + 0x1000 * page,
  devices: transports.slice(8 * page, 8 * page + 8).map(({ name }) => name),
}));

const map: readonly MapRegion[] = [
  mapped('flash', 'rom', 0x00000000, 0x08000000, `${memmap}, VIRT_FLASH`),
  mapped('gicDist', 'devices', 0x08000000, 0x10000, `${memmap}, VIRT_GIC_DIST`),
  mapped('gicIts', 'devices', 0x08080000, 0x20000, `${memmap}, VIRT_GIC_ITS`),
  mapped('gicRedist', 'devices', 0x080a0000, 0xf60000, `${memmap}, VIRT_GIC_REDIST`),
  mapped('peripherals', 'devices', 0x09000000, 0x1000000, `${memmap}, VIRT_UART and following`),
  mapped('transports', 'devices', 0x0a000000, 0x4000, `${memmap}, VIRT_MMIO, 32 of them`),
  mapped('pci', 'devices', 0x10000000, 0x2eff0000, `${memmap}, VIRT_PCIE_MMIO`),
  mapped('pciPorts', 'devices', 0x3eff0000, 0x10000, `${memmap}, VIRT_PCIE_PIO`),
  mapped('ecam', 'devices', 0x3f000000, 0x1000000, `${memmap}, VIRT_PCIE_ECAM`),
  mapped('ram', 'ram', 0x40000000, 0x40000000, `${memmap}, VIRT_MEM; 1 GB`),
];

const pin = 'line: QEMU, hw/arm/virt.c, create_pcie_irq_map';

const devices: readonly Device[] = [
  device('uart', 'uart', `${both}, VIRT_UART`, { mmio: [[0x09000000, 0x1000]], lines: [spi(1)] }),
  device('archTimer', 'timer', 'QEMU, hw/arm/virt.c, fdt_add_timer_nodes', {
    lines: [ppi(13), ppi(14), ppi(11), ppi(10)],
  }),
  device('gic', 'interruptController', `${memmap}, VIRT_GIC_DIST, VIRT_GIC_REDIST, VIRT_GIC_ITS`, {
    mmio: [
      [0x08000000, 0x10000],
      [0x080a0000, 0xf60000],
      [0x08080000, 0x20000],
    ],
    lines: [ppi(9)],
  }),
  device('smmu', 'iommu', `${both}, VIRT_SMMU, NUM_SMMU_IRQS`, {
    mmio: [[0x09050000, 0x20000]],
    lines: [spi(74), spi(75), spi(76), spi(77)],
  }),
  device('virtioBlk', 'storage', `in slot 2; ${pin}; registers ${assigned}`, {
    mmio: [[0x10004000, 0x4000]],
    lines: [spi(5)],
    master: stream(2),
  }),
  device('virtioNet', 'network', `in slot 1; ${pin}; registers ${assigned}`, {
    mmio: [[0x10000000, 0x4000]],
    lines: [spi(4)],
    master: stream(1),
  }),
  device('pciHost', 'bus', `${memmap}, VIRT_PCIE_ECAM`, { mmio: [[0x3f000000, 0x1000000]] }),
  device('rtc', 'rtc', `${both}, VIRT_RTC`, { mmio: [[0x09010000, 0x1000]], lines: [spi(2)] }),
  device('gpio', 'gpio', `${both}, VIRT_GPIO`, { mmio: [[0x09030000, 0x1000]], lines: [spi(7)] }),
  device('fwCfg', 'config', `${memmap}, VIRT_FW_CFG`, {
    mmio: [[0x09020000, 0x18]],
    master: unremapped('own'),
  }),
  ...transports,
];

/** The virtual machine of QEMU with an SMMUv3. */
export const virtSmmuv3: Board = {
  name: 'virt-smmuv3',
  title: 'QEMU Arm virtual machine with an SMMUv3',
  notes: [
    'The machine is `-machine virt,gic-version=3,iommu=smmuv3,highmem=off -cpu cortex-a53 -smp 4 -m 1G`, with `virtio-net-pci` in slot 1 and `virtio-blk-pci` in slot 2. Physical addresses of a Cortex-A53 have 40 bits (QEMU, target/arm, aarch64_a53_initfn), which `ips` 2 says.',
    'The SMMU sees the PCI bus alone: a function is a stream of its own number (virt.c, `iommu-map`). The transports of virtio in memory and the configuration device of firmware (fw_cfg) copy from and to any address, and go around it.',
    'Each device behind the ITS has interrupts of its own: what a device writes is looked up by who it is.',
    'Left out: the secure UART and memory, memory hotplug, the platform bus.',
  ],
  source: 'QEMU, hw/arm/virt.c',
  cores: 4,
  arch: 'armv8',
  settings: { ips: 2 },
  physicalBits: 40,
  pageBytes: 4096,
  map,
  interrupts: {
    kind: 'gicV3',
    first: 16,
    lines: 16 + 256,
    doorbell: region(0x08090000, 0x10000),
    remapping: true,
    source: `QEMU, hw/arm/virt.c, NUM_IRQS; messages: the page of GITS_TRANSLATER, IHI 0069, ITS registers; ${fromMemory}`,
  },
  iommu: 'smmuv3',
  devices,
  sharedPages: transportPages,
  sharedLines: [],
  risks: ['RISK-DMA-AROUND-IOMMU', 'RISK-SHARED-PAGE'],
};
