import { visible } from '../visible.ts';

/** A piece of a page. Holding one proves that every text in it was escaped. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a piece: texts and numbers are escaped, pieces are not again. */
export type Content = string | number | Markup | undefined | readonly Content[];

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

const escaped = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const rendered = (content: Content): string => {
  if (content === undefined) return '';
  if (isList(content)) return content.map(rendered).join('');
  return typeof content === 'object' ? content.markup : escaped(String(content));
};

/** A piece of a page from a template: html`<b>${name}</b>`. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Markup => ({
  markup: parts.map((part, index) => `${part}${rendered(contents[index])}`).join(''),
});

/** A drawing of our own, or one that `findPlainSvg` let through. */
export const trusted = (svg: string): Markup => ({ markup: svg });

/** A number as people read it: 12 345, with a thin space. */
export const grouped = (count: number): string =>
  String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, '\u202f');
