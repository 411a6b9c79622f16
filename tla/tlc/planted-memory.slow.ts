import { describe, expect, it } from 'vitest';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { withMachine } from '../../kernel/micro/objects.ts';
import { describeDifference } from '../compare.ts';
import { expectEqual, skipWithoutTools } from './test-planting.ts';
import { compareWith } from './test-memory.ts';

const [own, frames, buffers] = ['Memory.tla', 'Frames.tla', 'Buffers.tla'] as const;

describe.skipIf(skipWithoutTools('Memory'))('compareTwin, of Memory', () => {
  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const compared = await compareWith({});

    expectEqual(compared);
    expect(compared.model.graph.keys.length).toBeGreaterThan(1000);
  });

  it('finds a kernel that has every core forget when one does, and tells it in words [PAIR-2] [GATE-1]', async () => {
    const forget: Parts['forget'] = (plan, objects) =>
      objects.machine.cores.reduce((now, _, core) => parts.forget(plan, now, core), objects);

    const { difference } = await compareWith({ use: { ...parts, forget } });
    const words = difference === undefined ? '' : describeDifference(difference);

    expect(difference?.differs.map(({ variable }) => variable)).toContain('pending');
    expect(words).toMatch(/^after\n {4}Allocate__a_1_r/);
    expect(words).toContain(
      'pending differs: <<{},{}>> in the model, <<{},{<<"a",1>>}>> in the module',
    );
  });

  it('finds a kernel that forgets, and clears no frame that waited for it [PAIR-2] [GATE-1]', async () => {
    const forget: Parts['forget'] = (plan, objects, core) =>
      withMachine(objects, plan.machine.complete(objects.machine, core));

    const { difference } = await compareWith({ use: { ...parts, forget } });

    expect(difference?.differs.map(({ variable }) => variable)).toContain('frame');
  });

  it.each([
    [
      'FreeIsClear',
      'uses frames again uncleared',
      frames,
      'THEN "zero" ELSE m.content[f]',
      'THEN m.content[f] ELSE m.content[f]',
    ],
    [
      'WriteOrExecute',
      'gives a page its new rights at once',
      own,
      '!.table[x][2] = Both(table[x][2], r)',
      '!.table[x][2] = r',
    ],
    [
      'NoOldPlaces',
      'maps anew what some core has not forgotten',
      frames,
      '{v \\in Gaps(p) : IsForgotten(p, v)}',
      'Gaps(p)',
    ],
    [
      'NoForeignFrames',
      'leaves what a handle had mapped',
      frames,
      'h[<<x[1], by>>][1] = "revoked")}',
      'FALSE)}',
    ],
    [
      'FreeIsClear',
      'has a frame wait for no core but the first',
      frames,
      '[m.frame[f] EXCEPT !.state = "passing"]',
      '[state |-> "passing", awaits |-> m.frame[f].awaits \\cap {1}]',
    ],
  ])('finds by %s a module that %s [TLA-1] [GATE-1]', async (invariant, _, file, from, to) => {
    const { tlc } = await compareWith({ file, change: [from, to] });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([invariant]);
  });

  it('finds a module that lends to read what is lent whole [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({
      file: buffers,
      change: ['IF m = "all" THEN r ELSE Both(r, m)', 'Both(r, "r")'],
    });

    expect(difference?.label).toMatch(/^Call__a_b_a1_all$/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['handle']);
  });
});
