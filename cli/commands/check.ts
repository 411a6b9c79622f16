import { boards } from '../../arch/boards/catalogue.ts';
import { standardOptions } from '../../kss/engine-options.ts';
import type { EngineOptions } from '../../kss/engine-options.ts';
import { analyse } from '../../kss/analyse/analyse.ts';
import type { Analysis } from '../../kss/analyse/analyse.ts';
import { toldFinding } from '../../kss/analyse/told.ts';
import { checkSolutions } from '../../library/load-solution.ts';
import { counted } from '../../model/counted.ts';
import { at } from '../../model/defect.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Loaded } from '../../solution/load.ts';
import type { Solution } from '../../solution/solution.ts';
import { analysisJson, analysisLines } from '../analysis-output.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { diagnosticJson } from '../output.ts';
import type { Output } from '../output.ts';
import { readSolution } from '../../library/node/read-solution.ts';
import { optionDiagnostic } from '../machine-choice.ts';
import { isBoard, unknownBoard } from '../../simulator/chosen-machine.ts';
import { findDeviceFaults } from '../../simulator/machine-devices.ts';
import { refuse } from '../with-solution.ts';
import { isWithin } from '../../kernel/board-budget.ts';
import type { BoardBudget } from '../../kernel/board-budget.ts';
import { budgetDiagnostics, budgetJson, budgetLines, findBudget } from '../budget-output.ts';
import type { SolutionChoice } from '../solution-choice.ts';
import { table } from '../table.ts';

/** What checking one solution came to. */
interface Checked {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where nothing could be read. */
  readonly loaded: Loaded | undefined;
  /** With `--analyse`, of a solution that loads. */
  readonly analysis?: Analysis;
  /** With `--board`, of a solution that loads. */
  readonly budget?: BoardBudget;
  /** With `--board`: what programs ask of devices that the board has not. */
  readonly lacking: readonly Diagnostic[];
}

/** It loads, and has the memory and the devices that it is promised. */
const isFine = ({ loaded, budget, lacking }: Checked): boolean =>
  loaded?.solution !== undefined &&
  (budget === undefined || isWithin(budget)) &&
  lacking.length === 0;

export interface CheckChoice {
  readonly analyse: boolean;
  /** The name of a board whose memory is to be compared with the budget. */
  readonly board?: string;
}

const structure = (solution: Solution | undefined): object =>
  solution === undefined
    ? { classes: [], processes: [], channels: [] }
    : {
        classes: [...solution.classes.keys()],
        processes: solution.processes.map(({ name, className, program }) => ({
          name,
          class: className,
          path: program.path,
        })),
        channels: solution.channels.map(({ client, server, name }) => ({
          client: at(solution.processes, client).name,
          server: at(solution.processes, server).name,
          id: name,
        })),
      };

const documentOf = (checked: Checked): object => {
  const { name, loaded, diagnostics, analysis, budget } = checked;
  const told = diagnostics.map(diagnosticJson);
  if (loaded === undefined) return { ok: false, name, diagnostics: told };
  const { solution, discovered } = loaded;
  return {
    ok: isFine(checked),
    name,
    solution: {
      policy: discovered.policy ?? null,
      init: discovered.init ?? null,
      includeRoots: discovered.includeRoots,
      ...structure(solution),
      stubs: discovered.stubs,
    },
    diagnostics: told,
    ...(solution === undefined || analysis === undefined
      ? {}
      : { analysis: analysisJson(solution, analysis) }),
    ...(budget === undefined ? {} : { budget: budgetJson(budget) }),
  };
};

