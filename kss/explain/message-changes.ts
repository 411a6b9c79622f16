import type { SecurityEvent, Verdict } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Context } from '../context.ts';
import type { Judgement } from '../interpreter.ts';
import type { Near } from '../witness/near.ts';
import type { Chosen } from '../witness/message-of.ts';
import { findPolicyAt } from '../witness/policy-at.ts';
import type { PolicyAt } from '../witness/policy-at.ts';
import { decideAtoms, goWays } from '../witness/search.ts';
import type { Judged, Scope } from '../witness/search.ts';
import type { EventSlot } from '../witness/slots.ts';
import { variablesIn } from '../witness/variables.ts';
import { witnessesOf } from '../witness/witness.ts';
import type { Variable } from '../witness/variables.ts';
import { chosenOf } from '../witness/chosen-of.ts';
import { describeChange } from './describe-change.ts';

/** Most parameters that are changed at once. */
const mostParameters = 3;

/** Most changes that are told. */
const mostTold = 3;

/** Most choices of parameters, with a way to go for each, that are searched. */
const mostSearches = 512;

/** Most ends of one search. */
const mostEnds = 64;

/** An event with another message, what is other in it, and what the engine says of it. */
export interface MessageChange {
  readonly change: string;
  readonly event: SecurityEvent;
  readonly judgement: Judgement;
}

/** Changes of a message that change the verdict, and what was left undecided. */
export interface MessageChanges {
  readonly changes: readonly MessageChange[];
  /** Parameters that policy reads: without any no message changes anything. */
  readonly read: number;
  readonly unknown: readonly string[];
}

interface Search {
  readonly policy: PolicyAt;
  readonly slot: EventSlot;
  readonly chosen: Chosen;
  readonly verdict: Verdict['kind'];
  readonly unknown: Set<string>;
}

const variablesOf = ({ policy, slot }: Search): readonly Variable[] => {
  const all = policy.program.atoms.flatMap(({ reads }) =>
    reads.flatMap((one) => variablesIn(one, slot.type)),
  );
  return [...new Map(all.map((one) => [one.key, one])).values()];
};

/** All choices of so many, in order. */
const choicesOf = <Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] => {
  if (count === 0) return [[]];
  return items.flatMap((item, index) =>
    choicesOf(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]),
  );
};

/** Each integer above or below what it is: every way to go. */
const waysOf = (
  variables: readonly Variable[],
  chosen: Chosen,
): readonly ReadonlyMap<string, Near>[] =>
  variables.reduce<readonly ReadonlyMap<string, Near>[]>(
    (ways, variable) => {
      if (variable.kind !== 'integer') return ways;
      const given = chosen.get(variable.key);
      const from = typeof given === 'bigint' ? given : 0n;
      const least = variable.signed ? -(1n << BigInt(variable.bits - 1)) : 0n;
      const signs = ([1n, -1n] as const).filter((sign) =>
        sign === 1n ? from < variable.most : from > least,
      );
      return ways.flatMap((way) =>
        signs.map((sign) => new Map([...way, [variable.key, { from, sign }] as const])),
      );
    },
    [new Map()],
  );

const isOther = ({ chosen }: Judged, search: Search, keys: readonly string[]): boolean =>
  keys.every((key) => chosen.get(key) !== search.chosen.get(key));

/** Events that differ in these variables alone and get another verdict. */
const flipsOf = (
  search: Search,
  variables: readonly Variable[],
  near: ReadonlyMap<string, Near>,
): readonly Judged[] => {
  const { policy, slot } = search;
  const keys = variables.map(({ key }) => key);
  const free = new Set(keys);
  const fixed = new Map([...search.chosen].filter(([key]) => !free.has(key)));
  const scope: Scope = { slot, free, options: { fixed, near } };
  const decided = decideAtoms([policy], scope);
  for (const { doubts } of decided.tables) {
    for (const { asking, why } of doubts) search.unknown.add(`${asking.atom.text}: ${why}`);
  }
  const flips: Judged[] = [];
  let ends = 0;
  goWays(
    [policy],
    decided,
    decided.tables.map(({ rows }) => rows),
    scope,
    ({ atom }) => {
      search.unknown.add(`${atom.text}: it asks for a state that the message has moved before`);
    },
    (judged) => {
      ends += 1;
      const kind = judged.judgements[0]?.verdict.kind;
      if (kind !== search.verdict && isOther(judged, search, keys)) flips.push(judged);
      if (ends < mostEnds) return 'on';
      search.unknown.add(`there are ${String(mostEnds)} assignments or more`);
      return 'stop';
    },
  );
  return flips;
};

