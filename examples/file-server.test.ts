import { describe, expect, it } from 'vitest';
import type { Sid } from '../model/ids.ts';
import type { Judged } from '../model/step.ts';
import { isTagged } from '../model/value.ts';
import { runAssertions } from '../kss/pal.ts';
import type { Solution } from '../solution/solution.ts';
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
const solution = exampleSolution('file-server');
const exploration = exploredFor(solution, 'guest-never-writes');

/** The SID of the file that a message is about, as the policy saw it. */
const fileOf = ({ event: { content } }: Judged): Sid | undefined => {
  if (content.kind !== 'value') return undefined;
  const file = content.message.fields.get('file') ?? null;
  return isTagged(file) && file.kind === 'handle' ? file.sid : undefined;
};

/** What the guest got to see of files that were not published then, in runs of a solution. */
const leaks = (of: Solution): readonly string[] =>
  seeds.flatMap((seed) => {
    const published = new Set<Sid>();
    return judgedIn(stepsOf(of, seed, 300)).flatMap((judged) => {
      const file = fileOf(judged);
      const name = eventName(judged);
      if (judged.verdict.kind !== 'granted' || file === undefined) return [];
      if (name === 'request Editor FileServer file.Publish') published.add(file);
      if (name === 'request Editor FileServer file.Withdraw') published.delete(file);
      const isSeen =
        name === 'request Guest FileServer file.Read' ||
        name.startsWith('response FileServer Guest directory.');
      return isSeen && !published.has(file) ? [name] : [];
    });
  });

const grantsOf = (of: Solution, name: string): number =>
  seeds.flatMap((seed) =>
    judgedIn(stepsOf(of, seed, 300)).filter(
      (judged) => judged.verdict.kind === 'granted' && eventName(judged) === name,
    ),
  ).length;

/** A server that lends the plan when it is asked for the notice. */
const confused: Change = {
  file: 'programs.yaml',
  from: 'reply { file : lend { handle : kept.notice, rights : 0x10002, badge : kept.noticeBadge } }',
  to: 'reply { file : lend { handle : kept.plan, rights : 0x10002, badge : kept.planBadge } }',
};

/** Nothing asks for the label where a handle goes out. */
const unaskedOut: Change = {
  file: 'security.psl',
  from: `    match dst=files.Guest {
        audience.allow { sid : message.file.handle, states : ["public"] }
    }
`,
  to: '',
};

/** Nothing asks for it where one comes back. */
const unaskedBack: Change = {
  file: 'security.psl',
  from: `        match src=files.Guest {
            audience.allow { sid : message.file.handle, states : ["public"] }
        }
`,
  to: '',
};

