import type { ComplainBy, JsonComplaint } from '../document/json-fields.ts';
import type { BoardCode } from './codes.ts';

/** Something that is wrong with a board. Shape: `path` as in `devices[2].mmio[0]`. */
export type BoardComplaint = JsonComplaint<BoardCode>;

export type ComplainOfBoard = ComplainBy<BoardCode>;

/** An address, as complaints and pages write it. */
export const formatAddress = (address: number): string => `0x${address.toString(16)}`;
