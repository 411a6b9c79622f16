import { describe, expect, it } from 'vitest';
import { boardNames } from '../arch/boards/names.ts';
import { abstractMachine } from '../arch/machine/design.ts';
import { grantedAgainst, judgedFor } from '../assurance/objective-monitor.ts';
import { runProgram } from '../model/running.ts';
import type { Intent, Judged } from '../model/step.ts';
import { isByThread } from '../model/step.ts';
import { findDifferingStep, playAbstract, playOnBoard } from './board-run.ts';
import type { PlayedRun, Rehearsal } from './board-run.ts';
import { runningPage } from './boards-page.ts';
import { attempts, call, crossing, gateway, message } from './test-crossing.ts';

const solution = crossing();

/** What each objective speaks of, before what the gateway may do. */
const forbidden: readonly Intent[] = [
  call(1, 'mech.motor.drive', 'Command', message({ action: 1n })),
  call(2, 'supervision', 'Enrol', message({ operator: 1n })),
  call(3, 'journal', 'Tail'),
  ...attempts,
];

const rehearsal: Rehearsal = {
  solution,
  options: { seed: 3, steps: 80 },
  programs: ({ process }) =>
    solution.processes[process]?.name === 'Gateway' ? runProgram(gateway(forbidden)) : undefined,
};

const eventsOf = ({ steps }: PlayedRun): readonly Judged[] =>
  steps.flatMap(({ report }) => report.events);

const reference = playAbstract(rehearsal);
const runs = new Map(boardNames.map((name) => [name, playOnBoard(rehearsal, name)]));

/** Was a request of a method granted? */
const isGranted = (run: PlayedRun, wanted: string): boolean =>
  eventsOf(run).some(
    ({ event, verdict }) =>
      event.kind === 'request' && event.method === wanted && verdict.kind === 'granted',
  );

describe('the level crossing on the abstract machine', () => {
  it('does its job: sections are read, trains are held, the barrier is moved [BOARD-1]', () => {
    expect(['GetState', 'Enrol', 'Command'].filter((one) => !isGranted(reference, one))).toEqual(
      [],
    );
  });

  it('has each objective tried, and none broken [BOARD-1]', () => {
    const events = eventsOf(reference);
    const untried = solution.objectives.filter((one) => judgedFor(solution, one, events) === 0);

    expect(untried.map(({ name }) => name)).toEqual([]);
  });
});

describe('the level crossing on a board', () => {
  it.each([...runs])('goes as on the abstract machine: %s [BOARD-1]', (_, run) => {
    const byThreads = run.steps.filter(({ action }) => isByThread(action)).length;
    const walks = Object.values(run.machine?.walks ?? {});
    const broken = solution.objectives.filter((one) =>
      grantedAgainst(solution, one, eventsOf(run)),
    );

    expect(findDifferingStep(reference, run)).toBeUndefined();
    expect(walks).toEqual([byThreads]);
    expect(run.machine?.abstract).toBe(0);
    expect(broken).toEqual([]);
  });

  it('is told from one on the abstract machine, and from one that goes another way [BOARD-1] [GATE-1]', () => {
    const instead = playOnBoard(rehearsal, 'imx27', (_, through) =>
      abstractMachine({ cores: 1, shootdown: 'immediate', through }),
    );
    const options = { ...rehearsal.options, seed: 4 };

    expect(instead.machine?.abstract).toBeGreaterThan(80);
    expect(findDifferingStep(reference, playAbstract({ ...rehearsal, options }))).toBeDefined();
  });
});

// After a change, `npx vitest run simulator/boards.prop.ts -u` writes the page again.
describe('spec/boards/running.md', () => {
  it('has a row for each board, of runs made with it [BOARD-1] [EVD-1]', async () => {
    const page = runningPage(rehearsal, reference, runs);

    expect(boardNames.filter((name) => !page.includes(`[${name}](${name}.md)`))).toEqual([]);
    await expect(page).toMatchFileSnapshot('../spec/boards/running.md');
  });
});
