import { paged } from '../armv8/scene.ts';

/** A page that may be read and written; MemAttr 0b1111, normal memory. */
export const writablePage = paged('0x54ff');
/** A page that may be read, and executed. */
export const readOnlyPage = paged('0x547f');
/** A page that may be written, and not read. */
export const writeOnlyPage = paged('0x54bf');
/** A page that may be neither read nor written. */
export const noDataPage = paged('0x543f');
/** A page that may be read, and written once hardware has made it dirty. */
export const cleanPage = paged('0x800000000547f');
