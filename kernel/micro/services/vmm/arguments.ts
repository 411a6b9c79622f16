import type { Rights } from '../../../../arch/page.ts';
import type { Plan } from '../../plan.ts';

/** Flags of memory, as bits. */
export const flagBits = { read: 1, write: 2, execute: 4, commit: 8 } as const;

const greatest = BigInt(Number.MAX_SAFE_INTEGER);

/** An address or a size as a number; absent beyond what any machine has. */
export const numberOf = (value: bigint): number | undefined =>
  value > greatest ? undefined : Number(value);

/** How many pages so many bytes need; absent for none, and beyond what any machine has. */
export const pagesOf = ({ machine: { pageBytes } }: Plan, size: bigint): number | undefined => {
  const bytes = numberOf(size);
  return bytes === undefined || bytes === 0 ? undefined : Math.ceil(bytes / pageBytes);
};

/**
 * The rights that flags ask for: a page is read at least, and never written and executed.
 *
 * Refuses: `invalidArgument`; `writeExecute`.
 */
export const rightsOf = (flags: number): Rights | 'invalidArgument' | 'writeExecute' => {
  const has = (bit: number): boolean => (flags & bit) !== 0;
  const rights = {
    read: has(flagBits.read),
    write: has(flagBits.write),
    execute: has(flagBits.execute),
    user: true,
  };
  if (!rights.read || flags >= 2 * flagBits.commit) return 'invalidArgument';
  return rights.write && rights.execute ? 'writeExecute' : rights;
};

/** The flags of rights. */
export const flagsOf = ({ read, write, execute }: Rights): number =>
  (read ? flagBits.read : 0) + (write ? flagBits.write : 0) + (execute ? flagBits.execute : 0);
