import { formatSpan } from '../../model/span.ts';
import type { Unknown } from './witness.ts';

/** Why something may be missing from what is told. */
export interface Reason {
  /** Where it is about a place. */
  readonly at?: string;
  readonly what: string;
  readonly why: string;
}

export const reasonOf = ({ at, what, why }: Unknown): Reason => ({ at: formatSpan(at), what, why });

/** Reasons that are told one by one. */
const mostReasons = 20;

/** Reasons as lines of text, cut short where they are many. */
export const reasonLines = (reasons: readonly Reason[], indent: string): readonly string[] => [
  ...reasons
    .slice(0, mostReasons)
    .map(({ at, what, why }) => `${indent}${at === undefined ? '' : `${at}  `}${what}: ${why}`),
  ...(reasons.length > mostReasons
    ? [`${indent}and ${String(reasons.length - mostReasons)} more: --json has all`]
    : []),
];
