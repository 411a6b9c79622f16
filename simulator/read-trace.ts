import type { Diagnostic } from '../model/diagnostic.ts';
import { fieldOf, textOf } from '../kss/decide/line.ts';
import type { Fields } from '../kss/decide/line.ts';
import { findJsonFault } from './json-fault.ts';
import { isCount, isFields, readHead } from './read-trace-head.ts';
import type { TraceHead } from './read-trace-head.ts';
import type { TraceCode } from './trace-codes.ts';

/** Limits of a trace. Units: UTF-16 units, and lines. */
export const traceLimits = { units: 256 * 1024 * 1024, line: 4 * 1024 * 1024 } as const;

/** One step of a trace as it stands there; boot is step 0. */
export interface TraceStep {
  readonly n: number;
  readonly fields: Fields;
}

/** A trace that was read. Its head and steps are absent or few where a diagnostic says why. */
export interface ReadTrace {
  readonly head: TraceHead | undefined;
  /** Boot, then the steps from 1 on without a gap. */
  readonly steps: readonly TraceStep[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Says what is wrong with a line, at a column. */
export type ComplainOfLine = (code: TraceCode, column: number, message: string) => void;

const complainAt =
  (file: string, diagnostics: Diagnostic[]) =>
  (line: number): ComplainOfLine =>
  (code, column, message) => {
    const at = { file, line, column, endLine: line, endColumn: column + 1 };
    diagnostics.push({ code, severity: 'error', at, message });
  };

/** The JSON object of a line. */
const objectOf = (text: string, complain: ComplainOfLine): Fields | undefined => {
  if (text.length > traceLimits.line) {
    complain('TRC-005', 1, `the line is longer than ${String(traceLimits.line)} characters`);
    return undefined;
  }
  const fault = findJsonFault(text);
  if (fault !== undefined) {
    complain(fault.kind === 'tooDeep' ? 'TRC-005' : 'TRC-001', fault.at + 1, fault.why);
    return undefined;
  }
  const json: unknown = JSON.parse(text);
  if (isFields(json)) return json;
  complain('TRC-001', 1, 'the line is JSON, and no object');
  return undefined;
};

const kinds = {
  action: (value: unknown) => isFields(value) && textOf(value, 'kind') !== undefined,
  outcome: (value: unknown) => isFields(value) && textOf(value, 'kind') !== undefined,
  events: (value: unknown) => Array.isArray(value),
  completions: (value: unknown) => Array.isArray(value),
  state: (value: unknown) => typeof value === 'string',
} as const;

/** The column of a field's name in its line; of the line's start, if it is not there. */
const columnOf = (text: string, name: string): number => text.indexOf(`"${name}"`) + 1 || 1;

const stepOf = (text: string, n: number, complain: ComplainOfLine): TraceStep | undefined => {
  const fields = objectOf(text, complain);
  if (fields === undefined) return undefined;
  const found = fieldOf(fields, 'n');
  if (found !== n) {
    const is = isCount(found) ? `this is step ${String(found)}` : 'this line has no "n"';
    complain('TRC-003', columnOf(text, 'n'), `step ${String(n)} is expected here, and ${is}`);
    return undefined;
  }
  const wrong = Object.entries(kinds).find(([name, fits]) => !fits(fieldOf(fields, name)));
  if (wrong === undefined) return { n, fields };
  const [name] = wrong;
  complain('TRC-003', columnOf(text, name), `step ${String(n)} needs "${name}" as a trace has it`);
  return undefined;
};

/** The lines of a text, with an end or without. */
const linesOf = (text: string): readonly string[] => {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/**
 * Reads a trace of format trace/1, up to the first line that is wrong.
 *
 * Source: spec/formats/trace.md.
 */
export const readTrace = (file: string, text: string): ReadTrace => {
  const diagnostics: Diagnostic[] = [];
  const complain = complainAt(file, diagnostics);
  if (text.length > traceLimits.units) {
    complain(1)('TRC-005', 1, `the trace is longer than ${String(traceLimits.units)} characters`);
    return { head: undefined, steps: [], diagnostics };
  }
  const [first = '', ...others] = linesOf(text);
  const fields = objectOf(first, complain(1));
  const head = fields === undefined ? undefined : readHead(fields, complain(1));
  const steps: TraceStep[] = [];
  for (const [index, line] of head === undefined ? [] : others.entries()) {
    const step = stepOf(line, index, complain(index + 2));
    if (step === undefined) break;
    steps.push(step);
  }
  if (head !== undefined && others.length === 0) {
    complain(1)('TRC-003', 1, 'nothing follows the head: boot, step 0, is missing');
  }
  return { head, steps, diagnostics };
};
