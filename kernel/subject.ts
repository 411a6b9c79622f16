import type { Sid } from '../model/ids.ts';
import type { Subject } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';

/** What the engine knows of a party: a class that the policy does not include is unknown (C-02). */
export const subjectOf = (
  solution: Solution,
  name: string,
  className: string,
  sid: Sid,
): Subject =>
  solution.classes.has(className)
    ? { kind: 'known', name, sid, className }
    : { kind: 'unknown', name: className };
