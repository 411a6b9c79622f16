import { describe, expect, it } from 'vitest';
import { runSolution } from '../simulator/run.ts';
import { stepWords } from '../simulator/step-words.ts';
import { askingSolution } from '../simulator/test-trace.ts';
import { watchFrame } from './watch-frame.ts';
import type { Moment } from './watch-frame.ts';

const moments = (): readonly Moment[] => {
  const steps = [...runSolution(askingSolution(), { seed: 3, steps: 12 }).steps];
  const recent = steps.map((step) => ({
    n: step.n,
    words: stepWords(step),
    verdict: step.report.events.at(-1)?.verdict.kind,
  }));
  return steps.map(({ n, ticks, facts }) => ({
    title: 'asking',
    step: n,
    ticks,
    facts: facts(),
    recent: recent.slice(0, n),
  }));
};

const look = { width: 90, height: 20, paint: 'plain' } as const;

describe('watchFrame', () => {
  it('shows each process, its state, and what its thread waits for [SIM-1]', () => {
    const frames = moments().map((moment) => watchFrame(moment, look).join('\n'));

    expect(frames[0]).toMatch(/^asking {2}step 1, 0 ticks\n\nprocess +state +thread/);
    expect(frames.join('\n')).toMatch(/client +running +waits for server to answer impl\.ping\./);
    expect(frames.join('\n')).toMatch(/server +running +serves client/);
    expect(frames.join('\n')).toMatch(/server +running +waits for a request/);
  });

  it('shows whose requests are queued, and the last steps [SIM-1]', () => {
    const frames = moments().map((moment) => watchFrame(moment, look).join('\n'));

    expect(frames.join('\n')).toMatch(/client calls server impl\.ping\.\w+ .*: granted/);
    expect(frames.some((frame) => /server +running +.* client$/m.test(frame))).toBe(true);
  });

  it('stays within its box, and paints by verdict [SIM-1]', () => {
    const [moment] = moments().slice(-1);
    if (moment === undefined) throw new Error('no step');
    const small = watchFrame(moment, { width: 30, height: 7, paint: 'plain' });
    const painted = watchFrame(moment, { ...look, paint: 'colours' });

    expect(small).toHaveLength(7);
    expect(small.every((line) => line.length <= 30)).toBe(true);
    expect(watchFrame(moment, { width: 1, height: 1, paint: 'plain' })).toHaveLength(1);
    expect(painted.join('\n')).toContain('\u001b[32m');
    expect(painted.at(-1)).toMatch(/\u001b\[0m$|^[^\u001b]*$/);
  });

  it('hands no sign to the terminal that names or messages hold [SIM-1]', () => {
    const [moment] = moments();
    if (moment === undefined) throw new Error('no step');
    const words = 'a\u001b[2Jb\u202ec\nd';
    const hostile = { ...moment, title: words, recent: [{ n: 1, words, verdict: undefined }] };
    const frame = watchFrame(hostile, look).join('');

    expect(frame).not.toMatch(/[\u001b\u202e]/);
    expect(frame).toContain('\\u{1b}[2J');
  });
});
