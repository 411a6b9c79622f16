import type { Content, Markup } from './markup.ts';
import { html } from './markup.ts';

const marks = {
  passed: '✓',
  supported: '✓',
  granted: '✓',
  failed: '✗',
  denied: '✗',
  skipped: '–',
  missing: '○',
  unsupported: '○',
  vacuous: '∅',
} as const;

const words = {
  passed: 'passed',
  supported: 'supported',
  granted: 'granted',
  failed: 'failed',
  denied: 'denied',
  skipped: 'not run',
  missing: 'no result',
  unsupported: 'unsupported',
  vacuous: 'vacuous',
} as const satisfies Record<keyof typeof marks, string>;

/** A status as a mark and a word, never by colour alone. */
export const statusMark = (status: keyof typeof marks): Markup =>
  html`<span class="status ${status}"><span aria-hidden="true">${marks[status]}</span> ${words[status]}</span>`;

/** A section of the page with its anchor. */
export const section = (id: string, title: string, ...content: readonly Content[]): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`;

/** A column: its head, and whether it holds numbers. */
export interface Column {
  readonly head: string;
  readonly kind?: 'number' | 'code';
}

const cellClass = ({ kind }: Column): Markup => (kind === undefined ? html`` : html` class="${kind}"`);

/** A table that scrolls sideways where it is wider than the page. The first cell heads its row. */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${cellClass(column)}>${column.head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) =>
    html`<tr>${row.map((cell, index) =>
      index === 0
        ? html`<th scope="row"${cellClass(columns[index] ?? { head: '' })}>${cell}</th>`
        : html`<td${cellClass(columns[index] ?? { head: '' })}>${cell}</td>`,
    )}</tr>
`,
)}</tbody>
</table></div>
`;

/** Names and values side by side. */
export const facts = (entries: readonly (readonly [string, Content])[]): Markup =>
  html`<dl class="facts">${entries.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>
`;

export const code = (text: string): Markup => html`<code>${text}</code>`;

/** A SHA-256, or another version of a tool. */
export const digest = (text: string): Markup => html`<code class="digest">${text}</code>`;

/** Texts side by side, `and` before the last. */
export const listed = (texts: readonly string[]): string =>
  texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')} and ${texts.slice(-1).join('')}`;
