import type { EventKind } from '../model/security.ts';

/**
 * An event in the form of `decide`.
 *
 * Shape: `src` and `dst` name processes, or classes; `message` has the parameters by name: integers as numbers, or
 *        as decimal texts beyond 2⁵³; handles as `{ "handle": NAME, "rights"?: MASK }`; what is left out has its default.
 * Source: spec/formats/decide.md.
 */
export interface EventLine {
  readonly event: EventKind;
  readonly src: string;
  readonly dst?: string;
  readonly endpoint?: string;
  readonly interface?: string;
  readonly method?: string;
  readonly message?: Readonly<Record<string, unknown>>;
}
