import { describe, expect, it } from 'vitest';
import { parts } from '../../kernel/micro/parts.ts';
import { describeDifference } from '../compare.ts';
import { generateCfg } from '../generate.ts';
import { ipc, ipcSystem } from '../ipc/ipc.ts';
import { nextFaults, runOwnNext } from './run-own-next.ts';
import { runTlc } from './run.ts';
import { expectEqual, makePlanting, skipWithoutTools } from './test-planting.ts';
import type { Change, Planted } from './test-planting.ts';

/** A system small enough for a run in a second, of two clients: nothing ends a wait early. */
const tiny = ipcSystem('MCIpcTiny', {
  processes: ['a', 'b', 's'],
  channels: [
    ['a', 's'],
    ['b', 's'],
  ],
  limits: {},
  ticks: 1,
  msecsPerTick: 1,
  exits: [],
  traps: [],
});
const { module } = tiny;
const { filesWith, compareWith, tools } = makePlanting(ipc, tiny);

/** A request that comes to stand in no queue. */
const unqueued: Change = ['![q] = Append(@, p)]', '![q] = @]'];

describe.skipIf(skipWithoutTools('Ipc'))('compareTwin, of Ipc', () => {
  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const compared = await compareWith({});

    expectEqual(compared);
    expect(compared.model.graph.keys.length).toBeGreaterThan(50);
  });

  it('finds an effect that the kernel drops: a reply that frees nobody [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({ use: { ...parts, finish: (threads) => threads } });

    expect(difference?.label).toMatch(/^Reply_(Granted|Denied)__s_[ab]_/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['serving', 'wait']);
  });

  it('finds a wait that the kernel forgets [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({ use: { ...parts, listen: (threads) => threads } });

    expect(difference?.label).toMatch(/^Recv_Wait__/);
    expect(difference === undefined ? '' : describeDifference(difference)).toContain(
      'wait differs',
    );
  });

  it('finds a guard that the module lacks [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({
      file: 'Rendezvous.tla',
      change: ['wait[p] = Ready /\\ serving[p] # None /\\ Same', 'wait[p] = Ready /\\ Same'],
    });

    expect(difference?.only).toBe('module');
    expect(difference?.label).toMatch(/^Recv_AlreadyServing__/);
  });

  it('finds a verdict that the module ignores [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({
      file: 'Rendezvous.tla',
      change: ['~Grants(context, Event(k, p, q, m))', 'TRUE'],
    });

    expect(difference?.only).toBe('module');
    expect(difference?.label).toMatch(/^Reply_Denied__/);
  });

  it('finds an invariant that the module breaks, and says which [TLA-1] [GATE-1]', async () => {
    const { tlc } = await compareWith({ file: 'Rendezvous.tla', change: unqueued });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([
      'QueueIsWhoCalls',
    ]);
  });
});

describe.skipIf(skipWithoutTools('Ipc'))('runOwnNext, of Ipc', () => {
  const run = (planted: Omit<Planted, 'use'> = {}) => {
    const files = filesWith(planted);
    return runOwnNext(tools(), ipc, { system: tiny, files });
  };

  it('shows in one run each outcome that can happen [TLA-2]', async () => {
    const { result, reaches } = await run();

    expect(result.kind).toBe('passed');
    expect(reaches.filter(({ ok }) => ok).map(({ name }) => name)).toEqual([
      'ReachQueueOfTwo',
      'ReachReceiving',
      'ReachMoved',
    ]);
  });

  it('does not count an outcome that cannot happen as reached [TLA-2] [GATE-1]', async () => {
    const { result, reaches } = await run({
      change: ['ReachMoved       == context = Initial', 'ReachMoved == TRUE'],
    });

    expect(result.kind).toBe('passed');
    expect(reaches.filter(({ ok }) => ok).map(({ name }) => name)).toEqual([
      'ReachQueueOfTwo',
      'ReachReceiving',
    ]);
  });

  it("finds an action that is missing from the module's own Next [PAIR-2] [GATE-1]", async () => {
    const { tlc } = await compareWith({});
    const [whole, lacking] = [
      await run(),
      await run({
        change: [
          ': Call_Queue(p, q, m, l) \\/ Call_Deliver(p, q, m, l)',
          ': Call_Queue(p, q, m, l)',
        ],
      }),
    ];

    expect(nextFaults(whole, tlc.result)).toEqual([]);
    expect(nextFaults(lacking, tlc.result)).toHaveLength(1);
  });

  it('tells of a Next that breaks an invariant, and counts nothing as reached [TLA-1] [GATE-1]', async () => {
    const own = await run({ file: 'Rendezvous.tla', change: unqueued });

    expect(nextFaults(own, own.result)).toEqual(['Next: QueueIsWhoCalls is violated']);
    expect(own.reaches.filter(({ ok }) => ok)).toEqual([]);
  });
});

describe.skipIf(skipWithoutTools('Ipc'))('runTlc, of Ipc', () => {
  const cfg = generateCfg(ipc, tiny, 'NextMC', ipc.invariants);
  const resultWith = async (text: string, changed = filesWith()) => {
    const files = new Map([...changed, [`${module}.cfg`, text]]);
    const run = { jar: tools().jar, files, module, config: module, mode: 'check' } as const;
    return (await runTlc(run)).result;
  };

  it.each(['CONSTANT Zz = 1\n', 'CONSTANTS policy = 1\n'])(
    'finds %j in a configuration, which TLC ignores without a word [TLA-1] [GATE-1]',
    async (line) => {
      const result = await resultWith(`${cfg}${line}`);

      expect(result.kind === 'failed' ? result.why : result.kind).toContain(
        'sets what no module declares',
      );
    },
  );

  it('does not pass a module that does not parse, nor a misspelt constant [TLA-2] [GATE-1]', async () => {
    const broken = await resultWith(cfg, filesWith({ change: ['EXTENDS', 'EXTENDZ'] }));
    const misspelt = await resultWith(cfg.replace('Initial <-', 'Initiall <-'));

    expect(broken.kind).toBe('failed');
    expect(misspelt.kind).toBe('failed');
  });
});
