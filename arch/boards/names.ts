/** Every board that there is a description of, as `--board` names it. */
export const boardNames = [
  'generic-pc',
  'generic-pc-32',
  'atom',
  'imx6-solo',
  'imx6-duo',
  'imx6-quad',
  'imx27',
  'am335x',
  'am43xx',
  'kirin620',
  'mips24k',
  'virt-smmuv3',
] as const;

export type BoardName = (typeof boardNames)[number];
