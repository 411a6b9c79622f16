import { describe, expect, it } from 'vitest';
import { ipcSystem } from './ipc/ipc.ts';
import { graphOf, labelOf } from './twin.ts';

const tiny = ipcSystem('MCIpcTiny', {
  processes: ['a', 's'],
  channels: [['a', 's']],
  limits: { a: [{ msecs: 15 }] },
  ticks: 2,
  msecsPerTick: 10,
  exits: [],
  traps: ['a'],
});

describe('graphOf', () => {
  it('has a node for each view, and no two states of one view that step otherwise [PAIR-1]', () => {
    const { graph, states, coarse } = graphOf(tiny.build(), 1000);

    expect(coarse).toBeUndefined();
    expect(graph.keys.length).toBeLessThanOrEqual(states);
  });

  it('finds a view that hides what steps depend on [PAIR-2] [GATE-1]', () => {
    const twin = tiny.build();

    const { coarse } = graphOf(
      { ...twin, view: (state) => ({ wait: twin.view(state)['wait'] ?? [] }) },
      1000,
    );

    expect(coarse).toMatch(/^states \d+ and \d+ share the view wait=.* and step otherwise$/u);
  });

  it('offers nothing that the programs leave out [PAIR-1]', () => {
    const twin = { ...tiny.build(), isTried: () => false };

    expect(graphOf(twin, 1000).graph.labels).toEqual([]);
  });

  it('does not end at a bound in silence [PAIR-1]', () => {
    expect(() => graphOf(tiny.build(), 2)).toThrow('the twin Ipc has more states than 2');
  });
});

describe('labelOf', () => {
  it('has texts, numbers, and words for what an expression says [PAIR-1]', () => {
    const rights = { word: 'copy_transfer', expression: '{"copy", "transfer"}' };

    expect(labelOf(['Copy', 'a', 1, rights])).toBe('Copy__a_1_copy_transfer');
  });
});
