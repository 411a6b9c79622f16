import { describe, expect, it } from 'vitest';
import { barChart } from './bar-chart.ts';

const bars = [
  { name: 'images', amount: 50, told: '50 MB' },
  { name: '<stacks>', amount: 100, told: '100 MB' },
];

const widthsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<rect class="bar"[^>]* width="([\d.]+)"/gu)].map(([, width = '']) => width);

describe('barChart', () => {
  it('draws bars on one scale, the longest over all the width [EVD-1]', () => {
    expect(widthsIn(barChart('memory', bars, []))).toEqual(['215', '430']);
  });

  it('shrinks them where a mark is further out, so that the mark is seen [EVD-1]', () => {
    const svg = barChart('memory', bars, [{ name: 'recommended', amount: 200 }]);

    expect(widthsIn(svg)).toEqual(['107.5', '215']);
    expect(svg).toContain('>recommended</text>');
  });

  it('tells what it shows without sight, and escapes names [EVD-1]', () => {
    const svg = barChart('the budget', bars, []);

    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>the budget</title>');
    expect(svg).toContain('&lt;stacks&gt;');
    expect(svg).not.toContain('<stacks>');
  });

  it('draws nothing wider than it is where everything is 0 [EVD-1]', () => {
    expect(widthsIn(barChart('none', [{ name: 'a', amount: 0, told: '0' }], []))).toEqual(['0']);
  });
});
