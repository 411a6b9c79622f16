import { instance } from '@viz-js/viz';
import { describe, it, expect } from 'vitest';
import { solutionDot } from './dot.ts';
import { findPlainSvg } from './drawing.ts';
import { sampleSolution } from './sample-evidence.ts';
import { faultInMarkup } from './well-formed.ts';

const viz = await instance();
const draw = (dot: string): string => viz.renderString(dot, { format: 'svg', engine: 'dot' });

const hostile = '"]; }</TABLE>> \\"<script>alert(1)</script>&#x3c;\u0000\u202e\n';

describe('solutionDot', () => {
  it('has a node for each process, by its class, and an edge for each channel [EVD-1]', () => {
    const svg = findPlainSvg(draw(solutionDot(sampleSolution))) ?? '';

    expect([...svg.matchAll(/class="(node[^"]*|edge)"/gu)].map(([, name]) => name)).toEqual([
      'node process',
      'node process untrusted',
      'edge',
    ]);
    expect(svg).toContain('>bolt.drive : lock.Drive</text>');
  });

  it('draws hostile names as text [EVD-1]', () => {
    const [door, radio] = sampleSolution.processes;
    const processes = [door, radio].flatMap((process) =>
      process === undefined ? [] : [{ ...process, class: hostile }],
    );
    const svg = findPlainSvg(draw(solutionDot({ ...sampleSolution, processes })));

    expect(svg).toBeDefined();
    expect(faultInMarkup(svg ?? '')).toBeUndefined();
    expect(svg).not.toContain('<script');
  });

  it('draws a solution without processes [EVD-1]', () => {
    const empty = { ...sampleSolution, processes: [], channels: [] };

    expect(findPlainSvg(draw(solutionDot(empty)))).toBeDefined();
  });

  it('counts the endpoints beyond the eighth [EVD-1]', () => {
    const endpoints = Array.from({ length: 11 }, (_, index) => ({
      name: `e${String(index)}`,
      interface: 'a.B',
      component: undefined,
    }));
    const [door] = sampleSolution.processes;
    const processes = door === undefined ? [] : [{ ...door, endpoints }];

    expect(solutionDot({ ...sampleSolution, processes, channels: [] })).toContain('and 3 more');
  });
});
