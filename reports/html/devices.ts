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

/** What a search is of, in words. */
const searchedWords = ({ result, data }: Shown<DmaData>): Content => {
  const masters = data?.masters ?? [];
  const behind = data?.risk === undefined ? 'behind an IOMMU' : 'past every IOMMU';
  if (masters.length > 0) return html`${behind}<small>${masters.join(', ')}</small>`;
  return result.step === 'dma:none' ? 'without an IOMMU' : behind;
};

/** A search that shows a residual risk did what it must, and says nothing good of the machine. */
const outcome = ({ result, data }: Shown<DmaData>): Content =>
  data?.broken !== undefined && data.risk !== undefined && result.status === 'passed'
    ? html`<span class="status vacuous"><span aria-hidden="true">!</span> ${data.risk}</span>`
    : statusMark(result.status);

const searchRow = (one: Shown<DmaData>): readonly Content[] => [
  searchedWords(one),
  outcome(one),
  one.data === undefined ? '' : grouped(one.data.states),
  one.data === undefined ? '' : grouped(one.data.edges),
  one.result.detail,
];

/** What devices reach: all that two drivers and two devices can do, behind an IOMMU and without one. */
export const deviceSection = ({ dma }: Sections): Markup =>
  section(
    'devices',
    'Devices',
    dma.length === 0
      ? html`<p>There is no result.</p>`
      : table(
          'All that two drivers, whom the policy grants everything, and two devices that read and write at any time can do, searched state by state',
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
