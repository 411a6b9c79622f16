import { sharedLinesOf } from '../sharing.ts';
import { checkShared } from './shared.ts';
import { partsOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** Interrupt lines are those of the controller, and are shared only where that is said. */
export const checkLines: Rule = (board, complain) => {
  const { first, lines } = board.interrupts;
  for (const { part, path } of partsOf(board, 'lines', (device) => device.lines)) {
    if (part >= first && part < first + lines) continue;
    complain(
      'BRD-020',
      path,
      `lines from ${String(first)} to ${String(first + lines - 1)} are there`,
    );
  }
  const said = board.sharedLines.map(({ line, devices }, index) => ({
    of: line,
    devices,
    path: `sharedLines[${String(index)}]`,
  }));
  const what = (line: number): string => `line ${String(line)}`;
  checkShared(sharedLinesOf(board), said, { code: 'BRD-021', what }, complain);
};
