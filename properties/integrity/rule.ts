import type { StepView } from './step-view.ts';

/**
 * A named reason for which a step may change one thing that is not the actor's own doing alone.
 *
 * Shape: `licenses` says whether this difference has this reason in this step.
 */
export interface Rule<Difference> {
  readonly name: string;
  readonly licenses: (difference: Difference, view: StepView) => boolean;
}

/** The name of the first rule that licenses a difference; absent if none does. */
export const findLicence = <Difference>(
  rules: readonly Rule<Difference>[],
  difference: Difference,
  view: StepView,
): string | undefined => rules.find(({ licenses }) => licenses(difference, view))?.name;
