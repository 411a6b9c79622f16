import { always, greatestBound, noEnd, widestWindow } from './temporal-formula.ts';
import type { Bounds } from './temporal-formula.ts';
import { faultAt, shown } from './temporal-tokens.ts';
import type { FormulaCursor, FormulaFault } from './temporal-tokens.ts';

/** Bounds as read; or what is wrong with them. */
export type ReadBounds = { readonly kind: 'bounds'; readonly bounds: Bounds } | FormulaFault;

const boundOf = (cursor: FormulaCursor): number | FormulaFault => {
  const token = cursor.take();
  if (token.kind !== 'integer') {
    return faultAt(token, `an integer is asked for where ${shown(token)}`);
  }
  const value = Number(token.text);
  return value <= greatestBound
    ? value
    : faultAt(token, `a bound is at most ${String(greatestBound)}`);
};

/** Whether a bit for each tick is needed, as `since` and what is made of it does. */
export type Memoried = 'ages' | 'window';

/** Reads the bounds behind an operator, if there are some. */
export const readBounds = (cursor: FormulaCursor, memory: Memoried): ReadBounds => {
  if (!cursor.isSymbol('[')) return { kind: 'bounds', bounds: always };
  const open = cursor.take();
  const from = boundOf(cursor);
  if (typeof from !== 'number') return from;
  const comma = cursor.expect(',');
  if (comma.kind === 'fault') return comma;
  const upper = cursor.token;
  const to = cursor.isSymbol(']') ? noEnd : boundOf(cursor);
  if (typeof to !== 'number') return to;
  const close = cursor.expect(']');
  if (close.kind === 'fault') return close;
  if (to !== noEnd && to < from) {
    return faultAt({ ...open, to: close.to }, 'the upper bound is below the lower one');
  }
  if (memory === 'window' && from > 0 && to > widestWindow) {
    const most = `at most ${String(widestWindow)}`;
    return faultAt(upper, `where the lower bound is not 0, the upper one is ${most}`);
  }
  return { kind: 'bounds', bounds: { from, to } };
};
