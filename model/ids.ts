/**
 * Dense small integers that stand for things, and the marks that keep them apart.
 * Names live in `Solution`; what follows says what holding a value proves.
 */
declare const brand: unique symbol;

/** A base type that only its own constructor makes. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Index of a process in the order of the init description. */
export type ProcessId = Branded<number, 'ProcessId'>;

/** Index of a thread in the kernel's thread table. */
export type ThreadId = Branded<number, 'ThreadId'>;

/** Number in one process's handle table; equal numbers in two processes are unrelated. */
export type HandleId = Branded<number, 'HandleId'>;

/** Security identifier of a subject or an object: 1 … 65535, and 0 for none. */
export type Sid = Branded<number, 'Sid'>;

export const processId = (index: number): ProcessId => index as ProcessId;
export const threadId = (index: number): ThreadId => index as ThreadId;
export const handleId = (index: number): HandleId => index as HandleId;
export const sidOf = (value: number): Sid => value as Sid;
