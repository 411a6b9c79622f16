/**
 * refmon as a library: load, check, decide and explain, and what rests on them.
 *
 * Nothing here reads files, clocks or the environment, and nothing imports a module of Node: this is
 * also the entry for browsers. Bad input never throws: it is told by diagnostics and answers.
 */
export { analyse } from '../kss/analyse/analyse.ts';
export type { Analysis } from '../kss/analyse/analyse.ts';
export type { AnalysisFinding } from '../kss/analyse/finding.ts';
export type { Reason, VerdictAnswer } from '../kss/answer.ts';
export { makeDecider } from '../kss/decide/decider.ts';
export type { DecideAnswer, Decider, DeciderChoice } from '../kss/decide/decider.ts';
export { differencesOf } from '../kss/diff/differences.ts';
export type { ConfirmedDifference, Differences } from '../kss/diff/differences.ts';
export { groupsOf } from '../kss/diff/groups.ts';
export type { DiffGroup } from '../kss/diff/groups.ts';
export { standardOptions } from '../kss/engine-options.ts';
export type { EngineOptions } from '../kss/engine-options.ts';
export type { Explanation } from '../kss/explain.ts';
export { runAssertions } from '../kss/pal.ts';
export type { ExpectationResult } from '../kss/pal.ts';
export type { AnyModel, Ruled, SecurityModel, Yielded } from '../kss/security-model.ts';
export type { Diagnostic } from '../model/diagnostic.ts';
export type { AuditRecord } from '../model/security.ts';
export type { Span } from '../model/span.ts';
export type { Value } from '../model/value.ts';
export type { Reason as UndecidedReason } from '../kss/witness/reason.ts';
export { makeLines, renderDiagnostic } from '../solution/render-diagnostic.ts';
export type { Loaded, SolutionInput } from '../solution/load.ts';
export type { Solution } from '../solution/solution.ts';
export { addModel } from './add-model.ts';
export type { AddedModel } from './add-model.ts';
export type { EventLine } from './event-line.ts';
export { explainEvent } from './explain-event.ts';
export type { ExplainChoice, Explained } from './explain-event.ts';
export { checkSolution, checkSolutions, loadSolution, loadSolutions } from './load-solution.ts';
