import { imx6Board } from './imx6.ts';
import { mapped } from './pieces.ts';

/** A board with one Cortex-A9. */
export const imx6Solo = imx6Board({
  name: 'imx6-solo',
  title: 'NXP i.MX 6Solo, on the RIoTboard',
  source: 'Linux, arch/arm/boot/dts/imx6dl-riotboard.dts, imx6dl.dtsi, imx6qdl.dtsi',
  notes: [
    'An i.MX 6Solo is an i.MX 6DualLite with one core; its device tree is that of the DualLite, whose second core does not answer.',
  ],
  cores: 1,
  sramBytes: 0x20000,
  ram: mapped('ddr', 'ram', 0x10000000, 0x40000000, 'imx6dl-riotboard.dts, node memory'),
  map: [],
  devices: [],
});
