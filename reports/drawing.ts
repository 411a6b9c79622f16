/** Draws a graph: Graphviz's language in, SVG out. Given by the caller, who awaited its engine. */
export type Drawing = (dot: string) => string;

const allowedTags: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'polygon',
  'polyline',
  'ellipse',
  'text',
]);

const isPlain = (svg: string): boolean => {
  const tags = [...svg.matchAll(/<\/?([^\s/>]*)/gu)].map(([, name]) => name ?? '');
  const isForeign = tags.some((name) => !allowedTags.has(name));
  return !isForeign && !/<[^>]*\s(?:on\w+|style|(?:xlink:)?href)\s*=/u.test(svg);
};

/** Comments, tooltips, ids, fonts and name spaces, none of which the page needs. */
const needless = [
  /<!--[\s\S]*?-->/gu,
  /<title>[\s\S]*?<\/title>/gu,
  /\sid="[^"]*"/gu,
  /\sfont-family="[^"]*"/gu,
  /\sxmlns:xlink="[^"]*"/gu,
] as const;

/** How far a page may shrink a drawing, of its natural width. */
export const mostShrinking = 0.72;

/** Units: a drawing's box is in points, a page's width in pixels. */
const pixelsPerPoint = 4 / 3;

const head = (attributes: string): string => {
  const box = /\sviewBox="([\d. -]+)"/u.exec(attributes)?.[1] ?? '0 0 0 0';
  const width = Number(box.split(' ')[2] ?? '0') * pixelsPerPoint;
  const size = `width="${width.toFixed(0)}" style="min-width:${(width * mostShrinking).toFixed(0)}px"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="graph" role="img" viewBox="${box}" ${size}>`;
};

/**
 * A drawing made fit to stand within a page: without prolog, ids, fixed size and fonts of its own;
 * colours come from the page by class.
 *
 * Result: undefined, if it holds anything but shapes and texts.
 */
export const findPlainSvg = (drawn: string): string | undefined => {
  const start = drawn.indexOf('<svg');
  if (start < 0) return undefined;
  const svg = needless
    .reduce((text, what) => text.replaceAll(what, ''), drawn.slice(start))
    .replaceAll(/\n+/gu, '\n')
    .trim();
  return isPlain(svg)
    ? svg.replace(/^<svg([^>]*)>/u, (_, attributes: string) => head(attributes))
    : undefined;
};