const countOf = (diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number =>
  diagnostics.filter((one) => one.severity === severity).length;

const counts = (diagnostics: readonly Diagnostic[]): string =>
  `${counted(countOf(diagnostics, 'error'), 'error')}, ${counted(countOf(diagnostics, 'warning'), 'warning')}`;

const stubLine = (stubs: readonly string[]): readonly string[] =>
  stubs.length === 0 ? [] : [`  stubs for ${stubs.join(', ')}`];

const faultOf = ({ lacking }: Checked): string =>
  lacking.length > 0 ? 'lacks devices' : 'over its budget';

const summary = (checked: Checked): string => {
  const { name, loaded, diagnostics, analysis, budget } = checked;
  const solution = loaded?.solution;
  if (loaded === undefined || solution === undefined) return `${name}: ${counts(diagnostics)}`;
  const { classes, processes, channels, policy, assertions } = solution;
  const { discovered } = loaded;
  return [
    `${name}: ${isFine(checked) ? 'fine' : faultOf(checked)}, ${counted(countOf(diagnostics, 'warning'), 'warning')}`,
    `  policy ${discovered.policy ?? 'none'}, init ${discovered.init ?? 'none'}`,
    `  ${counted(classes.size, 'class', 'classes')}, ${counted(processes.length, 'process', 'processes')}, ${counted(channels.length, 'channel')}`,
    `  ${counted(policy.bindings.length, 'binding')}, ${counted(assertions.length, 'set')} of expectations, ` +
      `${counted(solution.objectives.length, 'objective')}, ${counted(solution.automata.size, 'program')}` +
      (solution.contracts.size === 0 ? '' : `, ${counted(solution.contracts.size, 'contract')}`),
    ...stubLine(discovered.stubs),
    ...analysisLines(analysis),
    ...(budget === undefined ? [] : budgetLines(budget)),
  ].join('\n');
};

const rowOf = (checked: Checked): readonly string[] => {
  const { name, loaded, diagnostics, analysis } = checked;
  const solution = loaded?.solution;
  const sizes =
    solution === undefined
      ? ['', '', '', '']
      : [
          solution.classes.size,
          solution.processes.length,
          solution.channels.length,
          solution.policy.bindings.length,
        ].map(String);
  return [
    isFine(checked) ? 'fine' : 'FAILED',
    name,
    loaded?.discovered.policy ?? '',
    String(countOf(diagnostics, 'error')),
    String(countOf(diagnostics, 'warning')),
    ...sizes,
    ...(analysis === undefined
      ? []
      : [String(analysis.findings.length), String(analysis.unknown.length)]),
  ];
};

const heads = [
  '',
  'solution',
  'policy',
  'errors',
  'warnings',
  'classes',
  'processes',
  'channels',
  'bindings',
] as const;

const analysisHeads = ['findings', 'not decided'] as const;

const summaryTable = (results: readonly Checked[]): string => {
  const isAnalysed = results.some(({ analysis }) => analysis !== undefined);
  const fine = results.filter(isFine).length;
  return [
    ...table(isAnalysed ? [...heads, ...analysisHeads] : heads, results.map(rowOf)),
    `${String(fine)} of ${counted(results.length, 'solution')} fine`,
  ].join('\n');
};

const analysed = (loaded: Loaded, output: Output): Analysis | undefined => {
  const { solution, name } = loaded;
  if (solution === undefined) return undefined;
  return analyse(solution, {
    progress: (done, all) => {
      if (done % 128 === 0) {
        output.progress(`${name}: ${String(done)} of ${String(all)} kinds of events`);
      }
    },
  });
};

/** What programs ask of devices that the board has not. */
const devicesLacking = ({ solution }: Loaded, board: string | undefined): readonly Diagnostic[] =>
  solution === undefined || board === undefined || !isBoard(board)
    ? []
    : findDeviceFaults(solution, { arch: boards[board].arch, board });

const checkOne = (
  choice: SolutionChoice,
  output: Output,
  engine: EngineOptions,
  { analyse: isAnalysed, board }: CheckChoice,
): readonly Checked[] => {
  const read = readSolution(choice);
  if (read.kind === 'unreadable') {
    const { diagnostics } = read;
    output.tell(diagnostics, new Map());
    return [{ name: choice.solution, diagnostics, loaded: undefined, lacking: [] }];
  }
  const all = checkSolutions(read.input, engine);
  return all.map((loaded, index) => {
    output.progress(`${choice.solution}: ${String(index + 1)} of ${String(all.length)}`);
    const budget = findBudget(loaded, board);
    const lacking = devicesLacking(loaded, board);
    const diagnostics = [...loaded.diagnostics, ...budgetDiagnostics(loaded, budget), ...lacking];
    output.tell(diagnostics, read.texts);
    const name = all.length === 1 ? choice.solution : `${choice.solution}: ${loaded.name}`;
    const checked = {
      name,
      diagnostics,
      loaded,
      lacking,
      ...(budget === undefined ? {} : { budget }),
    };
    const analysis = isAnalysed ? analysed(loaded, output) : undefined;
    if (analysis === undefined) return checked;
    output.tell(analysis.findings.map(toldFinding), read.texts);
    return { ...checked, analysis };
  });
};

/**
 * `refmon check SOLUTION…`: load, link and type-check; of a directory of many each solution. Of
 * several there is a table, and the worst counts.
 */
export const check = (
  choices: readonly SolutionChoice[],
  output: Output,
  engine: EngineOptions = standardOptions,
  checkChoice: CheckChoice = { analyse: false },
): Exit => {
  const { board } = checkChoice;
  if (board !== undefined && !isBoard(board))
    return refuse(output, [optionDiagnostic('--board', unknownBoard(board))], new Map());
  const results = choices.flatMap((choice) => checkOne(choice, output, engine, checkChoice));
  const [only] = results;
  const areFine = results.every(isFine);
  if (only !== undefined && results.length === 1) {
    output.say(summary(only));
    output.sayJson(documentOf(only));
  } else {
    output.say(summaryTable(results));
    output.sayJson({ ok: areFine, solutions: results.map(documentOf) });
  }
  return areFine ? exits.fine : exits.fault;
};
