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
  html`<span class="status ${status}"
    ><span aria-hidden="true">${marks[status]}</span> ${words[status]}</span
  >`;

/** A section of the page with its anchor. */
export const section = (id: string, title: string, ...content: readonly Content[]): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section> `;

/** A column: its head, and whether it holds numbers. */
export interface Column {
  readonly head: string;
  readonly kind?: 'number' | 'code';
}

const cellClass = ({ kind }: Column): Markup =>
  kind === undefined ? html`` : html`class="${kind}"`;

const heading = (column: Column): Markup =>
  html`<th scope="col" role="columnheader" ${cellClass(column)}>${column.head}</th>`;

const rowCell = (columns: readonly Column[], cell: Content, index: number): Markup => {
  const column = columns[index] ?? { head: '' };
  return index === 0
    ? html`<th scope="row" role="rowheader" ${cellClass(column)}>${cell}</th>`
    : html`<td role="cell" data-head="${column.head}" ${cellClass(column)}>${cell}</td>`;
};

/** Rows under a title of their own; without one they stand alone. */
export interface Group {
  readonly title: string | undefined;
  readonly rows: readonly (readonly Content[])[];
}

const groupBody = (columns: readonly Column[], { title, rows }: Group): Markup =>
  html`<tbody role="rowgroup">
    ${
      title === undefined
        ? undefined
        : html`<tr role="row" class="group">
            <th role="rowheader" scope="rowgroup" colspan="${columns.length}">${title}</th>
          </tr> `
    }${rows.map(
      (row) =>
        html`<tr role="row">
          ${row.map((cell, index) => rowCell(columns, cell, index))}
        </tr> `,
    )}
  </tbody> `;

const framed = (caption: string, layout: string, content: readonly Content[]): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table class="${layout}" role="table">
      <caption>
        ${caption}
      </caption>
      ${content}
    </table>
  </div> `;

const headRow = (columns: readonly Column[]): Markup =>
  html`<thead role="rowgroup">
    <tr role="row">
      ${columns.map(heading)}
    </tr>
  </thead> `;

/**
 * A table that scrolls sideways where it is wider than the page; on a phone the rows of one without
 * numbers stand as blocks. The first cell heads its row. Roles are given, since blocks lose theirs.
 */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Markup => {
  const layout = columns.some(({ kind }) => kind === 'number') ? 'wide' : 'stack';
  return framed(caption, layout, [
    headRow(columns),
    groupBody(columns, { title: undefined, rows }),
  ]);
};

/** A table in groups; on a phone the short cells of a row stand side by side. */
export const groupedTable = (
  caption: string,
  columns: readonly Column[],
  groups: readonly Group[],
): Markup =>
  framed(caption, 'stack brief', [
    headRow(columns),
    groups.map((group) => groupBody(columns, group)),
  ]);

/** A table no wider than what it holds. */
export const narrowTable = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Markup =>
  framed(caption, 'narrow', [headRow(columns), groupBody(columns, { title: undefined, rows })]);

/** Names and values side by side. */
export const facts = (entries: readonly (readonly [string, Content])[]): Markup =>
  html`<dl class="facts">
    ${entries.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl> `;

export const code = (text: string): Markup => html`<code>${text}</code>`;

/** A SHA-256, or another version of a tool. */
export const digest = (text: string): Markup => html`<code class="digest">${text}</code>`;

/** Texts side by side, `and` before the last. */
export const listed = (texts: readonly string[]): string =>
  texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')} and ${texts.slice(-1).join('')}`;
