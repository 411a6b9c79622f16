import { describe, it, expect } from 'vitest';
import { buildEvidence } from '../evidence.ts';
import {
  boardStep,
  inputOf,
  sampleResults,
  sampleSequence,
  sampleSolution,
  violatedResults,
  withStatus,
} from '../sample-evidence.ts';
import type { StepResult } from '../result.ts';
import { faultInMarkup } from '../well-formed.ts';
import { renderHtml } from './page.ts';

const drawing = (): string =>
  '<svg viewBox="0 0 10 10"><g class="node"><text>drawn</text></g></svg>';

const pageOf = (results: readonly StepResult[]): string =>
  renderHtml(buildEvidence(inputOf(results)), drawing);

/** The page without its style sheet, in which brackets and the like have their own meaning. */
const bodyOf = (page: string): string => page.replace(/<style>[\s\S]*?<\/style>/u, '');

describe('renderHtml', () => {
  it('is well formed, whatever the results [EVD-1]', () => {
    const pages = [
      pageOf(sampleResults),
      pageOf([]),
      pageOf(violatedResults(sampleSequence)),
      pageOf(withStatus('twin:Ipc', 'skipped')),
    ];

    expect(pages.map((page) => faultInMarkup(bodyOf(page)))).toEqual(pages.map(() => undefined));
  });

  it('would be told if it were not [EVD-1]', () => {
    expect(faultInMarkup('<p><b>a</p></b>')).toBe('</p> closes nothing');
    expect(faultInMarkup('<p>a < b</p>')).toBe('a bracket before </p>');
    expect(faultInMarkup('<p>a')).toBe('p is left open');
  });

  it('needs no script and nothing from elsewhere [EVD-2]', () => {
    const page = pageOf(violatedResults(sampleSequence));

    expect(page).not.toMatch(/<script|<link|<iframe|@import|url\(|\ssrc=|\son\w+=/u);
    expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:/u);
  });

  it('gives equal bytes to equal results, in whatever order they come [EVD-2]', () => {
    expect(pageOf([...sampleResults].reverse())).toBe(pageOf(sampleResults));
  });

  it('says what was not run, and does not say that it passed [EVD-1]', () => {
    const page = pageOf(withStatus('twin:Ipc', 'skipped'));

    expect(page).toContain('<strong>passed in part</strong>');
    expect(page).toMatch(/<code>twin:Ipc<\/code> <span class="soft">not run<\/span>/u);
  });

  it('names the residual risk without an IOMMU, and shows it in the fewest steps [DMA-1]', () => {
    const page = pageOf(sampleResults);

    expect(page).toContain('Residual risk RISK-NO-IOMMU');
    expect(page).toContain('<li>disk: dmaRead</li>');
  });

  it('tells the risks of a board by id, and draws its budget beside what is recommended [BOARD-4] [MEM-1]', () => {
    const page = pageOf([...sampleResults, boardStep]);

    expect(page).toContain('<td role="cell" data-head="statement"');
    expect(page).toMatch(/<svg class="bars".*recommended: 128\.0 MB/su);
    expect(page).toContain('A small board');
    expect(faultInMarkup(bodyOf(page))).toBeUndefined();
  });

  it('says that no board was named where none was [BOARD-4]', () => {
    expect(pageOf(sampleResults)).toContain('No board was named');
  });

  it('shows a violation in words and as a diagram [OBJ-3]', () => {
    const page = pageOf(violatedResults(sampleSequence));

    expect(page).toContain('<h3>neverOpens is violated</h3>');
    expect(page).toContain('<svg xmlns="http://www.w3.org/2000/svg" class="sequence"');
    expect(page).toContain(
      'radio calls door: bolt.drive.Open { code : 7 } → granted, and must never be',
    );
  });

  it('has each link of its contents [EVD-1]', () => {
    const page = pageOf(sampleResults);
    const targets = [...page.matchAll(/href="#([a-z]+)"/gu)].map(([, id]) => id ?? '');

    expect(targets.length).toBe(13);
    expect(targets.filter((id) => !page.includes(`<section id="${id}"`))).toEqual([]);
  });

  it('escapes hostile names of a solution wherever they stand [EVD-1]', () => {
    const hostile = `</script></title><img src=x onerror="alert('1')">&\u202e`;
    const solution = {
      name: hostile,
      processes: sampleSolution.processes.map((process) => ({
        ...process,
        class: hostile,
        name: hostile,
      })),
      channels: [{ name: hostile, client: hostile, server: hostile }],
      objectives: [{ name: hostile, text: hostile, untrusted: [hostile] }],
    };
    const results = violatedResults({
      participants: [hostile],
      messages: sampleSequence.messages.map((one) => ({ ...one, label: hostile, from: hostile })),
    }).map((one) => ({ ...one, detail: hostile }));
    const page = renderHtml(buildEvidence({ ...inputOf(results), solution }), drawing);

    expect(faultInMarkup(bodyOf(page))).toBeUndefined();
    expect(page).not.toMatch(/<img|<\/script/u);
    expect(page).not.toContain('\u202e');
  });

  it('says so where the graph cannot be drawn [EVD-1]', () => {
    const page = renderHtml(buildEvidence(inputOf(sampleResults)), () => '<svg><script/></svg>');

    expect(page).toContain('The graph could not be drawn');
  });
});
