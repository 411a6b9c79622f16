import type { AccessKind } from '../access.ts';
import type { Faulted, Raised } from '../walk.ts';

/** Cause.ExcCode by its mnemonics. Source: MD00090 8, Cause register, ExcCode field. */
const excCodes = { Mod: 1, TLBL: 2, TLBS: 3, AdEL: 4, AdES: 5, MCheck: 24 } as const;

const excCodeAt = 2;

type MipsFault = 'notPresent' | 'invalid' | 'modified' | 'addressError' | 'machineCheck';

const raised: Readonly<Record<MipsFault, Raised>> = {
  notPresent: 'TLB Refill',
  invalid: 'TLB Invalid',
  modified: 'TLB Modified',
  addressError: 'Address Error',
  machineCheck: 'Machine Check',
};

const codeOf = (fault: MipsFault, kind: AccessKind): keyof typeof excCodes => {
  switch (fault) {
    case 'notPresent':
    case 'invalid':
      return kind === 'store' ? 'TLBS' : 'TLBL';
    case 'modified':
      return 'Mod';
    case 'addressError':
      return kind === 'store' ? 'AdES' : 'AdEL';
    case 'machineCheck':
      return 'MCheck';
  }
};

/** An exception, with Cause as it raises it: its ExcCode, all else 0. Source: MD00090 5. */
export const exception = (fault: MipsFault, kind: AccessKind): Faulted => ({
  kind: 'faulted',
  fault,
  raises: raised[fault],
  code: excCodes[codeOf(fault, kind)] << excCodeAt,
});
