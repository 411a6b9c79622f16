import type { Board } from './board.ts';
import { am335x } from './data/am335x.ts';
import { am43xx } from './data/am43xx.ts';
import { atom } from './data/atom.ts';
import { genericPc } from './data/generic-pc.ts';
import { genericPc32 } from './data/generic-pc-32.ts';
import { imx27 } from './data/imx27.ts';
import { imx6Duo } from './data/imx6-duo.ts';
import { imx6Quad } from './data/imx6-quad.ts';
import { imx6Solo } from './data/imx6-solo.ts';
import { kirin620 } from './data/kirin620.ts';
import { mips24k } from './data/mips24k.ts';
import { virtSmmuv3 } from './data/virt-smmuv3.ts';
import type { BoardName } from './names.ts';

/** The description of every board. */
export const boards: Readonly<Record<BoardName, Board>> = {
  'generic-pc': genericPc,
  'generic-pc-32': genericPc32,
  atom,
  'imx6-solo': imx6Solo,
  'imx6-duo': imx6Duo,
  'imx6-quad': imx6Quad,
  imx27,
  am335x,
  am43xx,
  kirin620,
  mips24k,
  'virt-smmuv3': virtSmmuv3,
};
