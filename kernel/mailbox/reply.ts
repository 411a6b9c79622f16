import type { ThreadAction } from '../../model/step.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { RecordValue } from '../../model/value.ts';
import { bytesOf } from '../carried.ts';
import { mediate } from '../mediate.ts';
import type { Permit } from '../mediate.ts';
import { asking } from './asking.ts';
import { gateOf, left, refusedLeft } from './core.ts';
import type { Core, Left } from './core.ts';
import { lend, lendFault } from './lend.ts';
import type { Route } from './lend.ts';
import { clear } from './letters.ts';
import type { Letter } from './licence.ts';
import { boxOf } from './machine.ts';
import type { Machine, MailboxState } from './machine.ts';

type Reply = Extract<ThreadAction, { readonly kind: 'reply' }>;

/** Copies the answer into the slot of the letter's sender. */
const answered = <Context extends object>(
  { layout, parts }: Core<Context>,
  machine: Machine,
  letter: Letter,
  route: Route,
  permit: Permit<RecordValue>,
  as: Reply['as'],
): Machine => {
  const copied = lend(layout, machine, route, permit, permit.request, false);
  const { message } = copied;
  return parts.answer(copied.machine, permit, letter, {
    kind: 'done',
    result: { kind: 'answered', as, message },
  });
};

/** A denied answer ends the reply and the call alike; its outputs are withheld (C-62). */
const judgeReply = <Context extends object>(
  core: Core<Context>,
  { machine, context }: MailboxState<Context>,
  letter: Letter,
  route: Route,
  { as, message }: Reply,
): Left<Context> => {
  const { from, to, endpoint, method } = letter;
  const asked = { kind: as, by: to, to: from, endpoint, method, message };
  return mediate(gateOf(core), context, asking(core.layout, machine, asked), {
    granted: (permit, next, judged) =>
      left(
        answered(core, machine, letter, route, permit, as),
        next,
        { kind: 'done', result: { kind: 'replied' } },
        [judged],
      ),
    denied: (verdict, judged) => {
      const denied = { kind: 'denied', phase: as, verdict } as const;
      const told = core.parts.notify(clear(machine, to), letter, { ...denied, ends: 'call' });
      return left(told, context, { ...denied, ends: 'reply' }, [judged]);
    },
  });
};

/**
 * Answers the letter on the desk, with a response or an error.
 *
 * Refuses: `notServing`; `abandoned`, where the letter is void: it is off the desk then; `messageTooLarge`;
 *          what `lendFault` refuses.
 */
export const reply = <Context extends object>(
  core: Core<Context>,
  state: MailboxState<Context>,
  action: Reply,
  by: ProcessId,
): Left<Context> => {
  const { machine, context } = state;
  const { desk, isVoid } = boxOf(machine, by);
  if (desk === undefined) return refusedLeft(state, 'notServing');
  if (isVoid) {
    const { outcome } = refusedLeft(state, 'abandoned');
    return left(clear(machine, by), context, outcome);
  }
  if (bytesOf(action.message) > core.layout.limits.messageBytes)
    return refusedLeft(state, 'messageTooLarge');
  const route = { from: by, to: desk.from, channel: desk.channel };
  const fault = lendFault(core.layout, machine, route, action.message);
  if (fault !== undefined) return refusedLeft(state, fault);
  return judgeReply(core, state, desk, route, action);
};
