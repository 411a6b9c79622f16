import { describe, expect, it } from 'vitest';
import { closed } from '../../kernel/micro/handles/derivation.ts';
import { lookUpKind } from '../../kernel/micro/labelled.ts';
import { notify } from '../../kernel/micro/notify.ts';
import { withHandles } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import { receiverOf, withSubscriptions } from '../../kernel/micro/services/notice/own-receiver.ts';
import { done, refused } from '../../kernel/micro/services/service.ts';
import { notice, noticeSystem } from '../notice/notice.ts';
import type { NoticeTopology } from '../notice/solution.ts';
import { smallTopology } from '../notice/topology.ts';
import { expectEqual, makePlanting, skipWithoutTools, withServices } from './test-planting.ts';
import type { Change } from './test-planting.ts';

/** A system small enough for a run in seconds, in which a receiver hears of another's end. */
const topology: NoticeTopology = {
  ...smallTopology,
  lent: [{ to: 'b', what: 'object', rights: ['getEvent'] }],
  asks: [
    { by: 'b', kind: 'object', id: 1, mask: ['alarm', 'gone'] },
    { by: 'b', kind: 'receiver', id: 2, mask: ['gone'] },
  ],
  sets: [['alarm']],
  table: 4,
  ticks: 1,
};
const tiny = noticeSystem('MCNoticeTiny', topology);

/** One in which two receivers hear of one object. */
const twofold = noticeSystem('MCNoticeTwofold', {
  ...topology,
  lent: [...topology.lent, ...topology.lent],
  asks: topology.asks.filter(({ kind }) => kind === 'object'),
  table: 5,
});
const { compareWith } = makePlanting(notice, tiny);

const violatedWith = async (change: Change, file = 'Effects.tla'): Promise<unknown> => {
  const { tlc } = await compareWith({ file, change });
  return tlc.result.kind === 'violated' ? tlc.result.names : tlc.result;
};

describe.skipIf(skipWithoutTools('Notice'))('compareTwin, of Notice', () => {
  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const compared = await compareWith({});

    expectEqual(compared);
    expect(compared.model.graph.keys.length).toBeGreaterThan(1000);
  });

  it('finds a kernel that drops entries and wakes nobody [PAIR-2] [GATE-1]', async () => {
    const use = withServices({
      'notice.Notice.DropAndWake': (objects, permit, plan, caller) => {
        const receiver = receiverOf(plan, objects, caller, permit.request.notice);
        if (typeof receiver === 'string') return refused(receiver);
        return done(withSubscriptions(objects, receiver, []), {});
      },
    });

    const { difference } = await compareWith({ use });

    expect(difference?.only).toBe('module');
    expect(difference?.label).toMatch(/^Drop__b2_\d_b1_woken$/);
  });

  it('finds a kernel that waits for longer than any wait lasts [PAIR-2] [GATE-1]', async () => {
    const getEvent = parts.services['notice.Notice.GetEvent'];
    const use = withServices({
      'notice.Notice.GetEvent': (objects, permit, plan, caller) => {
        const limits = { ...plan.limits, ticks: plan.limits.ticks + 1 };
        return getEvent(objects, permit, { ...plan, limits }, caller);
      },
    });

    const { difference } = await compareWith({ use });

    expect(difference?.label).toMatch(/^GetEvent_Blocks__b1_\d_longest$/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['wait']);
  });

  it('finds a kernel that lets anybody set events who may hear of them [PAIR-2] [GATE-1]', async () => {
    const use = withServices({
      'notice.Notice.SetObjectEvent': (objects, permit, plan, caller) => {
        const { object, eventMask } = permit.request;
        const held = lookUpKind(plan, objects, caller.process, object, 'user', 0);
        if (typeof held === 'string') return refused(held);
        return done(notify(plan, objects, held.found.sid, eventMask), {});
      },
    });

    const { difference } = await compareWith({ use });

    expect(difference?.label).toMatch(/^SetEvent/);
  });

  it('finds a kernel that closes a handle and tells nobody of the end [PAIR-2] [GATE-1]', async () => {
    const use = withServices({
      'handle.Handle.Close': (objects, permit) => {
        const { handle } = permit.request;
        if (handle === undefined) return refused('badHandle');
        return done(withHandles(objects, closed(objects.handles, permit, [handle]).handles), {});
      },
    });

    const { difference } = await compareWith({ use });

    expect(difference?.label).toMatch(/^Close__b2_\d_nobody$/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['made']);
  });

  it('finds a module that tells what the policy withholds [PAIR-2] [GATE-1]', async () => {
    const { difference } = await makePlanting(notice, twofold).compareWith({
      file: 'Effects.tla',
      change: ['Append(told, <<t, <<"denied">>>>)', 'Append(told, <<t, a>>)'],
    });

    expect(difference?.only).toBe('module');
    expect(difference?.label).toBe('SetEvent__a1_2_alarm_b2_1_alarm_b1_1_alarm');
  });

  it.each<readonly [string, Change, readonly string[]]>([
    [
      'goes on to count a SID whose resource is gone',
      ['IF "gone" \\in e THEN {} ELSE @]', '@]'],
      ['CountsWhatIs'],
    ],
    ['raises what does not count', ['@ \\cup (s.mask \\cap e)', '@ \\cup e'], ['NoneLost']],
    [
      'leaves a thread waiting where something is raised',
      ['IF ts = <<>> \\/ Raised(subs) = {} THEN w', 'IF TRUE THEN w'],
      ['WaitsForNothing'],
    ],
    [
      'loses what it hands out',
      ['!.told = Append(@, <<t, answer>>)]', '!.told = <<>>]'],
      ['NoneLost'],
    ],
    ['never ends a wait by time', ['IF k.left = 1 THEN', 'IF k.left = 2 THEN'], ['EndsInTime']],
    [
      'leaves handles to a process that has ended',
      ['LetGo(over, Without(w.handle, Range(mine)), mine)', 'LetGo(over, w.handle, mine)'],
      ['OverHasNothing'],
    ],
    [
      'destroys nothing',
      ['IF w.made[x] = Gone \\/ Held(w, x)', 'IF TRUE \\/ Held(w, x)'],
      ['MadeIsHeld'],
    ],
  ])('finds a module that %s [TLA-1] [GATE-1]', async (_, change, violated) => {
    expect(await violatedWith(change)).toEqual(violated);
  });
});
