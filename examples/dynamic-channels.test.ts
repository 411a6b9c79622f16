import { describe, expect, it } from 'vitest';
import { runAssertions } from '../kss/pal.ts';
import { stepWords } from '../simulator/step-words.ts';
import type { Solution } from '../solution/solution.ts';
import type { Fault } from '../solution/yaml/faults.ts';
import {
  digestsOf,
  eventName,
  exampleSolution,
  exploredFor,
  judgedIn,
  stepsOf,
  violatedIn,
} from './test-example.ts';
import type { Change } from './test-example.ts';

const seeds = Array.from({ length: 8 }, (_, index) => index + 1);
const solution = exampleSolution('dynamic-channels');
const crash: Fault = { at: 60, process: 'Printer', fault: 'trap' };

/** Events of runs by name, with their verdicts: `granted request Clerk Printer job.Print`. */
const seenIn = (of: Solution, faults: readonly Fault[] = []): ReadonlySet<string> =>
  new Set(
    seeds.flatMap((seed) =>
      judgedIn(stepsOf(of, seed, 200, faults)).map(
        (judged) => `${judged.verdict.kind} ${eventName(judged)}`,
      ),
    ),
  );

const connect = 'request Visitor kl.core.Core cm.CM.Connect';

/** The visitor may ask for a channel as the clerk may. */
const askingVisitor: Change = {
  file: 'office/channels.psl',
  from: '    match src=office.Clerk method=Connect {',
  to: '    match src=office.Visitor method=Connect { grant () }\n    match src=office.Clerk method=Connect {',
};

/** Its name is told to it by whoever answers. */
const answeredVisitor: Change = {
  file: 'office/channels.psl',
  from: '    match dst=office.Clerk             { grant () }\n',
  to: '    match dst=office.Clerk             { grant () }\n    match dst=office.Visitor { grant () }\n',
};

describe('dynamic-channels', () => {
  it('loads without a word, and meets every expectation of its policy [LANG-2]', () => {
    const results = runAssertions(solution);

    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === 'denied').length).toBeGreaterThan(15);
    expect(results.filter(({ verdict }) => verdict === 'granted').length).toBeGreaterThan(15);
  });

  it.each(['visitor-never-prints', 'visitor-never-publishes', 'names-open-no-doors'])(
    'keeps %s, and puts it to the test [OBJ-2]',
    (objective) => {
      const { violations, judged, explored } = exploredFor(solution, objective);

      expect(violations).toEqual([]);
      expect(judged.get(objective)).toBeGreaterThan(0);
      expect(explored.complete).toBe(true);
    },
  );

  it.each<readonly [string, Change]>([
    [
      'visitor-never-prints',
      {
        file: 'security.psl',
        from: '    match src=office.Visitor endpoint=status method=Read  { grant () }',
        to: '    match src=office.Visitor { grant () }',
      },
    ],
    [
      'visitor-never-publishes',
      {
        file: 'security.psl',
        from: '    match method=Enumerate {\n        match src=office.Clerk   { grant () }',
        to: '    match src=office.Visitor { grant () }\n    match method=Enumerate {\n        match src=office.Clerk   { grant () }',
      },
    ],
    ['names-open-no-doors', askingVisitor],
  ])('violates %s where one rule is wider [OBJ-2] [GATE-1]', (objective, change) => {
    const weakened = exampleSolution('dynamic-channels', change);

    expect(violatedIn(exploredFor(weakened, objective)).map(([name]) => name)).toContain(objective);
  });

  it('makes a channel for the clerk, hands the printer over by it, and denies the visitor one [IPC-1]', () => {
    const seen = seenIn(solution);

    expect(seen).toContain('granted request Clerk kl.core.Core cm.CM.Connect');
    expect(seen).toContain('granted request ConnectionManager kl.core.Core cm.CM.Accept');
    expect(seen).toContain('granted response ConnectionManager Clerk connections.Open');
    expect(seen).toContain('granted request Clerk Printer job.Print');
    expect(seen).toContain(`denied ${connect}`);
    expect(seen).not.toContain(`granted ${connect}`);
  });

  it('drops who asks for what nobody has published [IPC-1]', () => {
    const dropped = stepsOf(solution, 1, 60).flatMap(({ report }) =>
      report.completions.filter(
        ({ outcome }) => outcome.kind === 'refused' && outcome.because === 'dropped',
      ),
    );
    const told = judgedIn(stepsOf(solution, 1, 60)).filter(
      (judged) => eventName(judged) === 'request ConnectionManager kl.core.Core cm.CM.Drop',
    );

    expect([told.length, dropped.length]).toEqual([1, 1]);
  });

  it('keeps a visitor out by what may be accepted, though it could ask [IPC-1] [POL-2]', () => {
    const seen = seenIn(exampleSolution('dynamic-channels', askingVisitor, answeredVisitor));

    expect(seen).toContain(`granted ${connect}`);
    expect(seen).toContain('denied request ConnectionManager kl.core.Core cm.CM.Accept');
    expect(seen).toContain('granted request ConnectionManager kl.core.Core cm.CM.Drop');
    expect([...seen].filter((one) => one.includes('Visitor ConnectionManager'))).toEqual([]);
  });

  it('hands over what was published alone: a manager that lends more is denied [CAP-1] [POL-2]', () => {
    const generous = exampleSolution('dynamic-channels', {
      file: 'programs.yaml',
      from: 'lend { handle : kept.endpoint, rights : 0x10000 }',
      to: 'kept.endpoint',
    });
    const seen = seenIn(generous);

    expect(seen).toContain('denied response ConnectionManager Clerk connections.Open');
    expect(seen).not.toContain('granted response ConnectionManager Clerk connections.Open');
    expect(seen).not.toContain('granted request Clerk Printer job.Print');
  });

  it('starts a printer anew that has failed, by a start that is judged, and is connected to it again [LIFE-1]', () => {
    for (const seed of seeds) {
      const steps = stepsOf(solution, seed, 240, [crash]);
      const restart = steps.findIndex((step) => stepWords(step).endsWith(', and Printer starts'));
      const after = judgedIn(steps.slice(restart)).map(eventName);

      expect({ seed, restart: restart > 59 }).toEqual({ seed, restart: true });
      expect(after).toContain('execute Supervisor Printer');
      expect(after).toContain('request Printer ConnectionManager connections.Publish');
      expect(after).toContain('request Clerk Printer job.Print');
    }
  });

  it('leaves it down where the start is denied [LIFE-1] [GATE-1]', () => {
    const denied = exampleSolution('dynamic-channels', {
      file: 'office/supervision.psl',
      from: 'execute src=office.Supervisor, dst=office.Printer { grant () }',
      to: 'execute src=office.Supervisor, dst=office.Printer { deny () }',
    });
    const steps = stepsOf(denied, 1, 240, [crash]);
    const words = steps.map(stepWords);
    const after = judgedIn(steps.slice(60)).filter(({ verdict }) => verdict.kind === 'granted');

    expect(words.some((one) => one.endsWith(', and Printer may not start'))).toBe(true);
    expect(after.map(eventName)).not.toContain('request Clerk Printer job.Print');
  });

  it('runs the same way for the same seed [SIM-2]', () => {
    expect(digestsOf(solution, 3, 60)).toEqual(digestsOf(solution, 3, 60));
    expect(digestsOf(solution, 3, 60)).not.toEqual(digestsOf(solution, 4, 60));
  });
});
