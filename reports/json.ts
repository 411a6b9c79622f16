import { Defect } from '../model/defect.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Evidence } from './evidence.ts';
import type { JsonValue } from './json-value.ts';
import { writeJson } from './json-value.ts';

/** The version of the document's format; fields may be added to one. */
export const reportFormat = 'report/1';

/** Plain data as JSON has it: fields that are absent are left out. */
const toJson = (value: unknown): JsonValue => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object') throw new Defect(`evidence holds a ${typeof value}`);
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const present = entries.filter(([, part]) => part !== undefined);
  return Object.fromEntries(present.map(([name, part]) => [name, toJson(part)]));
};

const diagnosticOf = ({ code, severity, at, message }: Diagnostic): JsonValue => ({
  code,
  severity,
  file: at.file,
  message,
});

/**
 * The evidence as one JSON document; equal evidence, equal bytes.
 *
 * Shape: `{ format, refmon, ok, overall, solution, steps, requirements, assumptions, tools, inputs,
 *        diagnostics }`; a step is its result and the file that it stands in.
 */
export const renderJson = (evidence: Evidence): string =>
  writeJson({
    format: reportFormat,
    refmon: evidence.version,
    ok: evidence.overall.verdict !== 'failed',
    overall: toJson(evidence.overall),
    solution: toJson(evidence.solution),
    steps: evidence.steps.map(({ file, result }) => toJson({ file, ...result })),
    requirements: toJson(evidence.requirements),
    assumptions: toJson(evidence.assumptions),
    tools: toJson(evidence.tools),
    inputs: toJson(evidence.inputs),
    diagnostics: evidence.diagnostics.map(diagnosticOf),
  });
