import type { Access } from '../access.ts';
import type { Visited } from '../radix/descend.ts';
import { isSet } from '../word.ts';
import { entryBits } from './bits.ts';
import type { X86Control } from './control.ts';

/** What all entries of a translation together allow. */
export interface Allowed {
  /** U/S is 1 in each: a user-mode address, else a supervisor-mode one. */
  readonly user: boolean;
  /** R/W is 1 in each. */
  readonly writable: boolean;
  /** XD is 0 in each; only where IA32_EFER.NXE gives it a meaning. */
  readonly executable: boolean;
}

/** What the entries that control a translation allow; `path` has only those that bear rights. */
export const allowedBy = (path: readonly Visited[], hasXd: boolean): Allowed => ({
  user: path.every(({ word }) => isSet(word, entryBits.user)),
  writable: path.every(({ word }) => isSet(word, entryBits.writable)),
  executable: !hasXd || !path.some(({ word }) => isSet(word, entryBits.executeDisable)),
});

const mayAsUser = ({ kind }: Access, { user, writable, executable }: Allowed): boolean => {
  switch (kind) {
    case 'load':
      return user;
    case 'store':
      return user && writable;
    case 'execute':
      return user && executable;
  }
};

/** With EFLAGS.AC 0: SMAP keeps the kernel from the data of users' pages, SMEP from their code. */
const mayAsKernel = (
  { kind }: Access,
  { user, writable, executable }: Allowed,
  { wp, smep, smap }: X86Control,
): boolean => {
  switch (kind) {
    case 'load':
      return !(user && smap);
    case 'store':
      return !(user && smap) && (writable || !wp);
    case 'execute':
      return !(user && smep) && executable;
  }
};

/**
 * Do the access rights of a translation permit an access?
 *
 * Source: SDM 3A 4.6.1.
 */
export const permits = (access: Access, allowed: Allowed, control: X86Control): boolean =>
  access.privilege === 'user' ? mayAsUser(access, allowed) : mayAsKernel(access, allowed, control);
