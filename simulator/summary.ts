import type { EventKind } from '../model/security.ts';
import { eventKinds } from '../model/security.ts';
import type { Judged } from '../model/step.ts';
import { byText } from '../model/by-text.ts';
import type { Fault, FaultKind } from '../solution/yaml/faults.ts';
import { askedTogether } from '../arch/machine/counting.ts';
import type { AskedByName } from '../arch/machine/counting.ts';
import { machineWords, sumUpMachine } from './machine-summary.ts';
import type { MachineSummary } from './machine-summary.ts';
import type { Run, RunOptions, RunStep } from './run.ts';

/** A fault, and how many steps it has made. */
export interface PlayedFault extends Fault {
  /** Did its step come? */
  readonly came: boolean;
  readonly steps: number;
}

/** What a run came to, in numbers. Shape: names stand in the order of the alphabet. */
export interface RunSummary {
  readonly steps: number;
  readonly halted: boolean;
  readonly calls: number;
  readonly ticks: number;
  /** Verdicts by the kind of their event; kinds of which there was none are left out. */
  readonly verdicts: Readonly<Record<string, Verdicts>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly faults: readonly PlayedFault[];
  readonly stepsOf: Readonly<Record<string, number>>;
  /** Contracts that were broken: by whom, and what first did it. */
  readonly broken: readonly string[];
  /** What the machine did; absent where none was chosen. */
  readonly machine?: MachineSummary;
}

interface Verdicts {
  readonly granted: number;
  /** By the reason of the denial. */
  readonly denied: Readonly<Record<string, number>>;
}

type Counts = Map<string, number>;

const count = (counts: Counts, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

const sorted = (counts: Counts): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].sort(([left], [right]) => byText(left, right)));

/** Counts as steps are told. */
export interface Summing {
  readonly add: (step: RunStep) => void;
  readonly done: () => RunSummary;
}

/** Verdicts by kind, as they come. */
interface Judging {
  readonly granted: Counts;
  readonly denied: Map<string, Counts>;
}

const judge = ({ granted, denied }: Judging, { event: { kind }, verdict }: Judged): void => {
  if (verdict.kind === 'granted') {
    count(granted, kind);
    return;
  }
  const reasons = denied.get(kind) ?? new Map<string, number>();
  count(reasons, verdict.because);
  denied.set(kind, reasons);
};

const verdictsOf = ({ granted, denied }: Judging): Readonly<Record<string, Verdicts>> =>
  Object.fromEntries(
    eventKinds.flatMap((kind): readonly (readonly [EventKind, Verdicts])[] => {
      const yes = granted.get(kind) ?? 0;
      const no = denied.get(kind) ?? new Map<string, number>();
      return yes + no.size === 0 ? [] : [[kind, { granted: yes, denied: sorted(no) }]];
    }),
  );

/** All that is counted as steps come. */
interface Tally {
  readonly judging: Judging;
  readonly actions: Counts;
  readonly refusals: Counts;
  readonly stepsOf: Counts;
  readonly acted: Counts;
  readonly broken: string[];
  asked: AskedByName;
}

const emptyTally = (): Tally => ({
  judging: { granted: new Map(), denied: new Map() },
  actions: new Map(),
  refusals: new Map(),
  stepsOf: new Map(),
  acted: new Map(),
  broken: [],
  asked: new Map(),
});

const actedName = (fault: FaultKind, process: string): string => `${fault} ${process}`;

const tally = (so: Tally, { action, process, fault, report, broken, asked }: RunStep): void => {
  so.asked = askedTogether(so.asked, asked);
  so.broken.push(...broken);
  count(so.actions, action.kind);
  if (process !== undefined) count(so.stepsOf, process);
  if (process !== undefined && fault !== undefined) count(so.acted, actedName(fault, process));
  for (const judged of report.events) judge(so.judging, judged);
  for (const { outcome } of [report, ...report.completions])
    if (outcome.kind === 'refused') count(so.refusals, outcome.because);
};

/** Sums a run up, step by step; boot counts among the verdicts. */
export const sumUp = (
  { boot, halted, machine: booted }: Run,
  { faults = [], machine }: RunOptions,
): Summing => {
  const so = emptyTally();
  let steps = 0;
  for (const judged of boot) judge(so.judging, judged);
  const playedOf = (fault: Fault): PlayedFault => ({
    ...fault,
    came: fault.at <= steps,
    steps: so.acted.get(actedName(fault.fault, fault.process)) ?? 0,
  });
  return {
    add: (step) => {
      steps = step.n;
      tally(so, step);
    },
    done: () => ({
      steps,
      halted,
      calls: so.actions.get('call') ?? 0,
      ticks: so.actions.get('tick') ?? 0,
      verdicts: verdictsOf(so.judging),
      refusals: sorted(so.refusals),
      faults: faults.map(playedOf),
      stepsOf: sorted(so.stepsOf),
      broken: so.broken,
      ...(machine === undefined || booted === undefined
        ? {}
        : { machine: sumUpMachine(machine, booted.cores, askedTogether(booted.asked, so.asked)) }),
    }),
  };
};

const plural = (number: number, one: string): string =>
  `${String(number)} ${one}${number === 1 ? '' : 's'}`;

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, number]) => `${name} ${String(number)}`)
    .join(', ');

const verdictWords = ([kind, { granted, denied }]: readonly [string, Verdicts]): string => {
  const no = Object.values(denied).reduce((sum, one) => sum + one, 0);
  const why = no === 0 ? '' : ` (${listed(denied)})`;
  return `${kind} ${String(granted)} granted, ${String(no)} denied${why}`;
};

/** Faults that show only in what does not happen. */
const isSilent = ({ fault }: Fault): boolean => fault === 'hang' || fault === 'deny-start';

const faultLine = (played: PlayedFault): string => {
  const { at, process, fault, came, steps } = played;
  const seen = isSilent(played) ? came : steps > 0;
  const made = isSilent(played) ? '' : `: ${plural(steps, 'step')}`;
  return `  ${fault} of ${process} at ${String(at)}${seen ? made : ': never came about'}`;
};

/** A summary in lines: `40 steps, 12 calls, 2 ticks`. */
export const summaryLines = (summary: RunSummary): readonly string[] => {
  const { steps, calls, ticks, verdicts, refusals, faults, stepsOf, broken, machine } = summary;
  const section = (title: string, words: string): readonly string[] =>
    words === '' ? [] : [`${title}: ${words}`];
  return [
    `${plural(steps, 'step')}, ${plural(calls, 'call')}, ${plural(ticks, 'tick')}`,
    ...Object.entries(verdicts).map((one) => `  ${verdictWords(one)}`),
    ...section('refused', listed(refusals)),
    ...(faults.length === 0 ? [] : ['faults:', ...faults.map(faultLine)]),
    ...section('steps of', listed(stepsOf)),
    ...(machine === undefined ? [] : [machineWords(machine)]),
    ...broken.map((why) => `broken: ${why}`),
  ];
};
