import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, quick } from '../../properties/generate/finite-policy.ts';
import type { Case } from '../../properties/generate/finite-policy.ts';
import { formatSpan } from '../../model/span.ts';
import type { Span } from '../../model/span.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { Body, BodyItem } from '../../solution/syntax/tree/psl.ts';
import { initialContext } from '../context.ts';
import type { Context } from '../context.ts';
import { tableOf } from '../witness/assign.ts';
import type { Solve } from '../witness/search.ts';
import { resolve } from '../resolve.ts';
import { atomsOfCall } from '../witness/atoms-of-call.ts';
import { mayMove } from '../witness/disturbed.ts';
import { modelNames } from '../witness/model-names.ts';
import { observe } from '../witness/observe.ts';
import type { Outcome } from '../witness/outcome.ts';
import { programAt } from '../witness/policy-at.ts';
import { finiteSolution, ofClient, tryEverything, forgetful } from '../witness/test-finite.ts';
import { analyse } from './analyse.ts';
import type { AnalysisCode } from './codes.ts';
import type { Result } from './uses.ts';

const callsOf = ({ items }: Body): readonly Call[] =>
  items.flatMap((item) => {
    if (item.kind === 'rule') return [item.call];
    return item.kind === 'match'
      ? callsOf(item.body)
      : item.cases.flatMap(({ body }) => callsOf(body));
  });

const isWithin = (inner: Span, outer: Span): boolean => {
  const begins =
    inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column);
  const ends =
    inner.endLine < outer.endLine ||
    (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);
  return inner.file === outer.file && begins && ends;
};

const stateOfClient = (context: Context): string | undefined => {
  const states = Object.values(Object(context.objects.get('gate')?.describe()));
  const [state] = states;
  return typeof state === 'string' ? state : undefined;
};

/** What every call comes to, and what the machine of the client does: by trying every event. */
const tried = (solution: Solution, method: string) => {
  const results = new Map<Call, Set<Result>>();
  const states = new Set<string>();
  const moves = new Set<string>();
  const parts = new Map<string, Set<Outcome>>();
  tryEverything(
    [solution],
    method,
    ({ slot, event, contexts: [before], judgements: [judgement] }) => {
      if (before === undefined || judgement === undefined) return;
      const answer = resolve(solution, event);
      if (answer.kind !== 'resolved') return;
      const program = programAt(solution, slot);
      for (const [index, outcome] of observe(program, judgement.asked, answer.resolved).entries()) {
        const atom = program.atoms[index];
        if (atom === undefined || outcome === 'unasked') continue;
        const at = formatSpan(atom.at);
        parts.set(at, (parts.get(at) ?? new Set<Outcome>()).add(outcome));
      }
      for (const { call, finding } of judgement.asked) {
        const seen = results.get(call) ?? new Set<Result>();
        results.set(call, seen.add(finding?.result ?? 'granted'));
      }
      const [from, to] = [stateOfClient(before), stateOfClient(judgement.context)];
      if (to !== undefined) states.add(to);
      if (from !== undefined && to !== undefined && from !== to) moves.add(`${from} ${to}`);
    },
  );
  return { results, states, moves, parts };
};

/** The places at which each code must be told. */
const expectedOf = (solution: Solution, method: string) => {
  const { results, states, moves, parts } = tried(solution, method);
  const modelOf = modelNames(solution);
  const initial = initialContext(solution);
  const calls = solution.policy.bindings.flatMap(({ body }) => callsOf(body));
  const places = (isIt: (call: Call, results: ReadonlySet<Result>) => boolean) =>
    new Set(
      calls.flatMap((call) =>
        isIt(call, results.get(call) ?? new Set()) ? [formatSpan(call.at)] : [],
      ),
    );
  const isCondition = (call: Call): boolean => atomsOfCall(call, modelOf).length > 0;
  return {
    calls,
    parts,
    states,
    moves,
    unreached: places((_call, seen) => seen.size === 0),
    neverGranting: places(
      (call, seen) => seen.size > 0 && !seen.has('granted') && isCondition(call),
    ),
    neverDenying: places(
      (call, seen) =>
        seen.size === 1 &&
        seen.has('granted') &&
        isCondition(call) &&
        !mayMove(call, initial, modelOf),
    ),
  };
};

