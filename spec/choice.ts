/**
 * A reading of what the public record leaves open, so that two implementations agree.
 *
 * Shape: `otherwise` is the other reading of a choice that is meant to be switched; it is absent for
 *        those that are not. `at` lists where it is carried out, as far as this version has it.
 */
export interface Choice {
  readonly id: string;
  readonly about: string;
  readonly reading: string;
  readonly otherwise?: string;
  readonly at: readonly string[];
}
