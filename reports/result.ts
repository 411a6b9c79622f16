import type { Diagnostic } from '../model/diagnostic.ts';
import { startOf } from '../solution/source.ts';
import type { JsonValue } from './json-value.ts';
import { parseJson, writeJson } from './json-value.ts';
import { decode, sortedByName } from './fields.ts';
import type { Fields } from './fields.ts';

export const statuses = ['passed', 'failed', 'skipped', 'vacuous'] as const;

/** How a step ended. Skipped is never passed; vacuous is passed without its premise occurring. */
export type Status = (typeof statuses)[number];

export const ways = ['exhaustive', 'sampled', 'tested', 'by type'] as const;

/** By what means a step shows what it shows; exhaustive is meant within the bounds of its detail. */
export type How = (typeof ways)[number];

/**
 * What one step of a run came to: one file `STEP.json`.
 *
 * Shape: `inputs` has the SHA-256 of each input by its path; `tools` has a version or digest by the
 *        tool's name; `data` is what reports show of it, see data.ts. Nothing in it depends on time.
 */
export interface StepResult {
  readonly step: string;
  readonly status: Status;
  readonly how: How;
  readonly detail: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly tools: Readonly<Record<string, string>>;
  readonly data?: JsonValue;
}

export interface ReadResult {
  readonly result: StepResult | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What reading results can say. Codes are permanent. */
export const evidenceCodes = {
  'EVD-001': 'A result file is not a JSON document of the expected shape.',
  'EVD-002': 'Two result files are of the same step.',
  'EVD-003': 'A result was made from other inputs than those of this report.',
  'EVD-004': "A step's data has not the shape that its section shows.",
} as const satisfies Record<string, string>;

export type EvidenceCode = keyof typeof evidenceCodes;

export const evidenceFault = (code: EvidenceCode, file: string, message: string): Diagnostic => ({
  code,
  severity: 'error',
  at: startOf(file),
  message,
});

const readFields = (fields: Fields): StepResult => {
  const data = fields.optional('data', fields.json);
  return {
    step: fields.text('step'),
    status: fields.word('status', statuses),
    how: fields.word('how', ways),
    detail: fields.text('detail'),
    inputs: fields.textsByName('inputs'),
    tools: fields.textsByName('tools'),
    ...(data === undefined ? {} : { data }),
  };
};

/**
 * Reads one result file; total.
 *
 * Result: no result, and an EVD-001 for each fault, if the text is not such a file.
 */
export const readStepResult = (file: string, text: string): ReadResult => {
  const parsed = parseJson(text);
  if (parsed.kind === 'faulty') {
    return { result: undefined, diagnostics: [evidenceFault('EVD-001', file, parsed.why)] };
  }
  const decoded = decode(parsed.value, readFields);
  return decoded.kind === 'decoded'
    ? { result: decoded.value, diagnostics: [] }
    : {
        result: undefined,
        diagnostics: decoded.faults.map((fault) => evidenceFault('EVD-001', file, fault)),
      };
};

/** The text of a result file: equal results, equal bytes. */
export const writeStepResult = (result: StepResult): string =>
  writeJson({
    step: result.step,
    status: result.status,
    how: result.how,
    detail: result.detail,
    inputs: sortedByName(result.inputs),
    tools: sortedByName(result.tools),
    ...(result.data === undefined ? {} : { data: result.data }),
  });