const distanceOf = (keys: readonly string[], from: Chosen, to: Chosen): bigint =>
  keys.reduce((sum, key) => {
    const [before = 0n, after = 0n] = [from.get(key), to.get(key)];
    if (typeof before !== 'bigint' || typeof after !== 'bigint') return sum;
    return sum + (after < before ? before - after : after - before);
  }, 0n);

/** The nearest of the events that change these variables. */
const nearestFlip = (
  search: Search,
  variables: readonly Variable[],
): readonly (readonly [bigint, MessageChange])[] => {
  const keys = variables.map(({ key }) => key);
  const flips = waysOf(variables, search.chosen)
    .flatMap((near) => flipsOf(search, variables, near))
    .map((judged) => [distanceOf(keys, search.chosen, judged.chosen), judged] as const)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const [best] = flips;
  const judgement = best?.[1].judgements[0];
  if (best === undefined || judgement === undefined) return [];
  const change = describeChange(keys, search.slot.type, search.chosen, best[1].chosen);
  return [[best[0], { change, event: best[1].event, judgement }]];
};

/**
 * The least changes of a message that change the verdict: of one parameter if that is possible, else of
 * two, else of three; of each choice of parameters the nearest values.
 *
 * Result: every change was judged by the engine. Where `unknown` is empty, none of fewer parameters is
 *         possible.
 */
export const messageChanges = (
  solution: Solution,
  slot: EventSlot,
  context: Context,
  event: SecurityEvent,
  verdict: Verdict['kind'],
): MessageChanges => {
  const policy = findPolicyAt(solution, slot, event, context);
  if (policy === undefined) return { changes: [], read: 0, unknown: [] };
  const chosen = chosenOf(slot.type, policy.resolved.message);
  const search: Search = { policy, slot, chosen, verdict, unknown: new Set() };
  const variables = variablesOf(search);
  let searches = 0;
  for (let count = 1; count <= Math.min(mostParameters, variables.length); count += 1) {
    const found: (readonly [bigint, MessageChange])[] = [];
    for (const choice of choicesOf(variables, count)) {
      searches += 2 ** count;
      if (searches > mostSearches) {
        search.unknown.add(`not all choices of ${String(count)} parameters were searched`);
        break;
      }
      found.push(...nearestFlip(search, choice));
    }
    if (found.length > 0) {
      const sorted = found.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
      const changes = sorted.slice(0, mostTold).map(([, change]) => change);
      return { changes, read: variables.length, unknown: [...search.unknown] };
    }
  }
  const unknown = [...search.unknown];
  if (variables.length <= mostParameters) return { changes: [], read: variables.length, unknown };
  return ofAll(solution, search, context, unknown);
};

/** Beyond a few parameters: any message that gets another verdict, the fewest parameters first. */
const ofAll = (
  solution: Solution,
  { slot, policy, chosen, verdict }: Search,
  context: Context,
  before: readonly string[],
): MessageChanges => {
  const { source, destination } = policy.resolved;
  const found = witnessesOf(solution, slot, {
    contexts: [{ context, prelude: [] }],
    parties: { source, destination },
  });
  const unknown = [...before, ...found.unknown.map(({ what, why }) => `${what}: ${why}`)];
  const changes = found.witnesses.flatMap(({ event, judgement }) => {
    if (judgement.verdict.kind === verdict || event.content.kind !== 'value') return [];
    const to = chosenOf(slot.type, event.content.message);
    const keys = [...new Set([...chosen.keys(), ...to.keys()])];
    const count = keys.filter((key) => to.get(key) !== chosen.get(key)).length;
    const change = describeChange(keys, slot.type, chosen, to);
    return [[count, { change, event, judgement }] as const];
  });
  const [fewest] = changes.sort(([left], [right]) => left - right);
  return {
    changes: fewest === undefined ? [] : [fewest[1]],
    read: chosen.size,
    unknown: fewest === undefined ? unknown : ['whether fewer parameters suffice'],
  };
};
