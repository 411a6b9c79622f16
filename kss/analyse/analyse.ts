import { sortDiagnostics } from '../../model/diagnostic.ts';
import type { Solution } from '../../solution/solution.ts';
import { usualBounds } from '../witness/contexts.ts';
import type { ContextBounds } from '../witness/contexts.ts';
import { movesState } from '../witness/moving.ts';
import { unknownModels } from '../witness/unknown-models.ts';
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

/**
 * What is true of a policy, and may not have been meant.
 *
 * Shape: all findings are true; where nothing is unknown none of ANA-001 to ANA-003 is missing, and of
 *        ANA-005 none that is left once the others are left out. `slots` counts the kinds of events that were looked at.
 */
export interface Analysis {
  readonly findings: readonly AnalysisFinding[];
  readonly unknown: readonly Unknown[];
  readonly bounds: ContextBounds;
  readonly slots: number;
}

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
  const own = unknownModels(solution.policy);
  if (own.length > 0) return { findings: [], unknown: own, bounds, slots: 0 };
  const survey = surveyOf(solution, options);
  const uses = usesOf(survey);
  const moves = movesState(solution);
  const all = [...uses.values()];
  const unreached = unreachedIn(solution, uses);
  const channels = channelFindings(survey);
  return {
    findings: sortDiagnostics([
      ...unreached.findings,
      ...all.flatMap((use) => conditionFindings(use, moves(use.call))),
      ...shadowedIn(all.filter((use) => use.atoms.length > 0 && !moves(use.call))),
      ...flowFindings(survey, all),
      ...poolFindings(survey),
      ...channels.findings,
    ]),
    unknown: [...survey.unknown, ...unreached.unknown, ...channels.unknown],
    bounds,
    slots: survey.slots.length,
  };
};
