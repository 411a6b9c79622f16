import type { ProcessId, Sid } from '../../model/ids.ts';
import type { Outcome, Refusal, ThreadAction } from '../../model/step.ts';
import { rights } from '../rights.ts';
import { lookUp } from './capabilities.ts';
import { left, refusedLeft } from './core.ts';
import type { Core, Left } from './core.ts';
import type { Layout } from './layout.ts';
import type { Letter } from './licence.ts';
import { boxOf, withCell } from './machine.ts';
import type { Machine, MailboxState } from './machine.ts';
import { patienceOf } from './patience.ts';

type Recv = Extract<ThreadAction, { readonly kind: 'recv' }>;

/** What a server learns when it takes a letter. */
export const received = ({ endpoint, method, message }: Letter): Outcome => ({
  kind: 'done',
  result: { kind: 'received', endpoint, method, message },
});

/** The listener that a reception names; absent for none. The only one is the process's own. */
const sourceOf = (
  { numbering }: Layout,
  { capabilities }: Machine,
  by: ProcessId,
  { handle }: Recv,
): { readonly over: Sid | undefined } | Refusal => {
  if (handle === undefined) return { over: undefined };
  const held = lookUp(capabilities, by, handle);
  if (typeof held === 'string') return held;
  const { kind } = numbering.place(held.sid);
  if (kind !== 'listener') return 'wrongType';
  return (held.rights & rights.receive) === 0 ? 'rightsMissing' : { over: held.sid };
};

/**
 * Takes the oldest letter of the mailbox, or waits for one. Nothing is judged: the request was, when it was
 * called (C-61).
 *
 * Refuses: `alreadyServing` (C-64); for a handle `badHandle`, `handleRevoked`, `wrongType`,
 *          `rightsMissing`; for an interrupt what `patienceOf` refuses.
 */
export const recv = <Context extends object>(
  { layout, parts }: Core<Context>,
  state: MailboxState<Context>,
  action: Recv,
  by: ProcessId,
): Left<Context> => {
  const { machine, context } = state;
  const { letters, desk } = boxOf(machine, by);
  if (desk !== undefined) return refusedLeft(state, 'alreadyServing');
  const source = sourceOf(layout, machine, by, action);
  if (typeof source === 'string') return refusedLeft(state, source);
  const remaining = patienceOf(layout, machine, by, action);
  if (typeof remaining === 'string') return refusedLeft(state, remaining);
  const [oldest] = letters;
  if (oldest !== undefined) return left(parts.take(machine, oldest, by), context, received(oldest));
  const waiting = withCell(machine, by, { wait: { kind: 'mail', over: source.over, remaining } });
  return left(waiting, context, { kind: 'blocked' });
};
