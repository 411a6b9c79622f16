import { raisedAs } from '../arm-long/scene.ts';
import { entriesAt } from '../known-answer.ts';

/** Bits 47:39, 38:30, 29:21 and 20:12 are 1, 2, 3 and 4; the offset is 0xabc. */
export const va = '0x8080604abc';

/** The descriptors of `va` from level 0 down, in tables at 0x1000, 0x2000, 0x3000 and 0x4000. */
export const entries = entriesAt(['0x1008', '0x2010', '0x3018', '0x4020']);

export const base = '0x1000';

/** Three references to tables, and a page. */
export const paged = (page: string) => entries('0x2003', '0x3003', '0x4003', page);

/** A page that EL0 may read and write. */
export const userPage = paged('0x5443');
/** A page that EL0 may read. */
export const userReadOnly = paged('0x54c3');
/** A page that EL1 alone may read and write. */
export const kernelPage = paged('0x5403');
/** A page that EL1 alone may read. */
export const kernelReadOnly = paged('0x5483');
/** The same pages, but not accessed yet. */
export const unusedUserPage = paged('0x5043');
/** A page that EL0 may read, and write once hardware has made it dirty. */
export const cleanPage = paged('0x80000000054c3');

export const dataAbort = raisedAs('Data Abort');
export const instructionAbort = raisedAs('Instruction Abort');
