import { describe, expect, it } from 'vitest';
import { closed } from '../../kernel/micro/handles/derivation.ts';
import { letGo } from '../../kernel/micro/let-go.ts';
import { parts } from '../../kernel/micro/parts.ts';
import { done, refused } from '../../kernel/micro/services/service.ts';
import { describeDifference } from '../compare.ts';
import { handles, handlesSystem } from '../handles/handles.ts';
import { makePlanting, skipWithoutTools, withServices } from './test-planting.ts';

/** A system small enough for a run in seconds: one handle is lent at a time, with all its rights. */
const tiny = handlesSystem('MCHandlesTiny', {
  processes: ['a', 'b'],
  channels: [['a', 'b']],
  makers: ['a'],
  badged: ['a'],
  table: 4,
  resources: 2,
  transfers: 1,
  masks: { copy: [['transfer']], send: [['copy', 'transfer']] },
});
const { compareWith } = makePlanting(handles, tiny);

describe.skipIf(skipWithoutTools('Handles'))('compareTwin, of Handles', () => {
  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const { difference, model, tlc } = await compareWith({});

    expect(difference).toBeUndefined();
    expect(model.coarse).toBeUndefined();
    expect(tlc.result.kind).toBe('passed');
    expect(model.graph.keys.length).toBe(tlc.graph?.keys.length);
    expect(model.graph.keys.length).toBeGreaterThan(100);
  });

  it('finds a kernel that closes a handle without revoking what is below [PAIR-2] [GATE-1]', async () => {
    const use = withServices({
      'handle.Handle.Revoke': (objects, permit, plan) => {
        const { handle } = permit.request;
        if (handle === undefined) return refused('badHandle');
        return done(letGo(plan, objects, closed(objects.handles, permit, [handle])), {});
      },
    });

    const { difference } = await compareWith({ use });

    expect(difference?.only).toBe('model');
    expect(difference?.label).toMatch(/^Revoke__[ab]_\d$/);
    expect(difference?.differs.map(({ variable }) => variable)).toContain('handle');
  });

  it('finds a kernel that keeps the context of what is gone, and tells it in words [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({ use: { ...parts, gone: () => [] } });
    const words = difference === undefined ? '' : describeDifference(difference);

    expect(words.split('\n').slice(0, 3)).toEqual([
      'after',
      '    CreateUserObject__a_1',
      'only the TypeScript model has Close__a_1, to',
    ]);
    expect(words.split('\n').at(-1)).toBe(
      '  context differs: (<<"a",1>>:>"new") in the model, (<<"a",1>>:>"none") in the module',
    );
  });

  it('finds a module in which what was marked is not, once that is closed [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({
      file: 'Derivation.tla',
      change: ['!.marks = @ \\cup h[x].marks', '!.marks = @'],
    });

    expect(difference?.label).toMatch(/^Close__[ab]_\d$/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['handle']);
  });

  it('finds a module that lends more rights than the sender has [TLA-1] [GATE-1]', async () => {
    const { tlc } = await compareWith({
      file: 'Derivation.tla',
      change: ['rights |-> h[x].rights \\cap m', 'rights |-> {"copy", "transfer", "more"}'],
    });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual(['TypeOK']);
  });

  it('finds a module that leaves what is below a revoked handle live [TLA-1] [GATE-1]', async () => {
    const { tlc } = await compareWith({
      file: 'Derivation.tla',
      change: ['{y \\in Held(h) : y \\in tops \\/ Above(h, y) \\cap tops # {}}', 'tops'],
    });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([
      'RevokedBelow',
    ]);
  });

  it('finds a module in which a channel takes more than its share [TLA-1] [GATE-1]', async () => {
    const { tlc } = await compareWith({
      change: ['(Back(p, q, n) = None => Room(k, p, q) /\\ ', '(Back(p, q, n) = None => '],
    });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([
      'ShareOfChannel',
    ]);
  });
});
