import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import type { SecurityEvent } from '../../model/security.ts';
import type { AnalysisCode } from './codes.ts';

/** Events that show a finding: the last one, after others that were granted. */
export interface Shown {
  readonly prelude: readonly SecurityEvent[];
  readonly event: SecurityEvent;
}

/** Something that is true of a policy, and that its author may not have meant. */
export interface AnalysisFinding extends Diagnostic {
  readonly code: AnalysisCode;
  /** Absent where it is that no event is there. */
  readonly shown?: Shown;
}

/** A finding with its place; all are warnings. */
export const findingAt = (
  code: AnalysisCode,
  at: Span,
  message: string,
  more: Pick<AnalysisFinding, 'related' | 'hint' | 'shown'> = {},
): AnalysisFinding => ({ code, severity: 'warning', at, message, ...more });
