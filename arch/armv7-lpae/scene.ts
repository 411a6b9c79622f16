import { raisedAs } from '../arm-long/scene.ts';
import { entriesAt } from '../known-answer.ts';

/** Bits 31:30, 29:21 and 20:12 are 2, 3 and 4; the offset is 0xabc. */
export const va = '0x80604abc';

/** The descriptors of `va` from level 1 down, in tables at 0x1000, 0x2000 and 0x3000. */
export const entries = entriesAt(['0x1010', '0x2018', '0x3020']);

export const base = '0x1000';

/** Two references to tables, and a page. */
export const paged = (page: string) => entries('0x2003', '0x3003', page);

/** A page that PL0 may read and write. */
export const userPage = paged('0x4443');
/** A page that PL0 may read. */
export const userReadOnly = paged('0x44c3');
/** A page that PL1 alone may read and write. */
export const kernelPage = paged('0x4403');
/** A page that PL1 alone may read. */
export const kernelReadOnly = paged('0x4483');

export const dataAbort = raisedAs('Data Abort');
export const prefetchAbort = raisedAs('Prefetch Abort');
