import { describe, expect, it } from 'vitest';
import type { SecurityModule } from '../../model/security.ts';
import { authorityConfinement } from '../../properties/authority-confinement.ts';
import { properties } from '../../properties/catalogue.ts';
import { completeMediation } from '../../properties/complete-mediation.ts';
import { contextRelease } from '../../properties/context-release.ts';
import { deadHoldsNothing } from '../../properties/dead-holds-nothing.ts';
import { integrity, integrityRules } from '../../properties/integrity/integrity.ts';
import { quotas } from '../../properties/quotas.ts';
import { revocation } from '../../properties/revocation.ts';
import { sampleProperties, sampleProperty } from '../../properties/run-properties.ts';
import type { RunProperty } from '../../properties/run-property.ts';
import { sampleNoninterference } from '../../properties/sample-all.ts';
import { startedByGrant } from '../../properties/started-by-grant.ts';
import { anyKernel } from '../kernel.ts';
import type { KernelDesign } from '../kernel.ts';
import { allRights } from '../rights.ts';
import { closed, findHeld, lookUp } from './capabilities.ts';
import { lose } from './lose.ts';
import { boxOf } from './machine.ts';
import type { Cell } from './machine.ts';
import { excused, idleProperties } from './excused.ts';
import { makeMailbox } from './mailbox.ts';
import { refusal } from './outcome.ts';
import { parts } from './parts.ts';
import type { Parts } from './parts.ts';
import { handleIn, handleValue } from './services/arguments.ts';
import { give } from './services/handles.ts';
import { done, refused } from './services/service.ts';
import type { Served, Service } from './services/service.ts';
import { compareKernels } from './test-both.ts';

const quick = { seed: 1, runs: 80, steps: 400 };
const beside = { seed: 5, runs: 100, steps: 300 };
const pairs = { seed: 1, runs: 40, steps: 400 };

/** The mailbox kernel with some of its parts replaced. */
const mailboxWith =
  (change: Partial<Parts> = {}): KernelDesign =>
  (system) =>
    anyKernel(makeMailbox({ ...parts, ...change })(system));

/** The services with another in the place of one, which it is given. */
const servicesWith = (name: string, make: (honest: Service) => Service): Parts['services'] => {
  const honest = parts.services.get(name);
  if (honest === undefined) throw new Error(`no service ${name}`);
  return new Map([...parts.services, [name, make(honest)]]);
};

/** The mailbox kernel with one of its services replaced. */
const serviceWith = (name: string, make: (honest: Service) => Service): KernelDesign =>
  mailboxWith({ services: servicesWith(name, make) });

const whyOf = (property: RunProperty, design: KernelDesign): string | undefined =>
  sampleProperty(property, quick, { design }).counterexample?.why;

/** A mailbox that gives its letters to the process after the one that was called. */
const misdelivering: Parts['post'] = (machine, permit, fields) => {
  const posted = parts.post(machine, permit, fields);
  if (typeof permit.to !== 'number') return posted;
  const { letters } = boxOf(posted, permit.to);
  const other = machine.boxes.findIndex((_, process) => process !== permit.to);
  const boxes = posted.boxes.map((box, process) => {
    if (process === permit.to) return boxOf(machine, permit.to);
    return process === other ? { ...box, letters: [...box.letters, ...letters.slice(-1)] } : box;
  });
  return { ...posted, boxes };
};

/** Posting that also ends the reception of some process that was not called. */
const meddling: Parts['post'] = (machine, permit, fields) => {
  const posted = parts.post(machine, permit, fields);
  const other = posted.cells.findIndex(
    ({ wait }, process) => process !== permit.to && process !== permit.by && wait.kind === 'mail',
  );
  if (other < 0) return posted;
  const cells = posted.cells.map((cell, process) =>
    process === other ? { ...cell, slot: refusal('timedOut') } : cell,
  );
  return { ...posted, cells };
};

/** What integrity must rest on where requests are buffered: a letter in a mailbox, one that was taken, and so on. */
const rulesOfMail = [
  'a server that waits is given a request',
  'a server that waits is given a client',
  'a request is taken by the server that was called',
  'a call is answered by who serves it',
  'a call ends with its server',
  'a wait ends with time',
  'a client that ends is served no more',
  'a handle arrives with the request that is taken',
  'a handle goes with the request that it came with',
];

const sampled = sampleProperties(
  properties,
  { seed: 1, runs: 360, steps: 500 },
  { design: mailboxWith() },
);
const compared = compareKernels(properties, beside);
const rules = sampled.find(({ name }) => name === 'integrity')?.rules ?? new Map<string, number>();

