import { anyPolicy } from '../policies/policy.ts';
import { broken, idle, witnessed } from '../run-property.ts';
import { atEachEvent, bytesOf, nameOf } from './at-each-event.ts';
import type { Law } from './law.ts';

/** A denied event leaves no other context, and the bytes of its own as they were. */
export const denialChangesNothing: Law = {
  name: 'denialChangesNothing',
  requirement: 'KSS-2',
  statement: 'A denied event leaves the context as it was, to the byte.',
  plan: anyPolicy,
  judge: ({ engine, solution, sequence }) => {
    const module = engine(solution);
    return atEachEvent(module, sequence, ({ event, before, decision: { verdict, next } }) => {
      if (verdict.kind === 'granted') return idle;
      if (next !== undefined && next !== before) {
        return broken(`${nameOf(event)} is denied and leaves another context`);
      }
      const earlier = bytesOf(module, before);
      module.decide(before, event);
      return bytesOf(module, before) === earlier
        ? verdict.by.some(({ result }) => result === 'granted')
          ? witnessed
          : idle
        : broken(`${nameOf(event)} is denied and changes the bytes of the context`);
    });
  },
};
