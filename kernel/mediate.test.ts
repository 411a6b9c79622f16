import { describe, expect, expectTypeOf, it } from 'vitest';
import { processId } from '../model/ids.ts';
import type { SecurityModule } from '../model/security.ts';
import { emptyMessage } from '../model/value.ts';
import { mediate } from './mediate.ts';
import type { Ask, Gate, Permit } from './mediate.ts';
import type { Processes } from './micro/processes.ts';
import { loadedProcesses, start } from './micro/processes.ts';

const here = { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 };

const engine = (verdict: 'granted' | 'denied'): SecurityModule<object> => ({
  initial: {},
  decide: () => ({
    verdict:
      verdict === 'granted'
        ? { kind: 'granted', by: [{ object: 'base', rule: 'grant', at: here, result: 'granted' }] }
        : { kind: 'denied', because: 'noRule', by: [] },
    audit: undefined,
  }),
  release: (context) => context,
  encode: () => undefined,
  describe: () => null,
});

const gate = (verdict: 'granted' | 'denied'): Gate<object> => ({
  security: engine(verdict),
  subject: () => ({ kind: 'unknown', name: 'x' }),
});

const ask: Ask<null> = {
  kind: 'execute',
  by: 'einit',
  to: processId(0),
  endpoint: undefined,
  method: 'main',
  message: emptyMessage,
  show: (message) => message,
  read: () => null,
};

const process = {
  name: 'x',
  subject: { kind: 'unknown', name: 'x' },
  className: 'x',
  path: '',
  stage: { kind: 'loaded' },
  environment: [],
  connections: [],
  priority: 8,
  haltsOnTrap: false,
} as const;

const started = (permit: Permit<null>): Processes => start(loadedProcesses([process], 1), permit);

describe('mediate', () => {
  it('gives a permit to a granted event alone [MED-2]', () => {
    const answers = { granted: () => 'granted', denied: () => 'denied' };

    expect(mediate(gate('granted'), {}, ask, answers)).toBe('granted');
    expect(mediate(gate('denied'), {}, ask, answers)).toBe('denied');
  });

  it('makes permits that end with their step [MED-2]', () => {
    const kept = mediate(gate('granted'), {}, ask, {
      granted: (permit) => ({ permit, inside: started(permit) }),
      denied: () => undefined,
    });

    expect(kept?.inside.list[0]?.stage).toEqual({ kind: 'running' });
    expect(() => (kept === undefined ? undefined : started(kept.permit))).toThrow(
      'a permit was used after its step',
    );
  });

  it('takes a granted message that is not of its type for a defect [MED-2]', () => {
    const misread = { ...ask, read: () => undefined };

    expect(() =>
      mediate(gate('granted'), {}, misread, { granted: () => 0, denied: () => 0 }),
    ).toThrow('a malformed message was granted');
  });

  it('makes permits that nothing else can make [MED-2] [GATE-1]', () => {
    const forged = {
      kind: 'execute',
      by: 'einit',
      to: processId(0),
      endpoint: undefined,
      method: 'main',
      request: null,
    } as const;

    // @ts-expect-error a record with the same fields is no permit
    const permit: Permit<null> = forged;
    expect(permit.kind).toBe('execute');
    expectTypeOf(forged).not.toExtend<Permit<null>>();
    // @ts-expect-error processes are made by their own file alone
    const made: Processes = { list: [process], isHalted: false };
    expect(made.isHalted).toBe(false);
  });
});
