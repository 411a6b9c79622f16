import { requirements } from '../spec/requirements.ts';
import type { Requirement } from '../spec/requirement.ts';
import { stepDescriptions } from '../spec/steps.ts';
import type { Profile } from '../spec/steps.ts';
import type { Evidence } from './evidence.ts';

/**
 * What is to be demanded of evidence.
 *
 * Shape: with the profile `solution` only what a run over a solution can show; `skipped` says
 *        whether a step that was not run, for want of a tool, is a fault.
 */
export interface Demand {
  readonly profile: Profile;
  readonly skipped: 'allowed' | 'fault';
}

export interface EvidenceFault {
  /** A requirement's id, or the path of a result file. */
  readonly of: string;
  readonly fault: string;
}

const isDemanded = ({ supportedBy }: Requirement, { profile }: Demand): boolean =>
  supportedBy.length > 0 &&
  (profile === 'project' ||
    supportedBy.every((step) => stepDescriptions[step].profile === 'solution'));

/**
 * What this version ought to support and the evidence does not; the gate of the project's checks.
 *
 * Result: empty if nothing is missing.
 */
export const checkEvidence = (evidence: Evidence, demand: Demand): readonly EvidenceFault[] => {
  const demanded = new Set(
    requirements.filter((requirement) => isDemanded(requirement, demand)).map(({ id }) => id),
  );
  const missing = evidence.requirements.filter(
    ({ id, status }) =>
      demanded.has(id) &&
      status !== 'supported' &&
      !(status === 'skipped' && demand.skipped === 'allowed'),
  );
  return [
    ...missing.map(({ id, status, why }) => ({ of: id, fault: `${status}: ${why}` })),
    ...evidence.diagnostics.map(({ at, code, message }) => ({
      of: at.file,
      fault: `${code}: ${message}`,
    })),
  ];
};