const withoutItem = (places: ReadonlySet<string>, item: BodyItem): readonly BodyItem[] => {
  if (item.kind === 'rule') return places.has(formatSpan(item.call.at)) ? [] : [item];
  if (item.kind === 'match') return [{ ...item, body: withoutIn(places, item.body) }];
  const cases = item.cases.map((one) => ({ ...one, body: withoutIn(places, one.body) }));
  return [{ ...item, cases }];
};

const withoutIn = (places: ReadonlySet<string>, { audit, items }: Body): Body => ({
  audit,
  items: items.flatMap((item) => withoutItem(places, item)),
});

const without = (solution: Solution, places: ReadonlySet<string>): Solution => ({
  ...solution,
  policy: {
    ...solution.policy,
    bindings: solution.policy.bindings.map((binding) => ({
      ...binding,
      body: withoutIn(places, binding.body),
    })),
  },
});

/** Is every verdict the same without the rules at some places? */
const isIdle = (solution: Solution, method: string, places: ReadonlySet<string>): boolean => {
  let same = true;
  tryEverything([solution, without(solution, places)], method, ({ judgements: [one, other] }) => {
    if (one?.verdict.kind !== other?.verdict.kind) same = false;
  });
  return same;
};

const isSubset = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one));

/** Is what is told true, and is nothing missing where nothing is unknown? */
const isExact = ({ method, policy }: Case, solve: Solve = tableOf): boolean => {
  const solution = finiteSolution(ofClient(policy));
  const { findings, unknown } = analyse(solution, { solve });
  const expected = expectedOf(solution, method);
  const told = (code: AnalysisCode) => findings.filter((one) => one.code === code);
  const placesOf = (code: AnalysisCode) => new Set(told(code).map(({ at }) => formatSpan(at)));
  const unreached = new Set(
    expected.calls
      .filter((call) => told('ANA-001').some(({ at }) => isWithin(call.at, at)))
      .map((call) => formatSpan(call.at)),
  );
  const agree = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
    isSubset(some, all) && (unknown.length > 0 || some.size === all.size);
  const quoted = (message: string): string =>
    [...message.matchAll(/"(\w+)"/g)].map(([, state = '']) => state).join(' ');
  const neverEntered = told('ANA-006').map(({ message }) => quoted(message));
  const neverMoved = told('ANA-007').map(({ message }) => quoted(message));
  return (
    agree(unreached, expected.unreached) &&
    agree(placesOf('ANA-002'), expected.neverGranting) &&
    agree(placesOf('ANA-003'), expected.neverDenying) &&
    told('ANA-004').every(({ at }) => expected.parts.get(formatSpan(at))?.size === 1) &&
    isIdle(solution, method, placesOf('ANA-005')) &&
    neverEntered.every((state) => !expected.states.has(state)) &&
    (unknown.length > 0 || neverEntered.length === 2 - expected.states.size) &&
    neverMoved.every((move) => !expected.moves.has(move))
  );
};

const cases = fc.constantFrom(...quick).chain(caseOf);

describe('analyse', () => {
  it('tells what trying every event in every context tells [POL-4]', () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(isExact(one)).toBe(true);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('often has something to tell, of each kind that rests on witnesses [POL-4]', () => {
    const told = fc
      .sample(cases, { numRuns: 120, seed: 7 })
      .flatMap(({ policy }) => analyse(finiteSolution(ofClient(policy))).findings);

    for (const code of ['ANA-001', 'ANA-002', 'ANA-003', 'ANA-004', 'ANA-005', 'ANA-006']) {
      expect([code, told.filter((one) => one.code === code).length > 2]).toEqual([code, true]);
    }
  });

  it('is found out where the finder forgets an assignment [POL-4]', () => {
    const found = fc.check(
      fc.property(cases, (one) => isExact(one, forgetful)),
      { numRuns: 200, seed: 5 },
    );

    expect(found.failed).toBe(true);
  });
});
