import { describe, expect, it } from 'vitest';
import { freezeProcess } from '../../kernel/micro/end-process.ts';
import { controlOver } from '../../kernel/micro/licence.ts';
import { parts } from '../../kernel/micro/parts.ts';
import { done } from '../../kernel/micro/services/service.ts';
import { describeDifference } from '../compare.ts';
import { lifecycle, lifecycleSystem } from '../lifecycle/lifecycle.ts';
import { expectEqual, makePlanting, skipWithoutTools, withServices } from './test-planting.ts';

/** A system small enough for a run in seconds: "a" creates two, of which one calls the other. */
const tiny = lifecycleSystem('MCLifecycleTiny', {
  processes: ['a', 'b'],
  makers: {
    a: [
      ['x', 'K'],
      ['y', 'K'],
      ['y', 'R'],
    ],
  },
  steady: ['b'],
  known: [['b', 'a', 'everything']],
  files: { b: 'a' },
  images: [
    ['K', 1],
    ['R', 1],
  ],
  links: [['a1', 'a2']],
  share: 2,
  table: 3,
  resources: 1,
  statuses: [1],
  codes: [2],
});
const [own, processes] = ['Lifecycle.tla', 'Processes.tla'] as const;
const { compareWith } = makePlanting(lifecycle, tiny);

describe.skipIf(skipWithoutTools('Lifecycle'))('compareTwin, of Lifecycle', () => {
  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const compared = await compareWith({});

    expectEqual(compared);
    expect(compared.model.graph.keys.length).toBeGreaterThan(1000);
  });

  it('finds a kernel that keeps what it remembers of a process that has ended [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({ use: { ...parts, gone: () => [] } });

    expect(difference?.only).toBe('model');
    expect(difference?.label).toMatch(/^(?:Exit|Trap|Terminate)__/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['context']);
  });

  it("finds a kernel that has a start judged as its own, and not as the caller's [PAIR-2] [GATE-1]", async () => {
    const use = withServices({
      'task.Task.Resume': (objects, permit, plan, caller) => {
        const served = parts.services['task.Task.Resume'](objects, permit, plan, caller);
        return served.kind === 'judge'
          ? { ...served, ask: { ...served.ask, by: 'kernel' } }
          : served;
      },
    });

    const { difference } = await compareWith({ use });

    expect(difference?.only).toBe('model');
    expect(difference?.label).toMatch(/^Start__/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['context']);
  });

  it('finds a kernel that freezes who exits, and tells it in words [PAIR-2] [GATE-1]', async () => {
    const use = withServices({
      'task.Task.Exit': (objects, permit, plan, caller) => {
        const exit = { kind: 'exited', status: permit.request.status } as const;
        const next = freezeProcess(plan, objects, controlOver(caller.process), exit);
        return { kind: 'ended', next };
      },
    });

    const { difference } = await compareWith({ use });
    const words = difference === undefined ? '' : describeDifference(difference);

    expect(words.split('\n').slice(0, 2)).toEqual([
      'from the initial state',
      'only the TypeScript model has Exit__a_1_nobody, to',
    ]);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['context', 'proc']);
  });

  it('finds a kernel that tells of no end [PAIR-2] [GATE-1]', async () => {
    const use = withServices({
      'task.Task.GetExitStatus': (objects) => done(objects, { ended: 0, status: 0 }),
    });

    const { difference } = await compareWith({ use });

    expect(difference?.label).toMatch(/^Status__b_a_(?:not|exited_1|trapped_2|terminated_0)$/);
    expect(difference?.path).toHaveLength(1);
  });

  it.each([
    [
      'StartedByGrant',
      'remembers who has ended',
      processes,
      ` /\\ context' = [context EXCEPT ![p] = "none"]`,
      ` /\\ UNCHANGED context`,
    ],
    [
      'BarredNeverRuns',
      'starts what the policy denies',
      own,
      '/\\ Fits(p, q) /\\ May("execute", p, q, proc[q].class)',
      '/\\ Fits(p, q)',
    ],
    [
      'DeadHoldsNothing',
      'leaves a dead process what it holds',
      processes,
      '[holds EXCEPT ![p] = {}]',
      'holds',
    ],
    ['EndIsTold', 'tells of an end after the load', own, ', ![q].end = None', ''],
    [
      'HeldOrAlive',
      'keeps what nobody holds',
      processes,
      '{q \\in Child : pr[q]',
      '{q \\in {} : pr[q]',
    ],
    [
      'OwnShare',
      'gives a name twice',
      own,
      'Named(p, n) = {} /\\ Free(p) # <<>>',
      'Free(p) # <<>>',
    ],
    ['WaitsOnLine', 'queues a request twice', own, 'Append(@, p)', 'Append(Append(@, p), p)'],
  ])('finds by %s a module that %s [TLA-1] [GATE-1]', async (invariant, _, file, from, to) => {
    const { tlc } = await compareWith({ file, change: [from, to] });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([invariant]);
  });

  it('finds a module in which a client is not told of the death of its server [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({
      file: processes,
      change: [
        '(Range(queue[p]) \\cup Range(serving[p])) \\ {p, Nobody}',
        'Range(queue[p]) \\ {p}',
      ],
    });

    expect(difference?.label).toMatch(/^(?:Exit|Trap|Terminate|Freeze)_.*a2_.*a1$/);
  });
});
