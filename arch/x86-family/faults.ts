import type { Access } from '../access.ts';
import type { FaultName, Faulted } from '../walk.ts';

/** Bits of the error code of a page fault. Source: SDM 3A 4.7, figure 4-12. */
const codeBits = { present: 0x01, write: 0x02, user: 0x04, reserved: 0x08, fetch: 0x10 } as const;

/** A page fault; `tellsFetches` says whether the error code tells instruction fetches apart. */
export const pageFault = (
  fault: 'notPresent' | 'permission' | 'reserved',
  { kind, privilege }: Access,
  tellsFetches: boolean,
): Faulted => ({
  kind: 'faulted',
  fault,
  raises: '#PF',
  code:
    (fault === 'notPresent' ? 0 : codeBits.present) |
    (kind === 'store' ? codeBits.write : 0) |
    (privilege === 'user' ? codeBits.user : 0) |
    (fault === 'reserved' ? codeBits.reserved : 0) |
    (kind === 'execute' && tellsFetches ? codeBits.fetch : 0),
});

/** A general-protection exception, #GP(0): it tells nothing of the access. */
export const generalProtection = (fault: FaultName): Faulted => ({
  kind: 'faulted',
  fault,
  raises: '#GP',
  code: 0,
});
