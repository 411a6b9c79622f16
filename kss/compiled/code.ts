import type { Value } from '../../model/value.ts';

/** Code of an expression: its value, or nothing, with the reason in the frame. */
export type Code = () => Value | undefined;

/**
 * An expression, compiled.
 *
 * Shape: `sure` if it has a value whatever the event and the context; `constant` if that value is
 *        always the same.
 */
export interface Compiled {
  readonly code: Code;
  readonly sure: boolean;
  readonly constant: Value | undefined;
}

/** Code that may fail. */
export const dynamic = (code: Code): Compiled => ({ code, sure: false, constant: undefined });

/** Code that always has a value. */
export const sure = (code: Code): Compiled => ({ code, sure: true, constant: undefined });

export const constantOf = (value: Value): Compiled => ({
  code: () => value,
  sure: true,
  constant: value,
});
