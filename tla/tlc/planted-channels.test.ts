import { describe, expect, it } from 'vitest';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { done } from '../../kernel/micro/services/service.ts';
import { expectEqual, skipWithoutTools, withServices } from './test-planting.ts';
import { compareWith } from './test-channels.ts';

describe.skipIf(skipWithoutTools('Channels'))('compareTwin, of Channels', () => {
  it('finds the graphs of a small system equal [PAIR-1]', async () => {
    const compared = await compareWith({});

    expectEqual(compared);
    expect(compared.model.graph.keys.length).toBeGreaterThan(50);
  });

  it('finds a kernel that drops a client and does not tell it [PAIR-2] [GATE-1]', async () => {
    const drop: Parts['services']['cm.CM.Drop'] = (objects, ...rest) => {
      const served = parts.services['cm.CM.Drop'](objects, ...rest);
      return served.kind === 'done' ? done(objects, {}) : served;
    };
    const use = withServices({ 'cm.CM.Drop': drop });

    const { difference } = await compareWith({ use });

    expect(difference?.only).toBe('module');
    expect(difference?.label).toBe('Drop__s_a_x_dropped');
  });

  it('finds a kernel that takes any request where one channel was named [PAIR-2] [GATE-1]', async () => {
    const listen: Parts['listen'] = (threads, self, _over, ending) =>
      parts.listen(threads, self, undefined, ending);

    const { difference } = await compareWith({ use: { ...parts, listen } });

    expect(difference?.label).toMatch(/^Recv_Wait__s_(listener|made_a_1)$/);
    expect(difference?.differs.map(({ variable }) => variable)).toEqual(['wait']);
  });

  it('finds a module in which a server that has a client to learn of learns of none [PAIR-2] [GATE-1]', async () => {
    const { difference } = await compareWith({
      change: ['wait[p] = Ready /\\ Unlisted(p, f) = {} /\\ Same', 'wait[p] = Ready /\\ Same'],
    });

    expect(difference?.only).toBe('module');
    expect(difference?.label).toBe('Listen_TimedOut__s_all');
  });
});
