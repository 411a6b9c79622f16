import type { RiskId } from '../spec/risks.ts';
import type { Sequence } from './sequence.ts';

/** Verdicts by the kind of the event. */
export type VerdictCounts = Readonly<
  Record<string, { readonly granted: number; readonly denied: number }>
>;

/** One expectation of the policy and what the engine answered: an entry of `test --json`. */
export interface ExpectationData {
  readonly set: string;
  readonly sequence: string;
  readonly file: string;
  readonly line: number;
  /** In words: `request A ~> B : e.M { x : 1 }`. */
  readonly event: string;
  readonly expected: 'grant' | 'deny' | 'any';
  readonly passed: boolean;
  readonly verdict: 'granted' | 'denied';
  readonly because: string | undefined;
  readonly reasons: readonly ReasonData[];
}

export interface ReasonData {
  readonly rule: string;
  readonly object: string;
  readonly at: string;
  readonly result: string;
}

/** Data of the step `test`. */
export interface TestData {
  readonly expectations: readonly ExpectationData[];
}

/** A property or objective that was broken, and a shortest way there. */
export interface ViolationData {
  readonly property: string;
  readonly sequence: Sequence;
}

/**
 * Data of the steps `explore` and `objective:NAME`.
 *
 * Shape: `reasons` says why the search is not complete, and is empty if it is; `actions` counts edges
 *        by name; `mostGeneral` names the processes that could do anything of their alphabet, `programmed` those that
 *        ran a program, `bound` those that could do anything that a contract allows.
 */
export interface SearchData {
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
  readonly complete: boolean;
  readonly reasons: readonly string[];
  readonly actions: Readonly<Record<string, number>>;
  readonly mostGeneral: readonly string[];
  readonly programmed: readonly string[];
  readonly bound: readonly string[];
  readonly verdicts: VerdictCounts | undefined;
  readonly violations: readonly ViolationData[];
}

/** Data of a step `property:NAME`. */
export interface PropertyData {
  readonly requirement: string;
  readonly statement: string;
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
  /** Steps in which the premise occurred. */
  readonly witnesses: number;
  readonly counterexample: { readonly why: string; readonly steps: readonly string[] } | undefined;
}

/**
 * Data of a step `twin:NAME`; absent numbers of TLC mean that it was not run.
 */
export interface TwinData {
  readonly twin: string;
  readonly ran: boolean;
  readonly equal: boolean;
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
  readonly tlc: TlcData | undefined;
  readonly firstDifference: DifferenceData | undefined;
}

/**
 * What only one side has, `model` the kernel and `module` TLA+.
 *
 * Shape: `path` is a shortest way there, by labels; `label` is the edge that only one side has, absent
 *        for an initial state; `to` is where it leads.
 */
export interface DifferenceData {
  readonly only: 'model' | 'module';
  readonly path: readonly string[];
  readonly label: string | undefined;
  readonly to: Readonly<Record<string, string>>;
  readonly differs: readonly {
    readonly variable: string;
    readonly model: string;
    readonly module: string;
  }[];
}

export interface TlcData {
  readonly states: number;
  readonly edges: number;
  readonly version: string;
  /** SHA-256. */
  readonly jar: string;
}

/** Data of the steps `invariants:NAME` and `reach:NAME`: names, and whether each is as expected. */
export interface NamedChecksData {
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
}

/**
 * Data of the steps `dma:…`.
 *
 * Shape: `rights` are those by which devices reached frames; `risk` is the id of the residual risk that the search shows;
 *        `broken` says what a device reached against the property, and by which shortest run.
 */
export interface DmaData {
  /** The masters of a board that are meant; none, where they are made up. */
  readonly masters: readonly string[];
  readonly states: number;
  readonly edges: number;
  readonly complete: boolean;
  readonly rights: readonly string[];
  readonly risk: RiskId | undefined;
  readonly broken: { readonly why: string; readonly steps: readonly string[] } | undefined;
}

/** A budget's share of one purpose, or of one process. Units: bytes. */
export interface BudgetShare {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Data of the step `board`.
 *
 * Shape: `parts` has what memory is for, of all processes together, and the kernel; `processes` the same by process. Both
 *        come to `total`.
 * Units: bytes.
 */
export interface BoardData {
  readonly board: string;
  readonly title: string;
  readonly arch: string;
  readonly cores: number;
  readonly iommu: string;
  readonly risks: readonly RiskId[];
  readonly ram: number;
  readonly recommended: number;
  readonly total: number;
  readonly parts: readonly BudgetShare[];
  readonly processes: readonly BudgetShare[];
  readonly findings: readonly string[];
}
