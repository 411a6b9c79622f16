import type { EventKind } from '../../model/security.ts';
import type { Span } from '../../model/span.ts';
import { serverSelector } from '../../solution/link/reach.ts';
import type { ProcessClass, Solution } from '../../solution/solution.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { Body, BodyItem } from '../../solution/syntax/tree/psl.ts';
import type { Selectors } from '../../solution/syntax/tree/selectors.ts';
import type { Unknown } from '../witness/witness.ts';
import { findingAt } from './finding.ts';
import type { AnalysisFinding } from './finding.ts';
import type { CallUse } from './uses.ts';

/** What is told of rules that no event gets to. */
export interface Unreached {
  readonly findings: readonly AnalysisFinding[];
  readonly unknown: readonly Unknown[];
}

/** Where an item stands: its policy, and the selectors around it. */
interface Around {
  readonly solution: Solution;
  readonly uses: ReadonlyMap<Call, CallUse>;
  readonly event: EventKind;
  readonly where: Selectors;
}

const nothing: Unreached = { findings: [], unknown: [] };

const joined = (parts: readonly Unreached[]): Unreached => ({
  findings: parts.flatMap(({ findings }) => findings),
  unknown: parts.flatMap(({ unknown }) => unknown),
});

const callsIn = ({ items }: Body): readonly Call[] => items.flatMap(callsOfItem);

const callsOfItem = (item: BodyItem): readonly Call[] => {
  if (item.kind === 'rule') return [item.call];
  return item.kind === 'match'
    ? callsIn(item.body)
    : item.cases.flatMap(({ body }) => callsIn(body));
};

const isUnreached = ({ uses }: Around, calls: readonly Call[]): boolean =>
  calls.length > 0 && calls.every((call) => uses.get(call)?.mayReach !== true);

/** Is there an event with the selectors around any of the calls? */
const isSelected = ({ uses }: Around, calls: readonly Call[]): boolean =>
  calls.some((call) => uses.has(call));

const hasUndeclared = ({ open, endpoints, security }: ProcessClass): boolean =>
  open || [...endpoints.map((one) => one.interface), ...security].some((one) => one.open);

/** A class that can serve the events selected, and of which a declaration is missing (C-45). */
const findUndeclared = ({ solution, event, where }: Around): ProcessClass | undefined => {
  if (event === 'execute') return undefined;
  const name = where.find((one) => one.name === serverSelector(event))?.value.text;
  const servers = [...solution.classes.values()].filter((one) => (name ?? one.name) === one.name);
  return servers.find(hasUndeclared);
};

const told = (at: Span, what: string, why: string): Unreached => ({
  findings: [findingAt('ANA-001', at, `no event gets to this ${what}: ${why}`)],
  unknown: [],
});

/** Of selectors that no declared event has: they may have some, where a declaration is missing. */
const unselected = (around: Around, at: Span, what: string): Unreached => {
  const server = findUndeclared(around);
  if (server === undefined) return told(at, what, 'none has these selectors, whatever it carries');
  const why = `not all that ${server.name} offers is declared`;
  return { findings: [], unknown: [{ at, what: `whether an event gets to this ${what}`, why }] };
};

const inItem = (around: Around, item: BodyItem): Unreached => {
  if (item.kind === 'rule') {
    return isUnreached(around, [item.call]) ? unselected(around, item.at, 'rule') : nothing;
  }
  if (item.kind === 'choice') {
    return joined(
      item.cases.map(({ body, at }) =>
        isUnreached(around, callsIn(body)) && isSelected(around, callsIn(body))
          ? told(at, 'case', 'the value chosen by is never this, or a case before takes it')
          : inBody(around, body),
      ),
    );
  }
  const within = { ...around, where: [...around.where, ...item.where] };
  const calls = callsIn(item.body);
  return isUnreached(around, calls) && !isSelected(around, calls)
    ? unselected(within, item.at, 'match')
    : inBody(within, item.body);
};

const inBody = (around: Around, { items }: Body): Unreached =>
  joined(items.map((item) => inItem(around, item)));

/** Bindings, matches, cases and rules that no event gets to: the outermost of each. */
export const unreachedIn = (solution: Solution, uses: ReadonlyMap<Call, CallUse>): Unreached =>
  joined(
    solution.policy.bindings.map(({ event, where, body, at }) => {
      const around: Around = { solution, uses, event, where };
      const calls = callsIn(body);
      return isUnreached(around, calls) && !isSelected(around, calls)
        ? unselected(around, at, 'binding')
        : inBody(around, body);
    }),
  );
