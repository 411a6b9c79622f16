import type { Value } from '../../model/value.ts';
import type { Compiled } from './code.ts';
import type { Scope } from './scope.ts';

/** All parts are evaluated, in order; the first that fails counts (C-24). */
export const allOf = (
  { frame }: Scope,
  parts: readonly Compiled[],
): (() => Value[] | undefined) => {
  const codes = parts.map(({ code }) => code);
  return () => {
    const values: Value[] = [];
    let why: string | undefined;
    for (const code of codes) {
      const value = code();
      if (value === undefined) why ??= frame.why;
      else values.push(value);
    }
    if (why === undefined) return values;
    frame.why = why;
    return undefined;
  };
};
