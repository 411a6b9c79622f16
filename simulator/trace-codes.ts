/** What the reader of traces can say. Codes are permanent. */
export const traceCodes = {
  'TRC-001': 'A line of a trace is not a JSON object.',
  'TRC-002': 'The first line is not the head of a trace of format trace/1.',
  'TRC-003': 'A step lacks a field, has one of another kind, or stands out of order.',
  'TRC-004': 'The trace is of another solution than the one given.',
  'TRC-005': 'The trace, or a line of it, is longer or nested deeper than the limit.',
  'TRC-006': 'A step that is asked for is not in the trace.',
  'TRC-007': 'The head names a process, a fault, a machine, or an option that there is not.',
} as const satisfies Record<`${string}-${number}`, string>;

export type TraceCode = keyof typeof traceCodes;
