import type { Board } from '../arch/boards/board.ts';
import { exploreSolution, vacuousIn } from '../assurance/explore-solution.ts';
import { counted } from '../model/counted.ts';
import type { Exploration } from '../assurance/explore-solution.ts';
import type { ProcessId } from '../model/ids.ts';
import { runAssertions } from '../kss/pal.ts';
import { sampleAll } from '../properties/sample-all.ts';
import type { PropertyResult } from '../properties/run-properties.ts';
import type { StepResult } from '../reports/result.ts';
import { digestText } from '../simulator/digest.ts';
import { contractName } from '../simulator/contract-monitor.ts';
import { tellIntent } from '../simulator/step-words.ts';
import { inputTexts } from '../solution/load.ts';
import type { Loaded, SolutionInput } from '../solution/load.ts';
import type { Objective, Solution } from '../solution/solution.ts';
import { objectiveStep } from '../spec/steps.ts';
import { asJson } from './as-json.ts';
import { searchData } from './exploration-result.ts';
import { boardResult } from './verify-board.ts';
import { deviceResults, masterResults } from './verify-devices.ts';

/** Bounds of `verify`, in states and samples and never in time. */
export interface VerifyBounds {
  readonly states: number;
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
}

export const defaultBounds: VerifyBounds = { states: 200_000, seed: 1, runs: 40, steps: 300 };

/** A step that has not run yet: its result is computed when it is asked for. */
export interface VerifyStep {
  readonly name: string;
  readonly run: () => readonly StepResult[];
}

type Common = Pick<StepResult, 'inputs' | 'tools'>;

