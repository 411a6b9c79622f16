import { describe, expect, it } from 'vitest';
import { skipWithoutTools } from './test-planting.ts';
import type { Change } from './test-planting.ts';
import { compareWith } from './test-waits.ts';

describe.skipIf(skipWithoutTools('Ipc'))('compareTwin, of Ipc, where waits end early', () => {
  it.each<readonly [string, Change, string]>([
    ['time passes by a wait', ['<<@[1] - 1>>', '@'], 'LimitsEnd'],
    ['the dead stay in queues', ['q \\notin S \\cup dead)', 'q \\notin S)'], 'QueueIsWhoCalls'],
    [
      'an answer is awaited from the dead',
      ['Calls(q, p) \\/ Awaits(q, p)}', 'Calls(q, p)}'],
      'ServedIsAwaited',
    ],
    [
      'an interrupt leaves a wait',
      ['S == {q \\in {p} : Interruptible(q)}', 'S == {}'],
      'StoppedDoNotWait',
    ],
    [
      'the dead are still interrupted',
      ["stopped' = stopped \\ {p} /\\ context", "stopped' = stopped /\\ context"],
      'DeadAreGone',
    ],
  ])('finds a module in which %s [TLA-1] [GATE-1]', async (_, change, invariant) => {
    const { tlc } = await compareWith({ change });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([invariant]);
  });
});
