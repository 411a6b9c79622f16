import { accessSync, constants, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';
import { boards } from '../../arch/boards/catalogue.ts';
import type { Board } from '../../arch/boards/board.ts';
import { defaultBounds, inputDigests, verifySteps } from '../../library/verify.ts';
import { checkEvidence } from '../../reports/check-evidence.ts';
import type { Demand } from '../../reports/check-evidence.ts';
import { buildEvidence } from '../../reports/evidence.ts';
import type { Evidence } from '../../reports/evidence.ts';
import { describeSolution } from '../../reports/describe-solution.ts';
import { renderHtml } from '../../reports/html/page.ts';
import { renderJson } from '../../reports/json.ts';
import type { StepResult } from '../../reports/result.ts';
import { sequenceText } from '../../reports/sequence-text.ts';
import { checkSolution } from '../../library/load-solution.ts';
import { isBoard, unknownBoard } from '../../simulator/chosen-machine.ts';
import { optionDiagnostic } from '../machine-choice.ts';
import { refuse } from '../with-solution.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { diagnosticJson } from '../output.ts';
import type { Output } from '../output.ts';
import { readSolution } from '../../library/node/read-solution.ts';
import type { SolutionChoice } from '../solution-choice.ts';
import { readResults, twinResults, writeResults } from '../result-files.ts';
import { twinSteps } from '../twin-steps.ts';
import { makeDirectory, writing } from '../write-file.ts';
import { ownTools, version } from '../version.ts';
import type { SolutionInput, Loaded } from '../../solution/load.ts';

const statusWidth = 8;
const nameWidth = 44;

const resultLine = ({ step, status, how, detail }: StepResult): string =>
  `${status.padEnd(statusWidth)} ${step.padEnd(nameWidth)} ${how}: ${detail}`;

/** Runs every step, telling each as it ends; `known` are results of twins that are told as they are. */
const runSteps = async (
  input: SolutionInput,
  loaded: Loaded,
  output: Output,
  { board, known }: { readonly board?: Board; readonly known?: readonly StepResult[] } = {},
): Promise<readonly StepResult[]> => {
  const results: StepResult[] = [];
  const tell = (found: readonly StepResult[]): void => {
    for (const result of found) output.say(resultLine(result));
    results.push(...found);
  };
  for (const step of verifySteps(input, loaded, ownTools, defaultBounds, board)) {
    output.progress(`… ${step.name}`);
    tell(step.run());
  }
  if (loaded.solution === undefined) return results;
  if (known !== undefined) tell(known);
  else {
    const told = (step: string): void => {
      output.progress(`… ${step}`);
    };
    for await (const found of twinSteps(ownTools, told)) tell(found);
  }
  return results;
};

/** The evidence of what stands in the result files, and of nothing else. */
const evidenceOf = (
  directory: string,
  input: SolutionInput,
  loaded: Loaded,
): Evidence | undefined =>
  loaded.solution === undefined
    ? undefined
    : buildEvidence({
        version,
        solution: describeSolution(loaded.solution),
        inputs: inputDigests(input),
        results: readResults(join(directory, 'results')),
      });

/** Draws and writes the report; the path of its page. */
const writeReport = async (directory: string, evidence: Evidence): Promise<string> => {
  const viz = await instance();
  const draw = (dot: string): string => viz.renderString(dot, { format: 'svg' });
  const page = join(directory, 'report.html');
  writeFileSync(page, renderHtml(evidence, draw));
  writeFileSync(join(directory, 'report.json'), renderJson(evidence));
  return page;
};

const tellViolations = (evidence: Evidence, output: Output): void => {
  for (const { data } of evidence.sections.searches) {
    for (const { property, sequence } of data?.violations ?? []) {
      output.say(`\n${property} can be violated, in the fewest steps:`);
      output.say(sequenceText(sequence));
    }
  }
};

const verdictOf = (
  results: readonly StepResult[],
): { readonly ok: boolean; readonly words: string } => {
  const count = (status: StepResult['status']): number =>
    results.filter((result) => result.status === status).length;
  const [failed, vacuous] = [count('failed'), count('vacuous')];
  const words =
    `${String(count('passed'))} passed, ${String(failed)} failed, ` +
    `${String(count('skipped'))} skipped, ${String(vacuous)} vacuous`;
  return { ok: failed === 0 && vacuous === 0, words };
};

const loadedLine = ({ solution, discovered }: Loaded): string =>
  solution === undefined
    ? 'nothing was loaded'
    : `${solution.name}: ${String(solution.classes.size)} classes, ${String(solution.processes.length)} processes, ` +
      `${String(solution.channels.length)} channels, policy ${discovered.policy ?? ''}`;

/** Where results and report go, and where the results come from. */
export interface VerifyChoice extends SolutionChoice {
  readonly out: string;
  /**
   * `reused`: those that stand there already; nothing is run. `twins reused`: all but the twins are run, which no
   * solution changes.
   */
  readonly results: 'run' | 'twins reused' | 'reused';
  /** The name of a board whose residual risks and memory are to be told. */
  readonly board?: string;
  /** Whether what this version claims must all be supported. */
  readonly demand: Demand | undefined;
}

/** A step in the form of `--json`. */
const stepJson = ({ step, status, how, detail }: StepResult): object => ({
  name: step,
  status,
  how,
  detail,
});

/** What was demanded and is not there, each in a line. */
const demanded = (
  evidence: Evidence | undefined,
  { demand }: VerifyChoice,
  output: Output,
): Exit => {
  if (demand === undefined || evidence === undefined) return exits.fine;
  const faults = checkEvidence(evidence, demand);
  for (const { of, fault } of faults) output.note(`${of}: ${fault}`);
  return faults.length === 0 ? exits.fine : exits.fault;
};

/** The verdict of results that were made before. */
const reused = (evidence: Evidence | undefined, choice: VerifyChoice, output: Output): Exit => {
  if (evidence === undefined) return exits.fault;
  const { verdict, sentence, steps } = evidence.overall;
  output.say(sentence);
  const ok = verdict !== 'failed' && steps.vacuous === 0;
  output.sayJson({ ok, steps: evidence.steps.map(({ result }) => stepJson(result)) });
  return ok ? demanded(evidence, choice, output) : exits.fault;
};

/** `refmon verify SOLUTION`, and `report`: every step, one verdict, and the evidence. */
export const verify = async (choice: VerifyChoice, output: Output): Promise<Exit> => {
  const { board: name } = choice;
  if (name !== undefined && !isBoard(name))
    return refuse(output, [optionDiagnostic('--board', unknownBoard(name))], new Map());
  const board = name === undefined ? undefined : boards[name];
  const read = readSolution(choice);
  if (read.kind === 'unreadable') {
    output.tell(read.diagnostics, new Map());
    output.sayJson({ ok: false, steps: [], diagnostics: read.diagnostics.map(diagnosticJson) });
    return exits.fault;
  }
  const loaded = checkSolution(read.input);
  output.tell(loaded.diagnostics, read.texts);
  if (loaded.solution === undefined) {
    const results = await runSteps(read.input, loaded, output);
    const diagnostics = loaded.diagnostics.map(diagnosticJson);
    output.sayJson({ ok: false, steps: results.map(stepJson), diagnostics });
    return exits.fault;
  }
  output.say(loadedLine(loaded));
  const directory = join(choice.out, 'results');
  const fault = writing(choice.out, () => {
    makeDirectory(directory);
    accessSync(directory, constants.W_OK);
  });
  if (fault !== undefined) {
    output.tell(fault.diagnostics, new Map());
    output.sayJson({ ok: false, steps: [], diagnostics: fault.diagnostics.map(diagnosticJson) });
    return exits.fault;
  }
  const known = choice.results === 'twins reused' ? twinResults(directory) : undefined;
  const isReused = choice.results === 'reused';
  const results = isReused
    ? []
    : await runSteps(read.input, loaded, output, {
        ...(board === undefined ? {} : { board }),
        ...(known === undefined ? {} : { known }),
      });
  if (!isReused) writeResults(directory, results);
  const evidence = evidenceOf(choice.out, read.input, loaded);
  if (evidence !== undefined) {
    tellViolations(evidence, output);
    output.say(`report: ${await writeReport(choice.out, evidence)}`);
  }
  if (isReused) return reused(evidence, choice, output);
  const { ok, words } = verdictOf(results);
  output.say(words);
  output.sayJson({ ok, steps: results.map(stepJson) });
  return ok ? demanded(evidence, choice, output) : exits.fault;
};
