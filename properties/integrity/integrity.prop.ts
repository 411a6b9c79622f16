import { describe, expect, it } from 'vitest';
import { handleId, processId } from '../../model/ids.ts';
import { closed, closedAll } from '../../kernel/micro/handles/derivation.ts';
import { letGo } from '../../kernel/micro/let-go.ts';
import { controlOver } from '../../kernel/micro/licence.ts';
import { withThreads } from '../../kernel/micro/objects.ts';
import type { Objects } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import type { Plan } from '../../kernel/micro/plan.ts';
import type { Caller } from '../../kernel/micro/services/service.ts';
import { microWith, servicesWith, whyOf, withThirdReadied } from '../test-holes.ts';
import { integrity } from './integrity.ts';

/** Few seeds come to processes that sleep and freeze, and to handles on their way. */
const another = { seed: 5, runs: 400, steps: 400 };
const underWay = { seed: 10, runs: 80, steps: 400 };

describe('integrity', () => {
  it('finds a reception that also readies a third thread [ISO-1] [GATE-1]', () => {
    const design = microWith({
      listen: (threads, self, over, ending) =>
        withThirdReadied(parts.listen(threads, self, over, ending), [self]),
    });

    expect(whyOf(integrity, design)).toMatch(/^thread \d+: its wait has changed, and no rule/);
  });

  it('finds a service that closes a handle of another process [ISO-1] [GATE-1]', () => {
    const close: Parts['services']['handle.Handle.Close'] = (objects, permit, plan, caller) => {
      const done = parts.services['handle.Handle.Close'](objects, permit, plan, caller);
      const other = objects.handles.findIndex(
        (table, process) => process !== caller.process && table[1] !== undefined,
      );
      if (done.kind !== 'done' || other < 0) return done;
      const ended = closed(done.next.handles, controlOver(processId(other)), [handleId(1)]);
      return { ...done, next: letGo(plan, done.next, ended) };
    };

    expect(whyOf(integrity, servicesWith({ 'handle.Handle.Close': close }))).toMatch(
      /^handle 1 of process \d+: vanishes has changed, and no rule/,
    );
  });
});

describe('integrity, of what only looks licensed', () => {
  type Change = (objects: Objects, plan: Plan, caller: Caller) => Objects;

  /** A look-up that also does something that nobody asked for. */
  const whyOfLooking = (change: Change, how = another): string | undefined => {
    const close: Parts['services']['handle.Handle.Close'] = (objects, permit, plan, caller) => {
      const done = parts.services['handle.Handle.Close'](objects, permit, plan, caller);
      return done.kind === 'done' ? { ...done, next: change(done.next, plan, caller) } : done;
    };
    return whyOf(integrity, servicesWith({ 'handle.Handle.Close': close }), how);
  };

  it('finds a service that wakes who sleeps in another process [ISO-1] [GATE-1]', () => {
    const why = whyOfLooking((objects, _, caller) => {
      const list = objects.threads.list.map((thread) =>
        thread?.process !== caller.process &&
        thread?.wait.kind === 'waiting' &&
        ['time', 'resumption'].includes(thread.wait.waiting.waitsFor.kind)
          ? { ...thread, wait: { kind: 'ready' } as const }
          : thread,
      );
      return withThreads(objects, { ...objects.threads, list });
    });

    expect(why).toMatch(/^thread \d+: its wait has changed, and no rule/);
  });

  it('finds a service that closes what is on its way to another process [ISO-1] [GATE-1]', () => {
    const why = whyOfLooking((objects, plan) => {
      const to = objects.handles.findIndex((table) => table.some((entry) => entry?.isInTransit));
      const number = objects.handles[to]?.findIndex((entry) => entry?.isInTransit) ?? -1;
      if (number < 0) return objects;
      const ended = closed(objects.handles, controlOver(processId(to)), [handleId(number)]);
      return letGo(plan, objects, ended);
    }, underWay);

    expect(why).toMatch(/^handle \d+ of process \d+: vanishes has changed, and no rule/);
  });

  it('finds a freezing that takes what the process holds [ISO-1] [LIFE-1] [GATE-1]', () => {
    const freeze: Parts['services']['task.Task.Freeze'] = (objects, permit, plan, caller) => {
      const done = parts.services['task.Task.Freeze'](objects, permit, plan, caller);
      const place = objects.processes.list.findIndex(
        (process, at) =>
          done.kind === 'done' &&
          process?.stage.kind === 'running' &&
          at !== caller.process &&
          done.next.processes.list[at]?.stage.kind === 'frozen',
      );
      if (done.kind !== 'done' || place < 0) return done;
      const ended = closedAll(done.next.handles, controlOver(processId(place)));
      return { ...done, next: letGo(plan, done.next, ended) };
    };

    expect(whyOf(integrity, servicesWith({ 'task.Task.Freeze': freeze }), another)).toMatch(
      /^handle \d+ of process \d+: vanishes has changed, and no rule/,
    );
  });
});