describe('the mailbox kernel', () => {
  it.each(sampled.map((result) => [result.name, result] as const))(
    'keeps %s, and its premise occurs [KRN-2] [MED-1] [DENY-1] [ISO-1]',
    (name, { counterexample, steps, witnesses }) => {
      expect(counterexample).toBeUndefined();
      expect(steps).toBeGreaterThan(100_000);
      const occasions = witnesses + (compared.witnesses.get(name) ?? 0);
      expect(occasions > 20).toBe(!idleProperties.has(name));
      expect(occasions === 0).toBe(idleProperties.has(name));
    },
  );

  it.each(rulesOfMail)('rests on the rule: %s [KRN-2] [ISO-1]', (rule) => {
    expect(rules.get(rule) ?? 0).toBeGreaterThan(20);
  });

  it('keeps islands apart, and the other island acts [KRN-2] [ISO-2] [ISO-3]', () => {
    const { counterexample, witnesses } = sampleNoninterference(pairs, { design: mailboxWith() });

    expect(counterexample).toBeUndefined();
    expect(witnesses).toBeGreaterThan(500);
  });

  it('is excused from what it gives no occasion for, and from nothing else [KRN-2] [ISO-1]', () => {
    const rested = (rule: string): boolean => rules.has(rule) || compared.rules.has(rule);
    const idle = Object.values(integrityRules)
      .flat()
      .filter((rule) => !rested(rule));

    expect(idle.filter((rule) => !excused.has(rule))).toEqual([]);
    expect([...excused.keys()].filter((rule) => !idle.includes(rule))).toEqual([]);
  });
});

describe('the two kernels side by side', () => {
  it('come to the same outcomes, verdicts, facts and contexts, step by step [KRN-2]', () => {
    expect(compared.differs).toBeUndefined();
    expect(compared.steps).toBeGreaterThan(25_000);
  });

  it('keep each property where processes end and begin again, with witnesses [KRN-2] [LBL-1]', () => {
    expect(compared.broken).toBeUndefined();
    const idle = properties.filter(({ name }) => (compared.witnesses.get(name) ?? 0) === 0);

    expect(idle.map(({ name }) => name)).toEqual([...idleProperties.keys()]);
  });

  it('show by their difference a service that answers otherwise [KRN-2] [GATE-1]', () => {
    const services = servicesWith('time.Time.GetTime', () => (machine) => done(machine, []));

    expect(compareKernels([], beside, { ...parts, services }).differs).toMatch(/^told /);
  });
});

