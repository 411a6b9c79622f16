import type { Span } from '../../../model/span.ts';

/** An identifier or a dotted name where it stands. */
export interface Name {
  readonly text: string;
  readonly at: Span;
}
