import { risks } from '../../spec/risks.ts';
import { barChart } from '../bar-chart.ts';
import type { BoardData, BudgetShare } from '../data.ts';
import type { Sections, Shown } from '../sections.ts';
import type { Content, Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import { facts, narrowTable, section, table } from './parts.ts';

/** Units: MB of 2^20 bytes. */
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

const riskTable = ({ risks: borne }: BoardData): Markup =>
  borne.length === 0
    ? html`<p>The board has no residual risk.</p>`
    : table(
        'What the board lets happen whatever the kernel does',
        [{ head: 'residual risk', kind: 'code' }, { head: 'statement' }, { head: 'eased by' }],
        risks
          .filter(({ id }) => borne.includes(id))
          .map(({ id, statement, eased }) => [id, statement, eased]),
      );

const shareTable = (caption: string, head: string, shares: readonly BudgetShare[]): Markup =>
  narrowTable(
    caption,
    [{ head }, { head: 'memory', kind: 'number' }],
    shares.map(({ name, bytes }) => [name, megabytes(bytes)]),
  );

/** The shares, their sum, and beside them what is recommended; the memory of the board too, where it is of that order. */
const chart = ({ parts, total, ram, recommended, board }: BoardData): Markup => {
  const bar = ({ name, bytes }: BudgetShare) => ({ name, amount: bytes, told: megabytes(bytes) });
  const there = { name: `${board}: ${megabytes(ram)}`, amount: ram };
  const alsoThere = ram === recommended ? `, and there on ${board}` : '';
  const isNear = ram <= 2 * Math.max(total, recommended);
  return html`<div class="figure" role="region" tabindex="0" aria-label="Memory budget">
    ${trusted(
      barChart(
        `The memory budget by what memory is for: ${megabytes(total)} of ${megabytes(ram)}`,
        [...parts, { name: 'total', bytes: total }].map(bar),
        [
          { name: `recommended${alsoThere}: ${megabytes(recommended)}`, amount: recommended },
          ...(isNear && ram !== recommended ? [there] : []),
        ],
      ),
    )}
  </div>`;
};

const boardParts = (data: BoardData): readonly Content[] => [
  facts([
    ['board', html`${data.title}<small>${data.board}</small>`],
    ['architecture', data.arch],
    ['cores', String(data.cores)],
    ['IOMMU', data.iommu],
    ['memory', megabytes(data.ram)],
    ['budget', megabytes(data.total)],
  ]),
  riskTable(data),
  chart(data),
  shareTable('The budget by what memory is for', 'what for', data.parts),
  shareTable('The budget by whose memory it is', 'whose', data.processes),
  data.findings.map((finding) => html`<p class="note">${finding}</p>`),
];

const shown = ({ data, result }: Shown<BoardData>): Content =>
  data === undefined ? html`<p>${result.detail}</p>` : boardParts(data);

/** The board that was named: its residual risks, and the memory budget on it. */
export const boardSection = ({ boards }: Sections): Markup =>
  section(
    'board',
    'Board',
    boards.length === 0
      ? html`<p>No board was named: its residual risks and the memory budget are told with one.</p>`
      : boards.map(shown),
  );
