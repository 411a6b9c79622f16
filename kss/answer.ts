import type { Finding, Verdict } from '../model/security.ts';
import { formatSpan } from '../model/span.ts';

/** One reason, as CLI output, vectors and evidence write it. */
export interface Reason {
  readonly rule: string;
  readonly object: string;
  readonly at: string;
  readonly result: Finding['result'];
  readonly why?: string;
}

/** A verdict, as CLI output, vectors and evidence write it. */
export interface VerdictAnswer {
  readonly verdict: 'granted' | 'denied';
  readonly because?: string;
  /** What is unknown or malformed, in words. */
  readonly detail?: string;
  readonly reasons: readonly Reason[];
}

export const reasonOf = ({ rule, object, at, result, why }: Finding): Reason => ({
  rule,
  object,
  at: formatSpan(at),
  result,
  ...(why === undefined ? {} : { why }),
});

const detailOf = (verdict: Exclude<Verdict, { readonly kind: 'granted' }>): string | undefined => {
  if (verdict.because === 'malformed') {
    const { path, why } = verdict.fault;
    return path === '' ? `the message ${why}` : `${path} ${why}`;
  }
  return 'name' in verdict ? `${verdict.name} is not declared` : undefined;
};

export const answerOf = (verdict: Verdict): VerdictAnswer => {
  const reasons = verdict.by.map(reasonOf);
  if (verdict.kind === 'granted') return { verdict: 'granted', reasons };
  const detail = detailOf(verdict);
  return {
    verdict: 'denied',
    because: verdict.because,
    ...(detail === undefined ? {} : { detail }),
    reasons,
  };
};
