import { describe, expect, it } from 'vitest';
import type { Board } from '../arch/boards/board.ts';
import { boards } from '../arch/boards/catalogue.ts';
import { solutionWith } from '../kss/test-solution.ts';
import { boardResult } from './verify-board.ts';

const common = { inputs: {}, tools: {} };
const solution = solutionWith('execute { grant () }');

/** The same with so much memory. Units: bytes. */
const withRam = (board: Board, bytes: number): Board => ({
  ...board,
  map: board.map.map((region) => (region.holds === 'ram' ? { ...region, bytes } : region)),
});

describe('boardResult', () => {
  it('lists the residual risks of the board by id, and the budget by what memory is for [BOARD-4] [MEM-1]', () => {
    const { status, detail, data } = boardResult(solution, boards.imx27, common);

    expect(status).toBe('passed');
    expect(detail).toContain('RISK-NO-IOMMU');
    expect(data).toMatchObject({
      risks: boards.imx27.risks.map((id) => ({ id })),
      recommended: 128 * 2 ** 20,
    });
  });

  it('has parts and processes that come to the total [MEM-1]', () => {
    const { data } = boardResult(solution, boards['generic-pc'], common);
    const { total, parts, processes } = data as unknown as {
      readonly total: number;
      readonly parts: readonly { readonly bytes: number }[];
      readonly processes: readonly { readonly bytes: number }[];
    };
    const sum = (shares: readonly { readonly bytes: number }[]) =>
      shares.reduce((so, { bytes }) => so + bytes, 0);

    expect(total).toBeGreaterThan(2 ** 20);
    expect([sum(parts), sum(processes)]).toEqual([total, total]);
  });

  it('fails where the solution is promised more than there is [MEM-1] [GATE-1]', () => {
    const small = withRam(boards['imx6-quad'], 2 ** 20);

    expect(boardResult(solution, small, common)).toMatchObject({
      status: 'failed',
      data: { findings: expect.arrayContaining([expect.stringContaining('BGT-001')]) },
    });
  });
});
