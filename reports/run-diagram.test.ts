import { describe, expect, it } from 'vitest';
import { actorOf } from '../simulator/trace.ts';
import { runSolution } from '../simulator/run.ts';
import { askingSolution, openPolicy } from '../simulator/test-trace.ts';
import { runDiagram, runText } from './run-diagram.ts';
import type { TracedStep } from './sequence.ts';
import { faultInMarkup } from './well-formed.ts';

const stepsOf = (policy: string): readonly TracedStep[] =>
  [...runSolution(askingSolution(policy), { seed: 2, steps: 30 }).steps].map((step) => ({
    by: actorOf(step),
    action: step.action,
    report: step.report,
  }));

const order = ['client', 'server'];
const markup = (svg: string): string => svg.slice(svg.indexOf('<svg'));
const titles = (svg: string): readonly string[] =>
  [...svg.matchAll(/<title>([^<]*)<\/title>/gu)].map(([, title = '']) => title);

describe('runDiagram', () => {
  it('draws a run as one SVG file, the same every time [SIM-2]', () => {
    const svg = runDiagram(order, stepsOf(openPolicy), 'a run');

    expect(runDiagram(order, stepsOf(openPolicy), 'a run')).toBe(svg);
    expect(faultInMarkup(markup(svg))).toBeUndefined();
    expect(svg).not.toMatch(/<script|href|url\(/u);
    expect(svg.match(/class="life"/gu)).toHaveLength(2);
  });

  it('names the deciding rule of each grant and of each denial [SIM-2]', () => {
    const granted = titles(runDiagram(order, stepsOf(openPolicy), ''));
    const denied = titles(
      runDiagram(order, stepsOf('execute { grant () } request { deny () }'), ''),
    );

    expect(granted).toContainEqual(
      expect.stringMatching(
        /^client calls server: .* → granted by base\.grant at security\.psl:\d+:\d+$/,
      ),
    );
    expect(denied).toContainEqual(expect.stringMatching(/denied: base\.deny at security\.psl/));
    expect(denied.some((title) => title.includes('undefined'))).toBe(false);
  });

  it('colours arrows by their verdicts [SIM-2]', () => {
    const denied = runDiagram(order, stepsOf('execute { grant () }'), '');

    expect(denied).toContain('<g class="denied">');
    expect(denied).not.toContain('<g class="granted">');
    expect(runDiagram(order, stepsOf(openPolicy), '')).toContain('<g class="granted">');
  });

  it('escapes hostile names, and draws a run without steps [SIM-2]', () => {
    const hostile = '</title><script>alert(1)</script>&"\u202e';
    const steps = stepsOf(openPolicy).map((step) => ({ ...step, by: hostile }));
    const svg = runDiagram([hostile], steps, hostile);

    expect(faultInMarkup(markup(svg))).toBeUndefined();
    expect(svg).not.toContain('<script');
    expect(faultInMarkup(markup(runDiagram([], [], '')))).toBeUndefined();
  });
});

describe('runText', () => {
  it('tells a run in numbered sentences [SIM-2]', () => {
    expect(runText(order, stepsOf(openPolicy))).toMatch(/^ +1 {2}(?:client|server) /u);
  });
});
