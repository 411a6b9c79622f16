import type { Finding, Verdict } from '../../model/security.ts';
import { formatSpan } from '../../model/span.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Binding, Body } from '../../solution/syntax/tree/psl.ts';
import { readTape, shuffle } from '../policies/draw.ts';
import type { Draw } from '../policies/draw.ts';
import { anyPolicy } from '../policies/policy.ts';
import { broken, idle, witnessed } from '../run-property.ts';
import type { Judgement } from '../run-property.ts';
import { nameOf } from './at-each-event.ts';
import type { Law } from './law.ts';

const shuffledBody = (draw: Draw, { audit, items }: Body): Body => ({
  audit,
  items: shuffle(draw, items).map((item) => {
    if (item.kind === 'rule') return item;
    if (item.kind === 'match') return { ...item, body: shuffledBody(draw, item.body) };
    const cases = item.cases.map((one) => ({ ...one, body: shuffledBody(draw, one.body) }));
    return { ...item, cases };
  }),
});

/** Bindings and their items in another order; those that start processes have effects, and stay. */
const shuffled = (solution: Solution, choices: readonly number[]): Solution => {
  const draw = readTape(choices);
  const { policy } = solution;
  const isStart = ({ event }: Binding): boolean => event === 'execute';
  const others = policy.bindings.filter((binding) => !isStart(binding));
  const bindings = [
    ...policy.bindings.filter(isStart),
    ...shuffle(draw, others).map((one) => ({ ...one, body: shuffledBody(draw, one.body) })),
  ];
  return { ...solution, policy: { ...policy, bindings } };
};

const findingText = ({ object, rule, at, result, why }: Finding): string =>
  [object, rule, formatSpan(at), result, why ?? ''].join(' ');

/** Verdict and reasons, whatever the order of these. */
const meaningOf = (verdict: Verdict): string =>
  [
    verdict.kind,
    verdict.kind === 'denied' ? verdict.because : '',
    ...verdict.by.map(findingText).sort(),
  ].join('\n');

const isReordered = (one: Verdict, other: Verdict): boolean =>
  one.by.map(findingText).join() !== other.by.map(findingText).join();

/** The order of stateless rules matters for nothing but the order of the reasons. */
export const orderDoesNotMatter: Law = {
  name: 'orderDoesNotMatter',
  requirement: 'KSS-1',
  statement: 'In whatever order stateless rules are declared, verdict and reasons are the same.',
  plan: { ...anyPolicy, effects: 'none' },
  judge: ({ engine, solution, sequence, choices }) => {
    const [straight, mixed] = [engine(solution), engine(shuffled(solution, choices))];
    let [left, right] = [straight.initial, mixed.initial];
    let so: Judgement = idle;
    for (const happening of sequence) {
      if (happening.kind === 'gone') {
        left = straight.release(left, happening.sid);
        right = mixed.release(right, happening.sid);
        continue;
      }
      const one = straight.decide(left, happening.event);
      const other = mixed.decide(right, happening.event);
      if (meaningOf(one.verdict) !== meaningOf(other.verdict)) {
        return broken(`${nameOf(happening.event)} is answered otherwise in another order`);
      }
      if (isReordered(one.verdict, other.verdict)) so = witnessed;
      left = one.next ?? left;
      right = other.next ?? right;
    }
    return so;
  },
};