describe('file-server', () => {
  it('loads without a word, and meets every expectation of its policy [LANG-2]', () => {
    const results = runAssertions(solution);

    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === 'denied').length).toBeGreaterThan(20);
    expect(results.filter(({ verdict }) => verdict === 'granted').length).toBeGreaterThan(20);
  });

  it('keeps its objectives whatever the guest does, and each is put to the test [OBJ-2]', () => {
    const { violations, judged, explored, mostGeneral, reasons } = exploration;

    expect(violations).toEqual([]);
    expect([...judged.values()].every((count) => count > 0)).toBe(true);
    expect(judged.size).toBe(3);
    expect(explored.complete).toBe(true);
    expect(mostGeneral).toEqual(['Guest']);
    expect(reasons).toEqual([expect.stringMatching(/^more handles are given than/u)]);
  });

  it('violates guest-never-writes without the rule that keeps it; the others in file-server.slow.ts [OBJ-2] [GATE-1]', () => {
    const weakened = exampleSolution('file-server', {
      file: 'security.psl',
      from: `        assert (message.file.rights & 0x20000 != 0)
        integrity.write { source : src_sid, target : message.file.handle }
`,
      to: '        grant ()\n',
    });

    expect(violatedIn(exploredFor(weakened, 'guest-never-writes')).map(([name]) => name)).toEqual([
      'guest-never-writes',
    ]);
  });

  it('has an untrusted guest use the handles that it is given: the notice is read, and nothing is written [OBJ-2]', () => {
    const reading = exampleSolution('file-server', {
      file: 'objectives.yaml',
      from: 'endpoint=file method=Publish',
      to: 'endpoint=file method=Read',
    });

    expect(violatedIn(exploredFor(reading, 'guest-never-publishes'))).toEqual([
      ['guest-never-publishes', 15],
    ]);
  });

  it('finds what can be done with such a handle alone: to publish it anew, were that not for the editor only [OBJ-3] [GATE-1]', () => {
    const weakened = exampleSolution('file-server', {
      file: 'security.psl',
      from: `    match src=files.Editor {
        match method=Publish  { audience.enter { sid : message.file.handle, state : "public" } }`,
      to: `    match method=Publish { audience.enter { sid : message.file.handle, state : "public" } }
    match src=files.Editor {`,
    });
    const [found] = exploredFor(weakened, 'guest-never-publishes').violations;

    expect(found?.why).toMatch(/^granted: request Guest ~> FileServer : file.Publish/u);
    expect(found?.trace).toHaveLength(15);
  });

  it('shows the guest what is published and nothing else, by the labels of the files [LBL-2]', () => {
    expect(grantsOf(solution, 'request Guest FileServer file.Read')).toBeGreaterThan(10);
    expect(leaks(solution)).toEqual([]);
  });

  it('shows it no more though the server hands out what nobody asked for [LBL-2] [POL-2]', () => {
    const wrong = exampleSolution('file-server', confused);

    expect(leaks(wrong)).toEqual([]);
    expect(grantsOf(wrong, 'response FileServer Guest directory.Open')).toBe(0);
  });

  it('would show it the plan if nothing asked for the label where the handle goes out [LBL-2] [GATE-1]', () => {
    expect(leaks(exampleSolution('file-server', confused, unaskedOut))).toContain(
      'response FileServer Guest directory.Open',
    );
  });

  it('would let it read on after the withdrawal if nothing asked where the handle comes back [LBL-2] [GATE-1]', () => {
    const found = leaks(exampleSolution('file-server', unaskedOut, unaskedBack));

    expect(found).toContain('request Guest FileServer file.Read');
  });

  it('denies the reader a handle to write the plan, and grants one to read it [LBL-2]', () => {
    expect(grantsOf(solution, 'response FileServer Reader directory.Edit')).toBe(0);
    expect(grantsOf(solution, 'response FileServer Reader directory.Open')).toBeGreaterThan(0);
  });

  it('refuses every handle to a file that was withdrawn, and no other [CAP-2]', () => {
    const refused = seeds.flatMap((seed) =>
      stepsOf(solution, seed, 300).flatMap(({ process, report: { outcome } }) =>
        outcome.kind === 'refused' ? [`${process ?? ''} ${outcome.because}`] : [],
      ),
    );

    expect(new Set(refused)).toEqual(new Set(['Editor handleRevoked', 'Guest handleRevoked']));
  });

  it('serves on when a guest holds all the handles that it may, and would not without the answer for that [AVL-1] [GATE-1]', () => {
    const silent = exampleSolution('file-server', {
      file: 'programs.yaml',
      from: '      - {on: refused, next: unlent}\n',
      to: '',
    });
    const stuck = 'recv refused alreadyServing';

    expect(exploration.explored.actions.has(stuck)).toBe(false);
    expect(exploredFor(silent, 'guest-never-writes').explored.actions.has(stuck)).toBe(true);
  });

  it('runs the same way for the same seed [SIM-2]', () => {
    expect(digestsOf(solution, 3, 60)).toEqual(digestsOf(solution, 3, 60));
    expect(digestsOf(solution, 3, 60)).not.toEqual(digestsOf(solution, 4, 60));
  });
});
