import { P, match } from 'ts-pattern';
import type { Denied, Finding, Verdict } from '../model/security.ts';
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

/** What is unknown or malformed, in words; findings speak for the other reasons. */
const detailOf = (verdict: Denied): string | undefined =>
  match(verdict)
    .with({ because: 'malformed' }, ({ fault: { path, why } }) =>
      path === '' ? `the message ${why}` : `${path} ${why}`,
    )
    .with(
      { because: P.union('unknownSubject', 'unknownMethod') },
      ({ name }) => `${name} is not declared`,
    )
    .with({ because: P.union('ruleRefused', 'failed', 'noRule') }, () => undefined)
    .exhaustive();

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
