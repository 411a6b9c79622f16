import { risks } from '../../spec/risks.ts';
import type { RiskId } from '../../spec/risks.ts';
import type { DmaData } from '../data.ts';
import type { Sections, Shown } from '../sections.ts';
import type { Content, Markup } from './markup.ts';
import { grouped, html } from './markup.ts';
import { section, statusMark, table } from './parts.ts';

const statementOf = (id: RiskId): string => risks.find((risk) => risk.id === id)?.statement ?? '';

const shownRun = ({ data }: Shown<DmaData>): Content =>
  data?.broken === undefined
    ? undefined
    : html`<article class="violation">
        <h3>
          ${data.risk === undefined ? 'Isolation of DMA is broken' : `Residual risk ${data.risk}`}
        </h3>
        ${data.risk === undefined ? undefined : html`<p>${statementOf(data.risk)}</p>`}
        <p>In the fewest steps, ${data.broken.why}:</p>
        <ol class="words">
          ${data.broken.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
      </article>`;

const searchRow = ({ result, data }: Shown<DmaData>): readonly Content[] => [
  result.step === 'dma:none' ? 'without an IOMMU' : 'behind an IOMMU',
  statusMark(result.status),
  data === undefined ? '' : grouped(data.states),
  data === undefined ? '' : grouped(data.edges),
  result.detail,
];

/** What devices reach: all that two drivers and two devices can do, behind an IOMMU and without one. */
export const deviceSection = ({ dma }: Sections): Markup =>
  section(
    'devices',
    'Devices',
    dma.length === 0
      ? html`<p>There is no result.</p>`
      : table(
          'All that two drivers, whom the policy grants everything, and two devices that read at any time can do, searched state by state',
          [
            { head: 'machine' },
            { head: 'result' },
            { head: 'states', kind: 'number' },
            { head: 'edges', kind: 'number' },
            { head: 'what was found' },
          ],
          dma.map(searchRow),
        ),
    dma.map(shownRun),
  );
