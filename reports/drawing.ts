/** Draws a graph: Graphviz's language in, SVG out. Given by the caller, who awaited its engine. */
export type Drawing = (dot: string) => string;

const allowedTags = new Set([
  'svg',
  'g',
  'title',
  'path',
  'polygon',
  'polyline',
  'ellipse',
  'text',
]);

const isPlain = (svg: string): boolean => {
  const tags = [...svg.matchAll(/<\/?([^\s/>]+)/gu)].map(([, name]) => name ?? '');
  const foreign = tags.some((name) => !allowedTags.has(name));
  return !foreign && !/<[^>]*\s(?:on\w+|style|href|xlink:href)\s*=/u.test(svg);
};

/**
 * A drawing made fit to stand within a page: without prolog, comments, ids, tooltips, fixed size and
 * fonts of its own; colours come from the page by class.
 *
 * Result: undefined, if it holds anything but shapes and texts.
 */
export const findPlainSvg = (drawn: string): string | undefined => {
  const start = drawn.indexOf('<svg');
  if (start < 0) return undefined;
  const svg = drawn
    .slice(start)
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .replaceAll(/<title>[\s\S]*?<\/title>/gu, '')
    .replaceAll(/\sid="[^"]*"/gu, '')
    .replaceAll(/\sfont-family="[^"]*"/gu, '')
    .replaceAll(/\sxmlns:xlink="[^"]*"/gu, '')
    .replace(/^<svg([^>]*)>/u, (_, attributes: string) => {
      const box = /\sviewBox="([\d. -]+)"/u.exec(attributes)?.[1] ?? '0 0 0 0';
      const [, , width = '0'] = box.split(/\s+/u);
      const pixels = String(Math.ceil((Number(width) * 4) / 3));
      return `<svg xmlns="http://www.w3.org/2000/svg" class="graph" role="img" viewBox="${box}" width="${pixels}">`;
    })
    .replaceAll(/\n+/gu, '\n')
    .trim();
  return isPlain(svg) ? svg : undefined;
};
