import type { MessageFault } from '../../model/security.ts';
import { faulty } from './complete.ts';
import { headerSize } from './layout.ts';
import { integerFault } from './text.ts';

/**
 * What a message begins with: the method that it is for, and which of its messages it is.
 *
 * Units: `riid` is the number of the endpoint within the server's class, `mid` that of the method
 *        within its interface, both from 0 (spec/formats/message.md#numbers).
 */
export interface MessageHeader {
  readonly riid: number;
  readonly mid: number;
  readonly as: 'request' | 'response' | 'error';
}

/** Which way a message goes. The bytes do not tell: sender and receiver know. */
export type Direction = 'request' | 'answer';

/**
 * Limits of the kernel.
 *
 * Units:  bytes of constant part and arena together, less than 2³².
 * Source: KasperskyOS Community Edition 1.2 help, "Overview: IPC message structure".
 */
export interface MessageLimits {
  readonly bytes: number;
}

/** 16 MiB: the largest of those that the help names. */
export const defaultLimits: MessageLimits = { bytes: 16 * 1024 * 1024 };

/** The one flag: the message is an error response. */
const errorFlag = 1;

const numberFault = (name: string, value: number): string | undefined => {
  if (!Number.isInteger(value)) return `its ${name} is not an integer`;
  const fault = integerFault(BigInt(value), { bits: 16, signed: false });
  return fault === undefined ? undefined : `its ${name} ${fault}`;
};

/** Why a header cannot be written; absent if it can. */
export const headerFault = ({ riid, mid }: MessageHeader): MessageFault | undefined => {
  const why = numberFault('RIID', riid) ?? numberFault('MID', mid);
  return why === undefined ? undefined : { path: '', why };
};

export const writeHeader = (view: DataView, { riid, mid, as }: MessageHeader): void => {
  view.setUint16(0, riid, true);
  view.setUint16(2, mid, true);
  view.setUint32(4, as === 'error' ? errorFlag : 0, true);
};

type Headed =
  | { readonly kind: 'headed'; readonly header: MessageHeader }
  | { readonly kind: 'faulty'; readonly fault: MessageFault };

const kindOf = (direction: Direction, flags: number): MessageHeader['as'] | undefined => {
  if (flags === 0) return direction === 'answer' ? 'response' : 'request';
  return flags === errorFlag && direction === 'answer' ? 'error' : undefined;
};

/** Reads the header of a message that goes one way. Total: whatever the bytes. */
export const readHeader = (view: DataView, direction: Direction): Headed => {
  if (view.byteLength < headerSize) {
    return faulty('', `has ${String(view.byteLength)} bytes, fewer than its header`);
  }
  const as = kindOf(direction, view.getUint32(4, true));
  if (as === undefined) return faulty('', `has flags that no ${direction} has`);
  return {
    kind: 'headed',
    header: { riid: view.getUint16(0, true), mid: view.getUint16(2, true), as },
  };
};
