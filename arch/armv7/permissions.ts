import type { Access } from '../access.ts';
import { said } from '../arm-short/format.ts';
import type { Found } from '../arm-short/format.ts';

type Reach = 'none' | 'read' | 'write';

/** What AP[2:0] gives a privileged and an unprivileged access; 0b100 is reserved: taken for none. */
const byAp: readonly (readonly [privileged: Reach, unprivileged: Reach])[] = [
  ['none', 'none'],
  ['write', 'none'],
  ['write', 'read'],
  ['write', 'write'],
  ['none', 'none'],
  ['read', 'none'],
  ['read', 'read'],
  ['read', 'read'],
];

/** What AP[2:1] gives, where AP[0] is the access flag. */
const bySimpleAp: typeof byAp = [
  ['write', 'none'],
  ['write', 'write'],
  ['read', 'none'],
  ['read', 'read'],
];

const ap = ({ page }: Found): number => (said(page, 'AP[2]') << 2) | said(page, 'AP[1:0]');

/** Is the access flag, AP[0], set? Source: DDI 0406C B3.7.1. */
export const hasAccessFlag = (found: Found): boolean => (ap(found) & 1) === 1;

const reachOf = (found: Found, { privilege }: Access, afe: boolean): Reach => {
  const [privileged, unprivileged] = (afe ? bySimpleAp[ap(found) >> 1] : byAp[ap(found)]) ?? [
    'none',
    'none',
  ];
  return privilege === 'kernel' ? privileged : unprivileged;
};

/** XN forbids execution, PXN that at PL1; of a page, PXN is in the descriptor of its table. */
const isNever = ({ level1, page }: Found, { privilege }: Access): boolean =>
  said(page, 'XN') === 1 || (privilege === 'kernel' && said(level1, 'PXN') === 1);

/**
 * Do the access permissions of a page permit an access? Fetching an instruction is a read as well.
 *
 * Source: DDI 0406C B3.7.1, tables B3-8 and B3-9; B3.7.2.
 */
export const permitsBy =
  (afe: boolean) =>
  (found: Found, access: Access): boolean => {
    const reach = reachOf(found, access, afe);
    switch (access.kind) {
      case 'load':
        return reach !== 'none';
      case 'store':
        return reach === 'write';
      case 'execute':
        return reach !== 'none' && !isNever(found, access);
    }
  };
