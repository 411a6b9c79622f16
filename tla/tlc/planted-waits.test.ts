import { describe, expect, it } from 'vitest';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { done } from '../../kernel/micro/services/service.ts';
import { expectEqual, skipWithoutTools, withServices } from './test-planting.ts';
import { compareWith } from './test-waits.ts';

describe.skipIf(skipWithoutTools('Ipc'))('compareTwin, of Ipc, where waits end early', () => {
  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const compared = await compareWith({});

    expectEqual(compared);
  });

  it('finds a kernel in which no call ends with time [PAIR-2] [GATE-1]', async () => {
    const enqueue: Parts['enqueue'] = (threads, client, permit, sent) => {
      const forEver = { remaining: undefined, interrupt: undefined };
      return parts.enqueue(threads, client, permit, { ...sent, ending: forEver });
    };

    const { difference } = await compareWith({ use: { ...parts, enqueue } });

    expect(difference?.label).toMatch(/^Call_(Queue|Deliver)__a_s_\w+_15ms$/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['limit']);
  });

  it('finds a kernel that wakes nobody as it interrupts [PAIR-2] [GATE-1]', async () => {
    const use = withServices({ 'ipc.IPC.SetInterrupt': (objects) => done(objects, {}) });

    const { difference } = await compareWith({ use });

    expect(difference?.label).toMatch(/^SetInterrupt__s_/);
  });

  it('finds a kernel that keeps what a policy remembers of the dead [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({ use: { ...parts, gone: () => [] } });

    expect(difference?.label).toMatch(/^Exit__s_/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['context']);
  });

  it('finds a kernel in which nothing ends with the process that exits [PAIR-2] [GATE-1]', async () => {
    const use = withServices({ 'task.Task.Exit': (objects) => done(objects, {}) });

    const { difference } = await compareWith({ use });

    expect(difference?.label).toMatch(/^Exit__s_/);
    expect(difference?.differs.map(({ variable }) => variable)).toContain('wait');
  });

  it('finds a module that rounds time down [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({
      file: 'Rendezvous.tla',
      change: ['(l.time[1] + Length - 1) \\div Length', 'l.time[1] \\div Length'],
    });

    expect(difference?.label).toMatch(/_15ms$/);
  });
});
