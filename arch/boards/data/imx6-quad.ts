import { imx6Board } from './imx6.ts';
import { device, mapped, spi, unremapped } from './pieces.ts';

const node = (name: string): string => `imx6q.dtsi, node ${name}`;

/** A board with four Cortex-A9. */
export const imx6Quad = imx6Board({
  name: 'imx6-quad',
  title: 'NXP i.MX 6Quad, on the SABRE board for smart devices (MCIMX6Q-SDB)',
  source:
    'Linux, arch/arm/boot/dts/imx6q-sabresd.dts, imx6qdl-sabresd.dtsi, imx6q.dtsi, imx6qdl.dtsi',
  notes: ['Four cores: imx6q.dtsi, nodes cpu@0 to cpu@3.'],
  cores: 4,
  sramBytes: 0x40000,
  ram: mapped('ddr', 'ram', 0x10000000, 0x40000000, 'imx6qdl-sabresd.dtsi, node memory'),
  map: [
    mapped('sata', 'devices', 0x02200000, 0x8000, node('sata@02200000, gpu@02204000')),
    mapped('ipu2', 'devices', 0x02800000, 0x400000, node('ipu@02800000')),
  ],
  devices: [
    device('sata', 'storage', node('sata@02200000'), {
      mmio: [[0x02200000, 0x4000]],
      lines: [spi(39)],
      master: unremapped('own'),
    }),
    device('gpuVg', 'display', node('gpu@02204000'), {
      mmio: [[0x02204000, 0x4000]],
      lines: [spi(11)],
      master: unremapped('own'),
    }),
    device('ipu2', 'display', node('ipu@02800000'), {
      mmio: [[0x02800000, 0x400000]],
      lines: [spi(7), spi(8)],
      master: unremapped('own'),
    }),
  ],
});
