/** Where a step's result comes from: a run over a solution, or the project's own checks. */
export type Profile = 'solution' | 'project';

/** What a step of `verify`, or of the project's own checks, does. */
export interface StepDescription {
  readonly title: string;
  readonly profile: Profile;
}

/**
 * Every kind of step that a requirement may rest on. A step of this name writes one result file;
 * `objective` stands for one step `objective:NAME` for each objective of the solution.
 */
export const stepDescriptions = {
  check: { title: 'loading, linking and type checking', profile: 'solution' },
  test: { title: "the policy's own expectations (PAL)", profile: 'solution' },
  explore: { title: 'search of the reachable states', profile: 'solution' },
  objective: {
    title: 'search for a violation of each objective',
    profile: 'solution',
  },
  'property:completeMediation': {
    title: 'complete mediation over random solutions and runs',
    profile: 'solution',
  },
  'property:defaultDeny': {
    title: 'default deny over random solutions and runs',
    profile: 'solution',
  },
  'property:isolation': {
    title: 'isolation of third processes over random solutions and runs',
    profile: 'solution',
  },
  'twin:Ipc': {
    title: "equality of the kernel's and TLC's state graphs",
    profile: 'solution',
  },
  'invariants:Ipc': {
    title: 'invariants of the module Ipc, by TLC',
    profile: 'solution',
  },
  'reach:Ipc': {
    title: 'outcomes of the module Ipc that TLC reaches',
    profile: 'solution',
  },
  types: { title: "the project's own type checking", profile: 'project' },
  suite: { title: "the project's own tests", profile: 'project' },
} as const satisfies Record<string, StepDescription>;

export type StepName = keyof typeof stepDescriptions;

const isStepName = (name: string): name is StepName => Object.hasOwn(stepDescriptions, name);

/** The steps in the order of the evidence. */
export const stepNames: readonly StepName[] = Object.keys(stepDescriptions).filter(isStepName);

const objectivePrefix = 'objective:';

/** The step of one objective. */
export const objectiveStep = (objective: string): string => `${objectivePrefix}${objective}`;

/** The objective that a step belongs to, if it is a step of that kind. */
export const findObjectiveOf = (step: string): string | undefined =>
  step.startsWith(objectivePrefix) ? step.slice(objectivePrefix.length) : undefined;
