import type { ThreadAction } from '../../model/step.ts';
import { handleFault, present } from './present.ts';
import { gateOf, left, refusedLeft } from './core.ts';
import type { Core, Left } from './core.ts';
import type { MicroState } from './objects.ts';
import { threadOf } from './threads/threads.ts';

/**
 * Asks the engine over a security interface of the process's class: one way, and the verdict is all
 * that comes back.
 *
 * Refuses: `badHandle`, for handles within the message (C-67); a revoked one names nothing to the engine.
 * Source:  KasperskyOS Community Edition help, "Security interface".
 */
export const querySecurity = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Extract<ThreadAction, { readonly kind: 'querySecurity' }>,
): Left<Context> => {
  const { objects, context } = state;
  const by = threadOf(objects.threads, action.by).process;
  const fault = handleFault(objects.handles, by, action.message);
  if (fault !== undefined) return refusedLeft(state, fault);
  const event = {
    kind: 'security',
    source: gateOf(core, objects).subject(by),
    destination: undefined,
    endpoint: undefined,
    interface: action.interface,
    method: action.method,
    content: { kind: 'value', message: present(objects.handles, by, action.message) },
  } as const;
  const { verdict, next, audit } = core.system.security.decide(context, event);
  const judged = { event, verdict, audit };
  return verdict.kind === 'denied'
    ? left(objects, context, { kind: 'denied', ends: 'query', phase: 'security', verdict }, [
        judged,
      ])
    : left(objects, next ?? context, { kind: 'done', result: { kind: 'permitted' } }, [judged]);
};
