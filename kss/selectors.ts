import type { SecurityEvent } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';
import type { SelectorName, Selectors } from '../solution/syntax/tree/selectors.ts';
import { resolve } from './resolve.ts';
import type { ResolvedEvent } from './resolve.ts';

const valueOf = (resolved: ResolvedEvent, selector: SelectorName): string | undefined => {
  switch (selector) {
    case 'src':
      return resolved.source.className;
    case 'dst':
      return resolved.destination?.className;
    case 'component':
      return resolved.endpoint?.component;
    case 'endpoint':
      return resolved.endpoint?.name;
    case 'interface':
      return resolved.interface;
    case 'method':
      return resolved.method;
  }
};

/** All selectors hold; an omitted one stands for any. */
export const holds = (resolved: ResolvedEvent, where: Selectors): boolean =>
  where.every(({ name, value }) => valueOf(resolved, name) === value.text);

/** Do the selectors cover an event? None covers one that is unknown or malformed. */
export const covers = (solution: Solution, where: Selectors, event: SecurityEvent): boolean => {
  const answer = resolve(solution, event);
  return answer.kind === 'resolved' && holds(answer.resolved, where);
};
