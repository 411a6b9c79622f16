import type { Solution } from '../../solution/solution.ts';
import type { Body } from '../../solution/syntax/tree/psl.ts';
import { asText } from '../differential/difference.ts';
import { anyPolicy } from '../policies/policy.ts';
import { broken, idle, witnessed } from '../run-property.ts';
import type { Judgement } from '../run-property.ts';
import { bytesOf, nameOf } from './at-each-event.ts';
import type { Law } from './law.ts';

const silentBody = ({ items }: Body): Body => ({
  audit: undefined,
  items: items.map((item) => {
    if (item.kind === 'rule') return item;
    if (item.kind === 'match') return { ...item, body: silentBody(item.body) };
    return { ...item, cases: item.cases.map((one) => ({ ...one, body: silentBody(one.body) })) };
  }),
});

/** The same policy without any audit profile; the level is a part of the context, and stays. */
const silent = (solution: Solution): Solution => ({
  ...solution,
  policy: {
    ...solution.policy,
    profiles: [],
    auditDefault: { ...solution.policy.auditDefault, profile: 'empty' },
    bindings: solution.policy.bindings.map((one) => ({ ...one, body: silentBody(one.body) })),
  },
});

/** What is recorded has no influence on what is decided (C-31). */
export const auditDecidesNothing: Law = {
  name: 'auditDecidesNothing',
  requirement: 'KSS-1',
  statement: 'Without its audit profiles a policy decides alike.',
  plan: anyPolicy,
  judge: ({ engine, solution, sequence }) => {
    const [audited, quiet] = [engine(solution), engine(silent(solution))];
    let [left, right] = [audited.initial, quiet.initial];
    let so: Judgement = idle;
    for (const happening of sequence) {
      if (happening.kind === 'gone') {
        left = audited.release(left, happening.sid);
        right = quiet.release(right, happening.sid);
        continue;
      }
      const one = audited.decide(left, happening.event);
      const other = quiet.decide(right, happening.event);
      left = one.next ?? left;
      right = other.next ?? right;
      const isSame =
        asText(one.verdict) === asText(other.verdict) &&
        bytesOf(audited, left) === bytesOf(quiet, right);
      if (!isSame) return broken(`${nameOf(happening.event)} is decided otherwise without audit`);
      const recorded = one.audit?.findings.length ?? 0;
      if (recorded > (other.audit?.findings.length ?? 0)) so = witnessed;
    }
    return so;
  },
};
