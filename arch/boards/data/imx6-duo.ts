import { imx6Board } from './imx6.ts';
import { mapped } from './pieces.ts';

/** A board with two Cortex-A9. */
export const imx6Duo = imx6Board({
  name: 'imx6-duo',
  title: 'NXP i.MX 6DualLite, on the SABRE board for smart devices (MCIMX6DL-SDB)',
  source:
    'Linux, arch/arm/boot/dts/imx6dl-sabresd.dts, imx6qdl-sabresd.dtsi, imx6dl.dtsi, imx6qdl.dtsi',
  notes: [
    'Two cores: imx6dl.dtsi, nodes cpu@0 and cpu@1. The i.MX 6Dual has two cores as well, and the devices of the i.MX 6Quad.',
  ],
  cores: 2,
  sramBytes: 0x20000,
  ram: mapped('ddr', 'ram', 0x10000000, 0x40000000, 'imx6qdl-sabresd.dtsi, node memory'),
  map: [],
  devices: [],
});
