import { describe, expect, it } from 'vitest';
import { handleId, threadId } from '../model/ids.ts';
import type { SecurityModule } from '../model/security.ts';
import type { Action } from '../model/step.ts';
import { emptyMessage } from '../model/value.ts';
import { exploring } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { parts } from '../kernel/micro/parts.ts';
import type { Threads } from '../kernel/micro/threads/threads.ts';
import { catalogue } from '../kss/catalogue.ts';
import { interpret } from '../kss/interpreter.ts';
import { load } from '../solution/load.ts';
import type { Solution } from '../solution/solution.ts';
import { properties } from './catalogue.ts';
import { completeMediation } from './complete-mediation.ts';
import { defaultDeny } from './default-deny.ts';
import { isolation } from './isolation.ts';
import { makeObserver } from './observed-step.ts';
import type { ObservedStep } from './observed-step.ts';
import { sampleProperty } from './run-properties.ts';

const sampling = { seed: 1, runs: 200, steps: 60 };

const here = { file: 'planted', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** An engine that grants what some reason of the honest one denies. */
const lying =
  (reasons: readonly string[]) =>
  <Context extends object>(honest: SecurityModule<Context>): SecurityModule<Context> => ({
    ...honest,
    decide: (context, event) => {
      const decision = honest.decide(context, event);
      const { verdict } = decision;
      if (verdict.kind === 'granted' || !reasons.includes(verdict.because)) return decision;
      const by = [{ object: 'base', rule: 'grant', at: here, result: 'granted' }] as const;
      return { verdict: { kind: 'granted', by }, audit: undefined };
    },
  });

/** Threads in which some other thread than those named waits no more. */
const withThirdReadied = (threads: Threads, involved: readonly number[]): Threads => {
  const list = threads.list.map((thread, index) =>
    thread === undefined || involved.includes(index) || thread.wait.kind === 'ready'
      ? thread
      : { ...thread, wait: { kind: 'ready' } as const },
  );
  return { ...threads, list };
};

/** A solution whose policy starts two processes and covers no request. */
const grantingNothing = (() => {
  const text = (kind: string, name: string, body: string): [string, string] => [
    `g/${name}.${kind}`,
    body,
  ];
  const { solution } = load(
    {
      name: 'nothing',
      files: new Map([
        text('idl', 'I', 'package g.I\ninterface { M(); }'),
        text('edl', 'A', 'entity g.A'),
        text('edl', 'B', 'entity g.B\nendpoints { i : g.I }'),
        [
          'security.psl',
          'execute: kl.core.Execute\nuse EDL Einit\nuse EDL g.A\nuse EDL g.B\nexecute { grant () }',
        ],
        [
          'init.yaml',
          'entities:\n- name: g.A\n  connections:\n  - {target: g.B, id: b}\n- name: g.B\n',
        ],
      ]),
    },
    catalogue,
  );
  if (solution === undefined) throw new Error('the solution does not load');
  return solution;
})();

const courtOf = (solution: Solution) => ({
  solution,
  security: interpret(solution),
  boot: [],
});

const deniedStep = (solution: Solution): ObservedStep => {
  const kernel = makeMicro()({ solution, security: interpret(solution), limits: exploring });
  const { state } = kernel.boot();
  const action: Action = {
    kind: 'call',
    by: threadId(0),
    handle: handleId(1),
    endpoint: 'i',
    method: 'M',
    message: emptyMessage,
  };
  return makeObserver(kernel)(state, action, kernel.step(state, action));
};

describe('properties', () => {
  it.each(properties.map((property) => [property.name, property] as const))(
    '%s holds over generated solutions and hostile runs, and its premise occurs [MED-1] [DENY-1] [ISO-1]',
    (_, property) => {
      const result = sampleProperty(property, sampling);

      expect(result.counterexample).toBeUndefined();
      expect(result.runs).toBe(sampling.runs);
      expect(result.witnesses).toBeGreaterThan(50);
    },
  );

  it('gives the same result for the same seed [VER-1]', () => {
    const small = { seed: 7, runs: 20, steps: 30 };

    expect(sampleProperty(isolation, small)).toEqual(sampleProperty(isolation, small));
  });
});

describe('completeMediation', () => {
  it('finds an engine that grants what a rule refuses [MED-1] [GATE-1]', () => {
    const { counterexample } = sampleProperty(completeMediation, sampling, {
      engine: lying(['ruleRefused', 'failed']),
    });

    expect(counterexample?.why).toMatch(/granted, and the policy says denied$/);
  });

  it('finds a kernel that hands a request to a process that nobody called [MED-1] [GATE-1]', () => {
    const { counterexample } = sampleProperty(completeMediation, sampling, {
      parts: {
        ...parts,
        listen: (threads, self, over, ending) =>
          withThirdReadied(parts.listen(threads, self, over, ending), [self]),
      },
    });

    expect(counterexample?.why).toMatch(/changed without a granted event or standing request$/);
  });
});

describe('defaultDeny', () => {
  it('finds an engine that grants what no rule covers [DENY-1] [GATE-1]', () => {
    const { counterexample } = sampleProperty(defaultDeny, sampling, { engine: lying(['noRule']) });

    expect(counterexample?.why).toMatch(/is granted(?: at boot)?, and no rule covers it$/);
  });

  it('finds a denied request that changes something [DENY-2] [GATE-1]', () => {
    const judge = defaultDeny.start(courtOf(grantingNothing));
    const step = deniedStep(grantingNothing);

    expect(judge(step)).toEqual({ kind: 'witnessed' });
    expect(judge({ ...step, changed: ['handles'] })).toEqual({
      kind: 'broken',
      why: 'a denied request changed handles',
    });
  });
});

describe('isolation', () => {
  it('finds an answer that also frees a third process [ISO-1] [GATE-1]', () => {
    const { counterexample } = sampleProperty(isolation, sampling, {
      parts: {
        ...parts,
        finish: (threads, server, licence) => {
          const client = threads.list[server]?.serving?.client ?? -1;
          return withThirdReadied(parts.finish(threads, server, licence), [server, client]);
        },
      },
    });

    expect(counterexample?.why).toMatch(/takes no part, and has changed$/);
  });

  it('shrinks what it finds to a short run [ISO-1]', () => {
    const { counterexample } = sampleProperty(isolation, sampling, {
      parts: {
        ...parts,
        listen: (threads, self, over, ending) =>
          withThirdReadied(parts.listen(threads, self, over, ending), [self]),
      },
    });

    expect(counterexample?.intents.length).toBeLessThan(6);
  });
});
