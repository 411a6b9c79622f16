import { sortDiagnostics } from '../../model/diagnostic.ts';
import type { Solution } from '../../solution/solution.ts';
import { securityModels } from '../catalogue.ts';
import { initialContext } from '../context.ts';
import { usualBounds } from '../witness/contexts.ts';
import type { ContextBounds } from '../witness/contexts.ts';
import { mayMove } from '../witness/disturbed.ts';
import type { Unknown } from '../witness/witness.ts';
import { channelFindings } from './channels.ts';
import { conditionFindings } from './conditions.ts';
import type { AnalysisFinding } from './finding.ts';
import { flowFindings } from './flow-states.ts';
import { poolFindings } from './pools.ts';
import { shadowedIn } from './shadowed.ts';
import { surveyOf } from './survey.ts';
import type { SurveyOptions } from './survey.ts';
import { unreachedIn } from './unreached.ts';
import { usesOf } from './uses.ts';
import type { CallUse } from './uses.ts';

/**
 * What is true of a policy, and may not have been meant.
 *
 * Shape: all findings are true; none of the kinds that rest on witnesses is missing where nothing is
 *        unknown. `slots` counts the kinds of events that were looked at.
 */
export interface Analysis {
  readonly findings: readonly AnalysisFinding[];
  readonly unknown: readonly Unknown[];
  readonly bounds: ContextBounds;
  readonly slots: number;
}

/** Is a call there for what it does to a state? */
const makeIsEffect = (solution: Solution): ((use: CallUse) => boolean) => {
  const context = initialContext(solution);
  const models = new Map(
    solution.policy.objects.map((object) => [object.name.text, object.model.text]),
  );
  return ({ call }) =>
    call.method.text === 'set_level' || mayMove(call, context, (object) => models.get(object));
};

/** Objects of a user's own models: no search for witnesses knows what they do. */
const ofOwnModels = ({ policy }: Solution): readonly Unknown[] =>
  policy.objects
    .filter(({ model }) => !securityModels.has(model.text))
    .map(({ at, name, model }) => ({
      at,
      what: `a policy with "${name.text}"`,
      why: `${model.text} is a model of its user's own, of which the analysis knows nothing`,
    }));

/**
 * Finds rules that no event gets to, that never grant or never deny, parts of conditions that are
 * constant, rules that are shadowed, states and transitions of Flow objects that nothing leads to, pools that are
 * too small, and privileges that no channel can use.
 *
 * Result: each finding is true of the reference interpreter; its last event shows it, where it has one.
 * Source: spec/analysis.md.
 */
export const analyse = (solution: Solution, options: SurveyOptions = {}): Analysis => {
  const bounds = options.bounds ?? usualBounds;
  const own = ofOwnModels(solution);
  if (own.length > 0) return { findings: [], unknown: own, bounds, slots: 0 };
  const survey = surveyOf(solution, options);
  const uses = usesOf(survey);
  const isEffect = makeIsEffect(solution);
  const all = [...uses.values()];
  const unreached = unreachedIn(solution, uses);
  const channels = channelFindings(survey);
  return {
    findings: sortDiagnostics([
      ...unreached.findings,
      ...all.flatMap((use) => conditionFindings(use, isEffect(use))),
      ...shadowedIn(all.filter((use) => use.atoms.length > 0 && !isEffect(use))),
      ...flowFindings(survey, all),
      ...poolFindings(survey),
      ...channels.findings,
    ]),
    unknown: [...survey.unknown, ...unreached.unknown, ...channels.unknown],
    bounds,
    slots: survey.slots.length,
  };
};
