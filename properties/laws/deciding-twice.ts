import { asText } from '../differential/difference.ts';
import { anyPolicy } from '../policies/policy.ts';
import { broken, idle, witnessed } from '../run-property.ts';
import { atEachEvent, bytesOf, nameOf } from './at-each-event.ts';
import type { Law } from './law.ts';

/** A decision follows from context and event alone: asked again, and after other events, it is the same. */
export const decidingTwice: Law = {
  name: 'decidingTwice',
  requirement: 'KSS-2',
  statement: 'An event that is decided twice in one context is answered alike.',
  plan: anyPolicy,
  judge: ({ engine, solution, sequence }) => {
    const module = engine(solution);
    return atEachEvent(module, sequence, ({ event, before, decision }) => {
      const again = module.decide(before, event);
      const isSame =
        asText([decision.verdict, decision.audit]) === asText([again.verdict, again.audit]) &&
        bytesOf(module, decision.next ?? before) === bytesOf(module, again.next ?? before);
      if (!isSame) return broken(`${nameOf(event)} is answered otherwise when asked again`);
      return decision.next === undefined ? idle : witnessed;
    });
  },
};
