import { visible } from './visible.ts';

/** A bar: what it is of, how long, and how that is told. */
export interface Bar {
  readonly name: string;
  readonly amount: number;
  readonly told: string;
}

/** A place on the scale that bars are compared with. */
export interface Mark {
  readonly name: string;
  readonly amount: number;
}

/** Units: pixels of the drawing, which scales as a whole. */
const layout = {
  names: 130,
  bars: 430,
  told: 110,
  row: 24,
  bar: 15,
  top: 26,
  bottom: 8,
} as const;

const escaped = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const px = (value: number): string => String(Math.round(value * 10) / 10);

const barText = ({ name, told, amount }: Bar, row: number, most: number): string => {
  const y = layout.top + row * layout.row;
  const middle = px(y + layout.bar / 2 + 4);
  const width = (amount / most) * layout.bars;
  return `<g class="row"><text class="name" x="${px(layout.names - 8)}" y="${middle}" text-anchor="end">${escaped(name)}</text><rect class="bar" x="${px(layout.names)}" y="${px(y)}" width="${px(width)}" height="${px(layout.bar)}"/><text class="told" x="${px(layout.names + width + 6)}" y="${middle}">${escaped(told)}</text></g>`;
};

const markText = ({ name, amount }: Mark, bottom: number, most: number): string => {
  const x = px(layout.names + (amount / most) * layout.bars);
  return `<g class="mark"><line x1="${x}" y1="${px(layout.top - 6)}" x2="${x}" y2="${px(bottom)}"/><text x="${x}" y="${px(layout.top - 10)}" text-anchor="middle">${escaped(name)}</text></g>`;
};

/**
 * Bars beside each other on one scale from 0, with marks that they are compared with; the longest of all fills the width.
 * It needs no script, and what it shows stands in its title and its texts.
 */
export const barChart = (title: string, bars: readonly Bar[], marks: readonly Mark[]): string => {
  const most = Math.max(1, ...[...bars, ...marks].map(({ amount }) => amount));
  const bottom = layout.top + bars.length * layout.row;
  const described = [
    ...bars.map(({ name, told }) => `${name} ${told}`),
    ...marks.map(({ name }) => name),
  ].join('; ');
  const [width, height] = [layout.names + layout.bars + layout.told, bottom + layout.bottom];
  return `<svg class="bars" role="img" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}"><title>${escaped(title)}</title><desc>${escaped(described)}</desc>${bars.map((bar, row) => barText(bar, row, most)).join('')}${marks.map((mark) => markText(mark, bottom, most)).join('')}</svg>`;
};
