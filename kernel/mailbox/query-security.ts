import type { ProcessId } from '../../model/ids.ts';
import type { SecurityEvent } from '../../model/security.ts';
import type { ThreadAction } from '../../model/step.ts';
import { left, refusedLeft } from './core.ts';
import type { Core, Left } from './core.ts';
import { handleFault, present } from './lend.ts';
import type { MailboxState } from './machine.ts';

/**
 * Asks the engine over a security interface of the process's class: the verdict is all that comes back.
 *
 * Refuses: `badHandle`, for handles within the message.
 */
export const querySecurity = <Context extends object>(
  { system, layout }: Core<Context>,
  state: MailboxState<Context>,
  action: Extract<ThreadAction, { readonly kind: 'querySecurity' }>,
  by: ProcessId,
): Left<Context> => {
  const { machine, context } = state;
  const fault = handleFault(machine, by, action.message);
  if (fault !== undefined) return refusedLeft(state, fault);
  const event: SecurityEvent = {
    kind: 'security',
    source: layout.subject(by),
    destination: undefined,
    endpoint: undefined,
    interface: action.interface,
    method: action.method,
    content: { kind: 'value', message: present(machine, by, action.message) },
  };
  const { verdict, next, audit } = system.security.decide(context, event);
  const events = [{ event, verdict, audit }];
  return verdict.kind === 'denied'
    ? left(machine, context, { kind: 'denied', ends: 'query', phase: 'security', verdict }, events)
    : left(machine, next ?? context, { kind: 'done', result: { kind: 'permitted' } }, events);
};
