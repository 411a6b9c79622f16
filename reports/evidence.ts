import { byText } from '../model/by-text.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasErrors, sortDiagnostics } from '../model/diagnostic.ts';
import { assumptions } from '../spec/assumptions.ts';
import type { Assumption } from '../spec/assumptions.ts';
import { requirements } from '../spec/requirements.ts';
import { findObjectiveOf, stepNames } from '../spec/steps.ts';
import type { SolutionDescription } from './describe-solution.ts';
import { sortedByName } from './fields.ts';
import { overallOf } from './overall.ts';
import type { Overall } from './overall.ts';
import { evidenceOf } from './requirement-evidence.ts';
import type { RequirementEvidence, StepEvidence } from './requirement-evidence.ts';
import { evidenceFault, readStepResult } from './result.ts';
import { readSections } from './sections.ts';
import type { Sections } from './sections.ts';

/**
 * What evidence is made from.
 *
 * Shape: `version` is this program's; `inputs` has the SHA-256 of each file of the solution by its
 *        path; `results` has the text of each result file by its path.
 */
export interface EvidenceInput {
  readonly version: string;
  readonly solution: SolutionDescription;
  readonly inputs: Readonly<Record<string, string>>;
  readonly results: ReadonlyMap<string, string>;
}

/** A tool, its version or digest, and the steps that used it. */
export interface ToolUse {
  readonly name: string;
  readonly version: string;
  readonly steps: readonly string[];
}

/** What is claimed, by what shown, under which assumptions; nothing in it comes from elsewhere. */
export interface Evidence {
  readonly version: string;
  readonly solution: SolutionDescription;
  readonly overall: Overall;
  /** In the order of the evidence; those of unknown names come last. */
  readonly steps: readonly StepEvidence[];
  readonly requirements: readonly RequirementEvidence[];
  readonly sections: Sections;
  readonly assumptions: readonly Assumption[];
  readonly tools: readonly ToolUse[];
  readonly inputs: Readonly<Record<string, string>>;
  /** Result files that could not be read, or do not belong to these inputs. */
  readonly diagnostics: readonly Diagnostic[];
}

const placeOf = ({ result }: StepEvidence): number => {
  const name = findObjectiveOf(result.step) === undefined ? result.step : 'objective';
  const place = stepNames.findIndex((known) => known === name);
  return place < 0 ? stepNames.length : place;
};

const inOrder = (left: StepEvidence, right: StepEvidence): number =>
  placeOf(left) - placeOf(right) || byText(left.result.step, right.result.step);

/** A result of other inputs than these, if it is one. */
const findStale = (
  { file, result }: StepEvidence,
  inputs: Readonly<Record<string, string>>,
): Diagnostic | undefined => {
  const stale = Object.entries(result.inputs).find(
    ([path, digest]) => Object.hasOwn(inputs, path) && inputs[path] !== digest,
  );
  return stale === undefined
    ? undefined
    : evidenceFault('EVD-003', file, `it was made from another ${stale[0]}`);
};

interface Gathered {
  readonly steps: readonly StepEvidence[];
  readonly diagnostics: readonly Diagnostic[];
}

const gatherSteps = ({ results, inputs }: EvidenceInput): Gathered => {
  const steps: StepEvidence[] = [];
  const diagnostics: Diagnostic[] = [];
  const files = [...results].sort((left, right) => byText(left[0], right[0]));
  for (const [file, text] of files) {
    const read = readStepResult(file, text);
    diagnostics.push(...read.diagnostics);
    if (read.result === undefined) continue;
    const { step } = read.result;
    const one = { file, result: read.result };
    const stale = findStale(one, inputs);
    if (stale !== undefined) diagnostics.push(stale);
    else if (steps.some(({ result }) => result.step === step)) {
      diagnostics.push(evidenceFault('EVD-002', file, `a second result of ${step}`));
    } else steps.push(one);
  }
  return { steps: steps.sort(inOrder), diagnostics };
};

const toolsOf = (steps: readonly StepEvidence[]): readonly ToolUse[] => {
  const uses = steps.flatMap(({ result }) =>
    Object.entries(result.tools).map(([name, version]) => ({ name, version, step: result.step })),
  );
  const keys = new Map(
    uses.map(({ name, version }) => [JSON.stringify([name, version]), { name, version }]),
  );
  return [...keys.values()]
    .map(({ name, version }) => ({
      name,
      version,
      steps: uses
        .filter((use) => use.name === name && use.version === version)
        .map(({ step }) => step),
    }))
    .sort((left, right) => byText(left.name, right.name) || byText(left.version, right.version));
};

/** Puts together what the result files say. Deleting one turns what it supported unsupported. */
export const buildEvidence = (input: EvidenceInput): Evidence => {
  const { version, solution, inputs } = input;
  const gathered = gatherSteps(input);
  const { steps } = gathered;
  const { sections, diagnostics: faultyData } = readSections(steps);
  const objectives = solution.objectives.map(({ name }) => name);
  const diagnostics = sortDiagnostics([...gathered.diagnostics, ...faultyData]);
  const judged = requirements.map((requirement) => evidenceOf(requirement, objectives, steps));
  return {
    version,
    solution,
    overall: overallOf(steps, judged, hasErrors(diagnostics) ? 'faulty' : 'sound'),
    steps,
    requirements: judged,
    sections,
    assumptions,
    tools: toolsOf(steps),
    inputs: sortedByName(inputs),
    diagnostics,
  };
};
