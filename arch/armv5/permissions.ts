import type { Access } from '../access.ts';
import { said } from '../arm-short/format.ts';
import type { Found } from '../arm-short/format.ts';
import { field } from '../word.ts';
import type { Armv5Control } from './control.ts';

type Reach = 'none' | 'read' | 'write';

/** What AP gives a privileged access and one in user mode, but for 0b00. */
const byAp: readonly (readonly [privileged: Reach, user: Reach])[] = [
  ['none', 'none'],
  ['write', 'none'],
  ['write', 'read'],
  ['write', 'write'],
];

/** What AP 0b00 gives, by the bits S and R; both together are unpredictable: taken for none. */
const byZeroAp = ({ s, r }: Armv5Control): readonly [Reach, Reach] => {
  if (s === r) return ['none', 'none'];
  return s ? ['read', 'none'] : ['read', 'read'];
};

/** AP of the page, or of the quarter of it that the address is in. */
const apOf = ({ page, first, address }: Found): number =>
  page.format?.fields.some((one) => one.kind === 'number' && one.name === 'AP0') === true
    ? said(page, `AP${String(field(address, first - 2, first - 1))}`)
    : said(page, 'AP');

/**
 * Do the access permissions of a page permit an access? What can be read can be executed.
 *
 * Source: DDI 0100I B4.3, table B4-1.
 */
export const permitsBy =
  (control: Armv5Control) =>
  (found: Found, { kind, privilege }: Access): boolean => {
    const ap = apOf(found);
    const [privileged, user] = ap === 0 ? byZeroAp(control) : (byAp[ap] ?? ['none', 'none']);
    const reach = privilege === 'kernel' ? privileged : user;
    return kind === 'store' ? reach === 'write' : reach !== 'none';
  };
