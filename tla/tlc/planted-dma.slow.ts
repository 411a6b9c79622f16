import { describe, expect, it } from 'vitest';
import { attached } from '../../kernel/micro/devices/attach.ts';
import { withMachine } from '../../kernel/micro/objects.ts';
import type { Objects } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { done, refused } from '../../kernel/micro/services/service.ts';
import { describeDifference } from '../compare.ts';
import { compareWith } from './test-dma.ts';
import { expectEqual, skipWithoutTools, withServices } from './test-planting.ts';

const [own, devices] = ['Dma.tla', 'Devices.tla'] as const;

type DmaState = Objects['machine']['dma'];

/** The state of devices, in part as it was before. */
const as = (objects: Objects, before: Partial<DmaState>): Objects =>
  withMachine(objects, { ...objects.machine, dma: { ...objects.machine.dma, ...before } });

/** Puts each device into the domain of the first driver. */
const wrongDomain: Parts['services']['iommu.IOMMU.Attach'] = (objects, permit, plan, caller) => {
  const next = attached(plan, objects, caller.process, permit.request.bdf, 0);
  return typeof next === 'string' ? refused(next) : done(next, {});
};

/** Whatever a driver lets go, its devices go on. */
const runningOn: Parts['services']['handle.Handle.Close'] = (objects, permit, plan, caller) => {
  const closed = parts.services['handle.Handle.Close'](objects, permit, plan, caller);
  if (closed.kind !== 'done') return closed;
  const { power } = objects.machine.dma;
  return { ...closed, next: as(closed.next, { power }) };
};

/** The IOMMU says that it has forgotten, and has kept what it had of the tables. */
const forgetting: Parts['forget'] = (plan, objects, agent) => {
  const { cached } = objects.machine.dma;
  const after = parts.forget(plan, objects, agent);
  return after === objects ? objects : as(after, { cached });
};

/** Devices come to rest, and frames go on waiting for them. */
const waiting: Parts['forget'] = (plan, objects, agent) => {
  const { machine } = parts.forget(plan, objects, agent);
  return agent < 2 ? parts.forget(plan, objects, agent) : withMachine(objects, machine);
};

describe.skipIf(skipWithoutTools('Dma'))('compareTwin, of Dma', () => {
  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const compared = await compareWith({});

    expectEqual(compared);
    expect(compared.model.graph.keys.length).toBeGreaterThan(200);
  });

  it.each([
    [
      'puts devices into the domain of another',
      withServices({ 'iommu.IOMMU.Attach': wrongDomain }),
      'domain',
      /^after\n[^]*Attach__b_disk[^]*domain differs: \[disk\|->"a"\] in the model, \[disk\|->"b"\] in the module/,
    ],
    [
      'leaves devices running',
      withServices({ 'handle.Handle.Close': runningOn }),
      'power',
      /CloseMmio__a_disk[^]*power differs/,
    ],
    [
      'has the IOMMU keep what it was asked to forget',
      { ...parts, forget: forgetting },
      'kept',
      /CompleteInvalidation__iommu[^]*kept differs/,
    ],
    [
      'has frames wait for a device at rest',
      { ...parts, forget: waiting },
      'frame',
      /CompleteInvalidation__disk[^]*frame differs/,
    ],
  ])(
    'finds a kernel that %s, and tells it in words [PAIR-2] [GATE-1]',
    async (_, use, variable, told) => {
      const { difference } = await compareWith({ use });
      const words = difference === undefined ? '' : describeDifference(difference);

      expect(difference?.differs.map((one) => one.variable)).toContain(variable);
      expect(words).toMatch(told);
    },
  );

  it.each([
    [
      'FreeIsClear',
      'uses frames again uncleared',
      devices,
      'THEN "zero" ELSE m.content[f]',
      'THEN m.content[f] ELSE m.content[f]',
    ],
    [
      'FreeIsClear',
      'has the IOMMU forget nothing of the tables',
      devices,
      '{f \\in m.kept[p] : <<p, f>> \\notin m.asked.pages}',
      'm.kept[p]',
    ],
    [
      'PassingAwaits',
      'has frames wait for devices alone',
      devices,
      'awaits |-> Awaited(after)]',
      'awaits |-> Awaited(after) \\ {Iommu}]',
    ],
    [
      'PassingAwaits',
      'starts a device that has not come to rest',
      own,
      'THEN power[k] # "quiet"',
      'THEN FALSE',
    ],
    [
      'OneOwner',
      'leaves the devices of the dead running',
      devices,
      'quiet == Stopped(m, Claims(m, p))',
      'quiet == m',
    ],
    [
      'OneOwner',
      "attaches what is not the driver's",
      own,
      'Own(p, k) == Asks(p, k) /\\ k \\in Claims(Now, p)',
      'Own(p, k) == Asks(p, k)',
    ],
    [
      'OneOwner',
      'stops a device of which something is registered',
      own,
      '{k} \\ Claims(m, p)',
      '{k}',
    ],
    [
      'NoForeignFrames',
      'puts a device into every domain at once',
      own,
      'IF domain[k] = None THEN {} ELSE reach[domain[k]]',
      'UNION {reach[p] : p \\in P}',
    ],
  ])('finds by %s a module that %s [TLA-1] [GATE-1]', async (invariant, _, file, from, to) => {
    const { tlc } = await compareWith({ file, change: [from, to] });

    expect(tlc.result.kind === 'violated' ? tlc.result.names : tlc.result).toEqual([invariant]);
  });

  it('finds a module that attaches again what is in a domain [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({
      file: own,
      change: [
        'Own(p, k) /\\ domain[k] = None /\\ Becomes([Now EXCEPT !.domain[k] = p])',
        'Own(p, k) /\\ Becomes([Now EXCEPT !.domain[k] = p])',
      ],
    });

    expect(difference?.label).toBe('Attach__a_disk');
  });
});
