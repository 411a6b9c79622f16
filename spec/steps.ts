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
  'property:integrity': {
    title: 'a named licence for each difference over random solutions and runs',
    profile: 'solution',
  },
  'property:authorityConfinement': {
    title: 'rights down the derivation tree over random solutions and runs',
    profile: 'solution',
  },
  'property:revocation': {
    title: 'completeness of revocation over random solutions and runs',
    profile: 'solution',
  },
  'property:startedByGrant': {
    title: 'granted starts over random solutions and runs',
    profile: 'solution',
  },
  'property:deadHoldsNothing': {
    title: 'what processes leave when they end over random solutions and runs',
    profile: 'solution',
  },
  'property:contextRelease': {
    title: 'release of security contexts over random solutions and runs',
    profile: 'solution',
  },
  'property:quotas': {
    title: 'shares of processes over random solutions and runs',
    profile: 'solution',
  },
  'property:accessesOwnFrames': {
    title: 'the frames that accesses come to over random solutions and runs',
    profile: 'solution',
  },
  'property:noResidue': {
    title: 'what is read from memory that comes again over random solutions and runs',
    profile: 'solution',
  },
  'property:writeXorExecute': {
    title: 'memory that is written or executed over random solutions and runs',
    profile: 'solution',
  },
  'property:freeFramesAreUnreachable': {
    title: 'frames that are free over random solutions and runs',
    profile: 'solution',
  },
  'property:noninterference': {
    title: 'pairs of runs that one domain cannot tell apart',
    profile: 'solution',
  },
  'dma:iommu': {
    title: 'search of all that drivers and devices can do behind an IOMMU',
    profile: 'solution',
  },
  'dma:none': {
    title: 'the same search without an IOMMU, which must fail: the residual risk',
    profile: 'solution',
  },
  'dma:seen': {
    title: 'the same search with masters of a board that its IOMMU sees',
    profile: 'solution',
  },
  'dma:unseen': {
    title: 'the same search with masters of a board that nothing sees, which must fail',
    profile: 'solution',
  },
  board: { title: 'residual risks and memory budget of a board', profile: 'solution' },
  'twin:Ipc': {
    title: "equality of the kernel's and TLC's state graphs, of calls",
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
  'twin:Handles': {
    title: "equality of the kernel's and TLC's state graphs, of handles",
    profile: 'solution',
  },
  'invariants:Handles': {
    title: 'invariants of the module Handles, by TLC',
    profile: 'solution',
  },
  'reach:Handles': {
    title: 'outcomes of the module Handles that TLC reaches',
    profile: 'solution',
  },
  'twin:Lifecycle': {
    title: "equality of the kernel's and TLC's state graphs, of processes",
    profile: 'solution',
  },
  'invariants:Lifecycle': {
    title: 'invariants of the module Lifecycle, by TLC',
    profile: 'solution',
  },
  'reach:Lifecycle': {
    title: 'outcomes of the module Lifecycle that TLC reaches',
    profile: 'solution',
  },
  'twin:Notice': {
    title: "equality of the kernel's and TLC's state graphs, of notifications",
    profile: 'solution',
  },
  'invariants:Notice': {
    title: 'invariants of the module Notice, by TLC',
    profile: 'solution',
  },
  'reach:Notice': {
    title: 'outcomes of the module Notice that TLC reaches',
    profile: 'solution',
  },
  'twin:Channels': {
    title: "equality of the kernel's and TLC's state graphs, of channels that come and go",
    profile: 'solution',
  },
  'invariants:Channels': {
    title: 'invariants of the module Channels, by TLC',
    profile: 'solution',
  },
  'reach:Channels': {
    title: 'outcomes of the module Channels that TLC reaches',
    profile: 'solution',
  },
  'twin:Memory': {
    title: "equality of the kernel's and TLC's state graphs, of memory",
    profile: 'solution',
  },
  'invariants:Memory': {
    title: 'invariants of the module Memory, by TLC',
    profile: 'solution',
  },
  'reach:Memory': {
    title: 'outcomes of the module Memory that TLC reaches',
    profile: 'solution',
  },
  'twin:Dma': {
    title: "equality of the kernel's and TLC's state graphs, of devices that reach memory",
    profile: 'solution',
  },
  'invariants:Dma': {
    title: 'invariants of the module Dma, by TLC',
    profile: 'solution',
  },
  'reach:Dma': {
    title: 'outcomes of the module Dma that TLC reaches',
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
