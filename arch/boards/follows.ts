import { risks } from '../../spec/risks.ts';
import type { RiskId } from '../../spec/risks.ts';
import type { Board } from './board.ts';
import type { Engine, Master } from './device.ts';
import { sharedLinesOf, sharedPagesOf } from './sharing.ts';
import { translationOf } from './translation.ts';

const mastersOf = ({ devices }: Board): readonly Master[] =>
  devices.flatMap(({ master }) => (master === undefined ? [] : [master]));

const has = (board: Board, engine: Engine): boolean =>
  mastersOf(board).some((master) => master.engine === engine);

const canForbidExecution = (board: Board): boolean =>
  !translationOf(board).effective({ read: true, write: true, execute: false, user: true }).execute;

/** Does a risk follow from what a board is? */
const follow: Readonly<Record<RiskId, (board: Board) => boolean>> = {
  'RISK-NO-IOMMU': (board) => board.iommu === 'none' && mastersOf(board).length > 0,
  'RISK-DMA-AROUND-IOMMU': (board) =>
    board.iommu !== 'none' && mastersOf(board).some(({ id }) => id.kind === 'unremapped'),
  'RISK-MSI-NOT-REMAPPED': (board) =>
    board.interrupts.doorbell !== undefined &&
    !board.interrupts.remapping &&
    mastersOf(board).length > 0,
  'RISK-NO-WX': (board) => !canForbidExecution(board),
  'RISK-SDMA': (board) => has(board, 'scripts'),
  'RISK-COPROCESSOR': (board) => has(board, 'firmware'),
  'RISK-DMA-ENGINE': (board) => has(board, 'copies'),
  'RISK-SHARED-PAGE': (board) => sharedPagesOf(board).size > 0,
  'RISK-SHARED-LINE': (board) => sharedLinesOf(board).size > 0,
};

/** The residual risks that follow from what a board is, in the order of spec/risks.ts. */
export const risksOf = (board: Board): readonly RiskId[] =>
  risks.map(({ id }) => id).filter((id) => follow[id](board));
