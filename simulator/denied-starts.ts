import type { Decision, SecurityEvent, SecurityModule } from '../model/security.ts';

const denial = <Context>(event: SecurityEvent): Decision<Context> => ({
  verdict: { kind: 'denied', because: 'noRule', by: [] },
  audit: { event, verdict: 'denied', findings: [], because: 'noRule' },
});

/**
 * A security module in which some processes may not start, as if no rule let them; it answers everything
 * else as the given one does.
 */
export const denyingStarts = <Context extends object>(
  module: SecurityModule<Context>,
  processes: ReadonlySet<string>,
): SecurityModule<Context> =>
  processes.size === 0
    ? module
    : {
        ...module,
        decide: (context, event) =>
          event.kind === 'execute' && processes.has(event.destination?.name ?? '')
            ? denial(event)
            : module.decide(context, event),
      };