describe('a hole in the mailbox kernel', () => {
  it('is found: a mailbox that delivers to another process [KRN-2] [MED-1] [GATE-1]', () => {
    expect(whyOf(completeMediation, mailboxWith({ post: misdelivering }))).toMatch(
      /stands without a granted event$/,
    );
  });

  it('is found: a call that ends the reception of who was not called [ISO-1] [GATE-1]', () => {
    expect(whyOf(integrity, mailboxWith({ post: meddling }))).toMatch(
      /^thread \d+: its wait has changed, and no rule/,
    );
  });

  it('is found: an answer that leaves the letter on the desk [ISO-1] [GATE-1]', () => {
    const answer: Parts['answer'] = (machine, permit, letter, outcome) => ({
      ...parts.answer(machine, permit, letter, outcome),
      boxes: machine.boxes,
    });

    expect(whyOf(deadHoldsNothing, mailboxWith({ answer }))).toMatch(/has ended, and has request/);
  });

  it('is found: a copy with more rights than the handle [CAP-1] [CAP-3] [GATE-1]', () => {
    const design = serviceWith(
      'handle.Handle.Copy',
      () =>
        (machine, permit, layout, caller): Served => {
          const number = handleIn(permit.request, 'inHandle');
          const from = lookUp(machine.capabilities, caller.process, number);
          if (typeof from === 'string') return refused(from);
          const fresh = { sid: from.sid, rights: allRights, from };
          const made = give(layout, machine, permit, caller, fresh);
          return typeof made === 'string'
            ? refused(made)
            : done(made.next, [['outHandle', handleValue(made.number)]], [made.number]);
        },
    );

    expect(whyOf(authorityConfinement, design)).toMatch(
      /has rights that handle \d+ of process \d+ has not$/,
    );
  });

  it('is found: a revocation that only closes [CAP-2] [GATE-1]', () => {
    const design = serviceWith(
      'handle.Handle.Revoke',
      () =>
        (machine, permit, layout, caller): Served => {
          const number = handleIn(permit.request, 'handle');
          const held = findHeld(machine.capabilities, caller.process, number);
          if (held === undefined) return refused('badHandle');
          const lost = closed(machine.capabilities, permit, [held.number]);
          return done(lose(layout, machine, lost));
        },
    );

    expect(whyOf(revocation, design)).toMatch(/was derived from a revoked one, and is live$/);
  });

  it('is found: an exit that leaves the handles of the process [LIFE-3] [GATE-1]', () => {
    const design = serviceWith('task.Task.Exit', (exit) => (machine, permit, layout, caller) => {
      const ended = exit(machine, permit, layout, caller);
      if (ended.kind !== 'ended') return ended;
      const { capabilities } = machine;
      return { kind: 'ended', next: { ...ended.next, capabilities } };
    });

    expect(whyOf(deadHoldsNothing, design)).toMatch(/has ended, and has handle \d+$/);
  });

  it('is found: an exit that leaves letters in the mailbox [LIFE-3] [GATE-1]', () => {
    const design = serviceWith('task.Task.Exit', (exit) => (machine, permit, layout, caller) => {
      const ended = exit(machine, permit, layout, caller);
      return ended.kind === 'ended'
        ? { kind: 'ended', next: { ...ended.next, boxes: machine.boxes } }
        : ended;
    });

    expect(whyOf(deadHoldsNothing, design)).toMatch(/has ended, and has request/);
  });

  it('is found: a forgotten release [LIFE-2] [GATE-1]', () => {
    expect(whyOf(contextRelease, mailboxWith({ gone: () => [] }))).toMatch(
      /is gone, and its context stays$/,
    );
  });

  it('is found: a table that grows beyond its share [AVL-1] [GATE-1]', () => {
    const services = servicesWith(
      'task.Task.Open',
      (open) => (machine, permit, layout, caller) =>
        open(machine, permit, { ...layout, limits: { ...layout.limits, handles: 99 } }, caller),
    );

    expect(compareKernels([quotas], beside, { ...parts, services }).broken).toMatch(
      /^a process has 10 of handles/,
    );
  });

  it('is found: a process that runs as soon as it is loaded [LBL-1] [GATE-1]', () => {
    const services = servicesWith(
      'task.Task.LoadSeg',
      (loadSeg) => (machine, permit, layout, caller) => {
        const done = loadSeg(machine, permit, layout, caller);
        if (done.kind !== 'done') return done;
        const cells = done.next.cells.map((cell, process): Cell =>
          cell === machine.cells[process] ? cell : { ...cell, stage: { kind: 'running' } },
        );
        return { ...done, next: { ...done.next, cells } };
      },
    );

    expect(compareKernels([startedByGrant], beside, { ...parts, services }).broken).toMatch(
      /runs in a process whose start was not granted$/,
    );
  });

  it('is found: a share that is counted over all processes [ISO-2] [AVL-1] [GATE-1]', () => {
    const design = serviceWith(
      'handle.Handle.CreateUserObject',
      (create) => (machine, permit, layout, caller) =>
        machine.things.flat().filter((thing) => thing !== undefined).length >= 3
          ? refused('resourcesFull')
          : create(machine, permit, layout, caller),
    );

    expect(sampleNoninterference(pairs, { design }).counterexample?.why).toMatch(
      /^the outcome differs/,
    );
  });

  it('is found: a call that touches the other island [ISO-2] [GATE-1]', () => {
    const design = mailboxWith({ post: meddling });

    expect(sampleNoninterference(pairs, { design }).counterexample?.why).toMatch(
      /^a step of another domain ended a wait/,
    );
  });
});

describe('a hole in the engine', () => {
  it('is found through the mailbox kernel: it grants what a rule refuses [KRN-2] [MED-1] [GATE-1]', () => {
    const here = { file: 'planted', line: 1, column: 1, endLine: 1, endColumn: 1 };
    const lying = <Context extends object>(
      honest: SecurityModule<Context>,
    ): SecurityModule<Context> => ({
      ...honest,
      decide: (context, event) => {
        const decision = honest.decide(context, event);
        const { verdict } = decision;
        if (verdict.kind === 'granted' || verdict.because !== 'ruleRefused') return decision;
        const by = [{ object: 'base', rule: 'grant', at: here, result: 'granted' }] as const;
        return { verdict: { kind: 'granted', by }, audit: undefined };
      },
    });
    const { counterexample } = sampleProperty(completeMediation, quick, {
      design: mailboxWith(),
      engine: lying,
    });

    expect(counterexample?.why).toMatch(/granted, and the policy says denied$/);
  });
});