const checkStep = ({ solution, diagnostics }: Loaded, common: Common): StepResult => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  return {
    step: 'check',
    status: solution === undefined ? 'failed' : 'passed',
    how: 'exhaustive',
    detail: `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    ...common,
  };
};

const testStep = (solution: Solution, common: Common): StepResult => {
  const expectations = runAssertions(solution);
  const failed = expectations.filter(({ passed }) => !passed).length;
  const vacuous = expectations.length === 0;
  return {
    step: 'test',
    status: vacuous ? 'vacuous' : failed > 0 ? 'failed' : 'passed',
    how: 'tested',
    detail: vacuous
      ? 'the policy has no expectations'
      : `${String(expectations.length - failed)} expectations passed, ${String(failed)} failed`,
    ...common,
    data: asJson({ expectations }),
  };
};

const searchDetail = ({ explored, reasons, exchanged }: Exploration): string => {
  const alike = exchanged.map((group) => `, up to exchanging ${group.join(', ')}`).join('');
  const size = `${counted(explored.states, 'state')}, ${counted(explored.edges, 'edge')}${alike}`;
  return reasons.length === 0 ? size : `${size}; ${reasons.join('; ')}`;
};

/** A search that met its bound has visited some states, and not all within any bounds. */
const howOf = ({ explored }: Exploration): StepResult['how'] =>
  explored.complete ? 'exhaustive' : 'sampled';

/** What the search says beside its objectives: that it boots, and that contracts are kept. */
const faultOf = (solution: Solution, { halted, violations }: Exploration): string | undefined => {
  if (halted) return 'the system halts while it boots: the kernel or Einit is denied';
  const names = new Set(solution.objectives.map(({ name }) => name));
  return violations.find(({ property }) => !names.has(property))?.why;
};

const exploreStep = (solution: Solution, exploration: Exploration, common: Common): StepResult => {
  const fault = faultOf(solution, exploration);
  const contracts = [...solution.contracts.keys()].map((id) =>
    contractName(solution.processes[id]?.name ?? ''),
  );
  return {
    step: 'explore',
    status: fault === undefined ? 'passed' : 'failed',
    how: howOf(exploration),
    detail: fault ?? searchDetail(exploration),
    ...common,
    data: asJson(searchData(solution, exploration, contracts)),
  };
};

/** An objective whose event never becomes possible shows nothing: it is vacuous. */
const objectiveResult = (
  solution: Solution,
  objective: Objective,
  exploration: Exploration,
  common: Common,
): StepResult => {
  const { name } = objective;
  const violation = exploration.violations.find(({ property }) => property === name);
  const judged = exploration.judged.get(name) ?? 0;
  const isVacuous = vacuousIn(exploration, [objective]).length > 0;
  const status = violation !== undefined ? 'failed' : isVacuous ? 'vacuous' : 'passed';
  const detail = {
    failed: `${violation?.why ?? ''}, after ${counted(violation?.trace.length ?? 0, 'step')}`,
    vacuous: `no event that it speaks of is ever tried; ${searchDetail(exploration)}`,
    passed: `${counted(judged, 'such event')} judged, none granted; ${searchDetail(exploration)}`,
  }[status];
  return {
    step: objectiveStep(name),
    status,
    how: howOf(exploration),
    detail,
    ...common,
    data: asJson(searchData(solution, exploration, [name])),
  };
};

/** Objectives that distrust the same processes share one search. */
const groupsOf = (
  objectives: readonly Objective[],
): readonly {
  readonly untrusted: readonly ProcessId[];
  readonly objectives: readonly Objective[];
}[] => {
  const groups = new Map<string, Objective[]>();
  for (const objective of objectives) {
    const key = [...objective.untrusted].sort((left, right) => left - right).join();
    groups.set(key, [...(groups.get(key) ?? []), objective]);
  }
  return [...groups.values()].map((group) => ({
    untrusted: group[0]?.untrusted ?? [],
    objectives: group,
  }));
};

const searchSteps = (
  solution: Solution,
  { states }: VerifyBounds,
  common: Common,
): readonly VerifyStep[] => {
  const groups = groupsOf(solution.objectives);
  const [first] = groups;
  const search = (group: {
    readonly untrusted: readonly ProcessId[];
    readonly objectives: readonly Objective[];
  }) => exploreSolution(solution, { ...group, states, services: false });
  const results = (exploration: Exploration, objectives: readonly Objective[]) =>
    objectives.map((objective) => objectiveResult(solution, objective, exploration, common));
  const main: VerifyStep = {
    name: 'explore',
    run: () => {
      const group = first ?? { untrusted: [], objectives: [] };
      const exploration = search(group);
      return [
        exploreStep(solution, exploration, common),
        ...results(exploration, group.objectives),
      ];
    },
  };
  return [
    main,
    ...groups.slice(1).map((group) => ({
      name: `objectives without ${group.untrusted.map((id) => solution.processes[id]?.name ?? '').join(', ')}`,
      run: () => results(search(group), group.objectives),
    })),
  ];
};

const propertyResult = (result: PropertyResult, common: Common): StepResult => {
  const { name, counterexample, witnesses, runs, steps, seed, requirement, statement } = result;
  const status = counterexample !== undefined ? 'failed' : witnesses === 0 ? 'vacuous' : 'passed';
  const size = `${counted(runs, 'run')}, ${counted(steps, 'step')}, ${String(witnesses)} witnesses, seed ${String(seed)}`;
  return {
    step: `property:${name}`,
    status,
    how: 'sampled',
    detail: counterexample === undefined ? size : `${counterexample.why}; ${size}`,
    inputs: {},
    tools: common.tools,
    data: asJson({
      requirement,
      statement,
      seed,
      runs,
      steps,
      witnesses,
      ...(result.rules.size === 0 ? {} : { rules: Object.fromEntries([...result.rules].sort()) }),
      ...(counterexample === undefined
        ? {}
        : {
            counterexample: {
              why: counterexample.why,
              steps: counterexample.actions.map(tellIntent),
            },
          }),
    }),
  };
};

/** The SHA-256 of each input file, by path. */
export const inputDigests = (input: SolutionInput): Readonly<Record<string, string>> =>
  Object.fromEntries([...inputTexts(input)].sort().map(([path, text]) => [path, digestText(text)]));

/**
 * The steps of `verify`, in order, all but the twins, which need tools from outside.
 *
 * Shape:  `board` adds a step: what it lets happen by name, and whether the solution fits.
 * Result: a solution that did not load has the one step `check`, failed.
 */
export const verifySteps = (
  input: SolutionInput,
  loaded: Loaded,
  tools: Readonly<Record<string, string>>,
  bounds: VerifyBounds = defaultBounds,
  board?: Board,
): readonly VerifyStep[] => {
  const common: Common = { inputs: inputDigests(input), tools };
  const { solution } = loaded;
  const check: VerifyStep = { name: 'check', run: () => [checkStep(loaded, common)] };
  if (solution === undefined) return [check];
  return [
    check,
    { name: 'test', run: () => [testStep(solution, common)] },
    ...searchSteps(solution, bounds, common),
    {
      name: 'properties',
      run: () => sampleAll(bounds).map((result) => propertyResult(result, common)),
    },
    { name: 'devices', run: () => deviceResults(common) },
    ...(board === undefined
      ? []
      : [
          { name: `masters of ${board.name}`, run: () => masterResults(board, common) },
          { name: 'board', run: () => [boardResult(solution, board, common)] },
        ]),
  ];
};
