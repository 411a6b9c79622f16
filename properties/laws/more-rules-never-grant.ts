import { at } from '../../model/defect.ts';
import { parsePsl } from '../../solution/syntax/psl.ts';
import { Defect } from '../../model/defect.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Binding } from '../../solution/syntax/tree/psl.ts';
import { anyPolicy } from '../policies/policy.ts';
import { broken, idle, witnessed } from '../run-property.ts';
import type { Judgement } from '../run-property.ts';
import { nameOf } from './at-each-event.ts';
import type { Law } from './law.ts';

/** Stateless rules, for every event of their kind: some grant, some deny, some fail. */
const rules = [
  'grant ()',
  'assert (src_sid != 3)',
  'deny ()',
  'deny (src_sid == 3)',
  'grant () assert (true)',
  'assert (1 - 2 < 0 || [1].[1] == 0)',
];

const kinds = ['request', 'response', 'error', 'security', 'execute'];

const bindingOf = (text: string): Binding => {
  const [found] = parsePsl({ file: 'added', text }).tree?.declarations ?? [];
  if (found?.kind !== 'binding') throw new Defect(`no binding: ${text}`);
  return found;
};

/** A binding before or behind all others. */
const withBinding = (solution: Solution, choice: number): Solution => {
  const kind = at(kinds, choice % kinds.length);
  const rule = at(rules, Math.floor(choice / 8) % rules.length);
  const binding = bindingOf(`${kind} { ${rule} }`);
  const { policy } = solution;
  const { bindings } = policy;
  const all = choice % 2 === 0 ? [binding, ...bindings] : [...bindings, binding];
  return { ...solution, policy: { ...policy, bindings: all } };
};

/**
 * Where some rule covers an event, another stateless rule never turns its denial into a grant.
 *
 * The two policies are asked in step: an event that they answer differently moves neither.
 */
export const moreRulesNeverGrant: Law = {
  name: 'moreRulesNeverGrant',
  requirement: 'KSS-1',
  statement: 'A further stateless rule never grants what the rules that cover an event deny.',
  plan: anyPolicy,
  judge: ({ engine, solution, sequence, choices }) => {
    const [fewer, more] = [engine(solution), engine(withBinding(solution, choices[0] ?? 0))];
    let [left, right] = [fewer.initial, more.initial];
    let so: Judgement = idle;
    for (const happening of sequence) {
      if (happening.kind === 'gone') {
        left = fewer.release(left, happening.sid);
        right = more.release(right, happening.sid);
        continue;
      }
      const [one, other] = [
        fewer.decide(left, happening.event),
        more.decide(right, happening.event),
      ];
      const isRefused = one.verdict.kind === 'denied' && one.verdict.by.length > 0;
      if (isRefused && other.verdict.kind === 'granted') {
        return broken(`${nameOf(happening.event)} is denied, and with one more rule it is granted`);
      }
      if (isRefused && other.verdict.by.length > one.verdict.by.length) so = witnessed;
      if (one.verdict.kind !== other.verdict.kind) continue;
      left = one.next ?? left;
      right = other.next ?? right;
    }
    return so;
  },
};
