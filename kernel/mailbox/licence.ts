import { Defect } from '../../model/defect.ts';
import type { Branded, HandleId, ProcessId, Sid, ThreadId } from '../../model/ids.ts';
import type { RecordValue } from '../../model/value.ts';
import { processOf } from '../mediate.ts';
import type { Permit } from '../mediate.ts';

/**
 * A request that was granted, copied into the mailbox of its server. A standing right until it is
 * answered: it licenses its delivery, and an answer of the kernel's own into its sender's reply slot.
 *
 * Shape: `message` is in the words of its receiver; `brought` are the numbers of the handles that were
 *        copied with it.
 */
export type Letter = Branded<LetterFields, 'Letter'>;

export interface LetterFields {
  readonly client: ThreadId;
  readonly from: ProcessId;
  readonly to: ProcessId;
  readonly channel: Sid;
  readonly endpoint: string;
  readonly method: string;
  readonly message: RecordValue;
  readonly brought: readonly HandleId[];
}

/** Licence: the permit of the request. */
export const letterOf = (
  permit: Permit<RecordValue>,
  fields: Pick<LetterFields, 'client' | 'channel' | 'message' | 'brought'>,
): Letter => {
  const { kind, by, to, endpoint = '', method } = permit;
  if (kind !== 'request') throw new Defect('a letter was written under another permit');
  return { ...fields, from: processOf(by), to: processOf(to), endpoint, method } as Letter;
};

/** The letter with another message. Licence: the letter itself. */
export const retold = (letter: Letter, message: RecordValue): Letter => ({ ...letter, message });

/** A standing right over one process: it acts itself, or who acts holds it with the right. */
export type Power = Branded<{ readonly over: ProcessId }, 'Power'>;

/** Made where the right has been looked up, or where the process itself acts. */
export const powerOver = (process: ProcessId): Power => ({ over: process }) as Power;

/** What carries the right to change what a process holds. */
export type Licence = Permit<unknown> | Letter | Power;

/**
 * Whose holdings a licence opens: of the caller of a service, and of the receiver of a message.
 *
 * Throws: `Defect`, for a permit of another kind.
 */
export const holderOf = (licence: Licence): ProcessId => {
  if ('over' in licence) return licence.over;
  if ('client' in licence) return licence.to;
  const { kind, by, to } = licence;
  if (kind === 'security') throw new Defect('a query opens no holdings');
  return kind === 'request' && to === 'kernel' ? processOf(by) : processOf(to);
};
