import type { Span } from '../../model/span.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { Context } from '../context.ts';
import { fewTries } from '../witness/assign.ts';
import { contextKey } from '../witness/contexts.ts';
import { partiesOf } from '../witness/event-in.ts';
import { initially, witnessesOf } from '../witness/witness.ts';
import type { ReachedContext, Witness } from '../witness/witness.ts';
import { hashsetReasons } from '../models/hashset.ts';
import { mlsReasons } from '../models/mls-rules.ts';
import { rbacReasons } from '../models/rbac-rules.ts';
import { staticmapReasons } from '../models/staticmap.ts';
import { findingAt } from './finding.ts';
import type { AnalysisFinding } from './finding.ts';
import type { Survey, SurveyedSlot } from './survey.ts';

/** Why a rule refuses of which a pool is empty. */
const emptyPools: ReadonlySet<string> = new Set([
  hashsetReasons.emptyPool,
  mlsReasons.emptyPool,
  rbacReasons.noUserLeft,
  rbacReasons.noSessionLeft,
  staticmapReasons.emptyPool,
]);

/** Models whose objects have pools. */
const pooled = new Set(['HashSet', 'StaticMap', 'Rbac', 'Mls']);

/** Events that are tried on the way to an empty pool. */
const mostSteps = 64;

/** The rule of an object that alone denies an event, because its pool is empty. */
const emptyIn = (object: PolicyObject, { judgement }: Witness) => {
  const denying = judgement.asked.filter(
    ({ finding }) => finding !== undefined && finding.result !== 'granted',
  );
  const [only] = denying;
  const isIt =
    denying.length === 1 &&
    only?.object === object.name.text &&
    emptyPools.has(only.finding?.why ?? '');
  return isIt ? only.finding : undefined;
};

const isMoving = (object: PolicyObject, { context, judgement }: Witness): boolean => {
  const name = object.name.text;
  return (
    judgement.verdict.kind === 'granted' &&
    judgement.context.objects.get(name) !== context.objects.get(name)
  );
};

/** What can happen next to an object, by each pair of processes, as far as it is quickly found. */
function* nextOf(
  { solution, finder }: Survey,
  slots: readonly SurveyedSlot[],
  reached: ReachedContext,
): Generator<Witness> {
  for (const { slot } of slots) {
    for (const parties of partiesOf(solution, slot)) {
      const { witnesses } = witnessesOf(solution, slot, {
        ...finder,
        contexts: [reached],
        parties,
        tries: fewTries,
      });
      yield* witnesses;
    }
  }
}

/** For how many an object keeps something. */
const keptIn = (object: PolicyObject, { objects }: Context): number =>
  Object.keys(objects.get(object.name.text)?.describe() ?? {}).length;

const found = (object: PolicyObject, at: Span, { prelude, event }: Witness): AnalysisFinding =>
  findingAt(
    'ANA-008',
    at,
    `the pool of ${object.name.text} can be empty here, and the event is denied`,
    {
      shown: { prelude, event },
      related: [{ at: object.at, message: 'this is the object' }],
    },
  );

/**
 * One event on: one for which the pool is empty, else the first that takes something of it, else any that
 * changes the object, to a context each time that is new.
 */
const stepOn = (
  survey: Survey,
  object: PolicyObject,
  slots: readonly SurveyedSlot[],
  reached: ReachedContext,
  known: ReadonlySet<string>,
): AnalysisFinding | Witness | undefined => {
  let other: Witness | undefined;
  for (const witness of nextOf(survey, slots, reached)) {
    const finding = emptyIn(object, witness);
    if (finding !== undefined) return found(object, finding.at, witness);
    const { context } = witness.judgement;
    if (!isMoving(object, witness) || known.has(contextKey(context))) continue;
    if (keptIn(object, context) > keptIn(object, reached.context)) return witness;
    other ??= witness;
  }
  return other;
};

/** Goes on from event to event, until one finds the pool empty. */
const emptied = (
  survey: Survey,
  object: PolicyObject,
  slots: readonly SurveyedSlot[],
): AnalysisFinding | undefined => {
  let reached = initially(survey.solution);
  const known = new Set([contextKey(reached.context)]);
  for (let step = 0; step < mostSteps; step += 1) {
    const next = stepOn(survey, object, slots, reached, known);
    if (next === undefined || 'code' in next) return next;
    const { context } = next.judgement;
    known.add(contextKey(context));
    reached = { context, prelude: [...next.prelude, next.event] };
  }
  return undefined;
};

/** Pools that events of the solution's processes can empty, with the events. */
export const poolFindings = (survey: Survey): readonly AnalysisFinding[] =>
  survey.solution.policy.objects
    .filter(({ model }) => pooled.has(model.text))
    .flatMap((object) => {
      const slots = survey.slots.filter(({ moved }) => moved.includes(object.name.text));
      return emptied(survey, object, slots) ?? [];
    });
