import { describe, expect, it } from 'vitest';
import { skipWithoutTools } from './test-planting.ts';
import type { Change } from './test-planting.ts';
import { compareWith } from './test-channels.ts';

describe.skipIf(skipWithoutTools('Channels'))('compareTwin, of Channels', () => {
  it.each<readonly [string, Change, string]>([
    [
      'a server lets a channel go and leaves its callers',
      ['S == IF isClient THEN {} ELSE {q \\in P : Calls(q, r)}', 'S == {}'],
      'OnlyOverHeld',
    ],
    [
      'the dead leave their clients waiting',
      ['(Calls(q, r) \\/ Awaits(q, r)) /\\ ServerOf(r) = p}', 'Calls(q, r) /\\ ServerOf(r) = p}'],
      'ServedIsAwaited',
    ],
    [
      'a server keeps receiving over what its client has taken along',
      [
        'Asking(q, p) \\/ \\E i \\in 1..Places : wait[q] = <<"receiving", <<"made", <<p, i>>>>>>}',
        'Asking(q, p)}',
      ],
      'ReceivingIsIdle',
    ],
    [
      'a server that listens is not told',
      ['Asked(p, q) /\\ ~Hears(q, v) /\\', 'Asked(p, q) /\\'],
      'ListenersAreTold',
    ],
    ['the dead keep what they have accepted', ['channel[c].to = p', 'FALSE'], 'DeadAreGone'],
  ])('finds a module in which %s [TLA-1] [GATE-1]', async (_, change, invariant) => {
    const { tlc } = await compareWith({ change });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([invariant]);
  });
});
