import { mostShrinking } from './drawing.ts';
import { sentenceOf } from './sequence-text.ts';
import type { Sequence, SequenceMessage } from './sequence.ts';
import { shortened, visible } from './visible.ts';

/** Units: pixels of the drawing, which scales as a whole. */
const layout = {
  left: 22,
  top: 14,
  head: 30,
  row: 40,
  column: { least: 112, most: 280 },
  character: 6.4,
  labelMost: 40,
  right: 24,
} as const;

const escaped = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const px = (value: number): string => String(Math.round(value * 10) / 10);

interface Columns {
  readonly of: (participant: string) => number;
  readonly last: number;
}

const labelOf = ({ label, content }: SequenceMessage): string =>
  shortened(content === '' ? label : `${label} ${content}`, layout.labelMost);

/** Columns as far apart as the labels between them need, within limits. */
const columnsOf = ({ participants, messages }: Sequence): Columns => {
  const place = new Map(participants.map((name, index) => [name, index]));
  const gaps: number[] = participants.slice(1).map(() => layout.column.least);
  for (const message of messages) {
    const from = place.get(message.from) ?? 0;
    const to = place.get(message.to) ?? 0;
    const first = Math.min(from, to);
    const spanned = Math.max(1, Math.abs(from - to));
    const wanted = (labelOf(message).length * layout.character + 40) / spanned;
    for (let gap = first; gap < first + spanned && gap < gaps.length; gap++) {
      gaps[gap] = Math.max(gaps[gap] ?? 0, Math.min(layout.column.most, wanted));
    }
  }
  let x = layout.left + layout.column.least / 2;
  const xs = [x, ...gaps.map((gap) => (x += gap))];
  return { of: (name) => xs[place.get(name) ?? 0] ?? x, last: x };
};

/** What the last column needs beside it: half a head, and the longest note. */
const spaceAtRight = ({ participants, messages }: Sequence): number => {
  const last = participants.at(-1);
  const notes = messages
    .filter(({ from, to }) => from === last && to === last)
    .map((message) => labelOf(message).length * layout.character + 10);
  return Math.max(layout.column.least / 2, ...notes) + layout.right;
};

const classOf = ({ verdict, kind, breaks }: SequenceMessage): string => {
  if (breaks) return 'breaks';
  if (verdict === 'denied' || kind === 'refusal') return 'denied';
  return kind === 'take' || kind === 'wait' ? 'quiet' : 'granted';
};

const head = (name: string, x: number): string => {
  const shown = shortened(name, 22);
  const width = Math.max(64, shown.length * 7 + 18);
  return `<rect class="party" x="${px(x - width / 2)}" y="${px(layout.top)}" width="${px(width)}" height="${px(layout.head)}" rx="4"/><text class="name" x="${px(x)}" y="${px(layout.top + 19.5)}" text-anchor="middle">${escaped(shown)}</text>`;
};

const lifeline = (x: number, bottom: number): string =>
  `<line class="life" x1="${px(x)}" y1="${px(layout.top + layout.head)}" x2="${px(x)}" y2="${px(bottom)}"/>`;

const tip = (x: number, y: number, direction: number): string =>
  `<path class="tip" d="M${px(x)} ${px(y)}l${px(-8 * direction)} -4v8z"/>`;

/** The mark beside an arrow's end: a denial ends in a cross, what must never be in an exclamation. */
const mark = (message: SequenceMessage, x: number, y: number): string => {
  if (message.breaks)
    return `<text class="mark" x="${px(x)}" y="${px(y + 4)}" text-anchor="middle">!</text>`;
  return message.verdict === 'denied'
    ? `<text class="mark" x="${px(x)}" y="${px(y + 5)}" text-anchor="middle">✗</text>`
    : '';
};

const arrow = (message: SequenceMessage, x1: number, x2: number, y: number): string => {
  const direction = x2 > x1 ? 1 : -1;
  const denied = message.verdict === 'denied';
  const end = denied ? x2 - 20 * direction : x2 - direction;
  const dash = message.kind === 'response' || message.kind === 'error' ? ' answer' : '';
  const middle = (x1 + x2) / 2;
  return [
    `<line class="arrow${dash}" x1="${px(x1)}" y1="${px(y)}" x2="${px(end)}" y2="${px(y)}"/>`,
    tip(end, y, direction),
    mark(message, denied ? x2 - 10 * direction : x2 - 18 * direction, message.breaks ? y + 11 : y),
    `<text class="label" x="${px(middle)}" y="${px(y - 6)}" text-anchor="middle">${escaped(labelOf(message))}</text>`,
  ].join('');
};

/** What concerns one participant alone, or a message to itself. */
const note = (message: SequenceMessage, x: number, y: number): string =>
  `<circle class="dot" cx="${px(x)}" cy="${px(y - 4)}" r="3"/><text class="label" x="${px(x + 9)}" y="${px(y)}">${escaped(labelOf(message))}</text>${mark(message, x - 12, y - 4)}`;

const row = (message: SequenceMessage, number: string, columns: Columns, y: number): string => {
  const x1 = columns.of(message.from);
  const x2 = columns.of(message.to);
  const drawn = x1 === x2 ? note(message, x1, y) : arrow(message, x1, x2, y);
  return `<g class="${classOf(message)}"><title>${escaped(sentenceOf(message))}</title><text class="number" x="${px(layout.left - 4)}" y="${px(y + 3)}" text-anchor="end">${number}</text>${drawn}</g>`;
};

/**
 * A sequence diagram as SVG: a lifeline for each participant, an arrow for each message, its step's
 * number at the left. A denied message is crossed out; what the property forbids stands out. Colours
 * come from the page by class; no ids, no scripts, nothing external.
 */
export const sequenceDiagram = (sequence: Sequence, title: string): string => {
  const { participants, messages } = sequence;
  const columns = columnsOf(sequence);
  const first = layout.top + layout.head + 34;
  const bottom = first + Math.max(0, messages.length - 1) * layout.row + 22;
  const width = columns.last + spaceAtRight(sequence);
  const rows = messages.map((message, index) => {
    const isFirst = messages[index - 1]?.step !== message.step;
    return row(message, isFirst ? String(message.step) : '', columns, first + index * layout.row);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="sequence" role="img" aria-label="${escaped(title)}" viewBox="0 0 ${px(width)} ${px(bottom + 8)}" width="${px(width)}" style="min-width:${px(width * mostShrinking)}px">`,
    ...participants.map((name) => lifeline(columns.of(name), bottom)),
    ...participants.map((name) => head(name, columns.of(name))),
    ...rows,
    '</svg>',
  ].join('\n');
};
