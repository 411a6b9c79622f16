import { describe, it, expect } from 'vitest';
import { findPlainSvg } from './drawing.ts';

const drawn = (inner: string): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg width="75pt" height="9pt" viewBox="0.00 0.00 75.00 9.00" xmlns="x">${inner}</svg>\n`;

describe('findPlainSvg', () => {
  it('leaves shapes and texts, and a size that follows the page [EVD-2]', () => {
    const svg = findPlainSvg(
      drawn(
        '<!-- a --><g id="n1" class="node"><title>a</title><text font-family="F" x="1">b</text></g>',
      ),
    );

    expect(svg).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" class="graph" role="img" viewBox="0.00 0.00 75.00 9.00" width="100" style="min-width:72px"><g class="node"><text x="1">b</text></g></svg>',
    );
  });

  it.each([
    '<script>x</script>',
    '<image href="http://a/b.png"/>',
    '<text onclick="x">a</text>',
    '<g style="background:url(http://a)"/>',
    '<a xlink:href="javascript:x"><text>a</text></a>',
    '<foreignObject><p>a</p></foreignObject>',
  ])('lets no %s through [EVD-2]', (inner) => {
    expect(findPlainSvg(drawn(inner))).toBeUndefined();
  });

  it('finds no drawing in another text [EVD-2]', () => {
    expect(findPlainSvg('Error: syntax error in line 1')).toBeUndefined();
  });
});
